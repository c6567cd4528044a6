from __future__ import annotations

import pytest

from workbench.exceptions import InvalidData
from workbench.labelstudio.environment import database_variables


def test_no_database_is_the_one_label_studio_brings() -> None:
    assert database_variables("") == {}


def test_the_parts_of_an_address() -> None:
    assert database_variables("postgresql://ann:s%40cret@db.example:5433/labels") == {
        "DJANGO_DB": "default",
        "POSTGRE_NAME": "labels",
        "POSTGRE_USER": "ann",
        "POSTGRE_PASSWORD": "s@cret",
        "POSTGRE_HOST": "db.example",
        "POSTGRE_PORT": "5433",
    }


def test_a_socket_is_found_by_its_folder() -> None:
    found = database_variables("postgresql+psycopg://postgres@/labels?host=/run/pg")
    assert (found["POSTGRE_HOST"], found["POSTGRE_PORT"]) == ("/run/pg", "5432")


@pytest.mark.parametrize("url", ["sqlite:///labels.sqlite", "labels", "postgresql://ann@db.example"])
def test_anything_else_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(InvalidData, match="PostgreSQL") as caught:
        database_variables(url)
    assert url not in caught.value.message
