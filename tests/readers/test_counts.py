from __future__ import annotations

from datetime import date
from io import StringIO

import pytest

from workbench.core.reference import ReferenceCount
from workbench.exceptions import InvalidData
from workbench.readers.counts import read_counts

HEADER = "series,event,place,population,measure,origin,as_of,value,reported\n"


def read(text: str) -> list[ReferenceCount]:
    return list(read_counts(StringIO(text), "counts.csv"))


def test_a_row_is_a_count() -> None:
    (count,) = read(HEADER + 's,gaza,Gaza Strip,people,killed,"Ministry, of Health",2024-01-24,25700,false\n')
    assert count == ReferenceCount(
        event="gaza",
        place="Gaza Strip",
        population="people",
        measure="killed",
        origin="Ministry, of Health",
        as_of=date(2024, 1, 24),
        value=25700,
        reported=False,
    )


def test_a_count_is_reported_unless_it_says_otherwise() -> None:
    (count,) = read("event,measure,origin,as_of,value\ngaza,killed,M,2024-01-24,0\n")
    assert count.reported
    assert count.place is None


@pytest.mark.parametrize(
    ("row", "row_number", "column"),
    [
        ('gaza,killed,M,2024-01-24,5\ngaza,killed,M,2024-01-25,"25,700"', 3, "value"),
        ("gaza,killed,M,2024-01-24,-5", 2, "value"),
        ("gaza,killed,M,2024-01-24,٥", 2, "value"),
        ("gaza,killed,M,24.1.2024,5", 2, "as_of"),
        ("gaza,killed,,2024-01-24,5", 2, "origin"),
        ("gaza,killed,M,2024-01-24", 2, "value"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(row: str, row_number: int, column: str) -> None:
    with pytest.raises(InvalidData) as caught:
        read("event,measure,origin,as_of,value\n" + row + "\n")
    assert f"counts.csv, row {row_number}" in caught.value.message
    assert column in caught.value.fields


def test_missing_columns_and_empty_files_are_named() -> None:
    with pytest.raises(InvalidData, match="origin, value is missing"):
        read("event,measure,as_of\n")
    with pytest.raises(InvalidData, match="empty"):
        read("")
