from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.review.agreement import shade
from tests.api.corpus import VOCABULARY
from tests.api.page import page
from tests.pipeline.annotated import TEXTS, fill
from workbench.agreement.alpha import Score
from workbench.store.session import open_session


def test_the_page_has_a_matrix_and_the_sentences_that_differ(http: FlaskClient, engine: Engine) -> None:
    with open_session(engine) as session:
        fill(session, VOCABULARY)
    found = page(http, "/agreement")
    assert "3 sentences with several annotators, 2 annotators." in found.text
    assert "Left out: 1 skipped annotations." in found.text
    assert "without another value there is no chance to exceed" in found.text
    assert "3 sentences, raw 33%" in found.text
    assert found.text.index(TEXTS[2]) < found.text.index(TEXTS[1])
    assert TEXTS[0] not in found.text
    assert found.all("a", href="/agreement")
    assert [link for link in found.all("a") if (link["href"] or "").startswith("/articles/")]


def test_without_annotators_there_is_still_a_page(http: FlaskClient, filled: dict[str, str]) -> None:
    assert "0 sentences with several annotators" in page(http, "/agreement").text


def test_without_a_project_the_page_says_how_to_make_one(http: FlaskClient) -> None:
    assert "workbench push" in page(http, "/agreement").text


@pytest.mark.parametrize(
    ("alpha", "name"),
    [(None, "none"), (-0.2, "level-0"), (0.4, "level-1"), (0.67, "level-2"), (0.9, "level-3")],
)
def test_shades(alpha: float | None, name: str) -> None:
    assert shade(Score(alpha, None, None, None, 3)) == name
