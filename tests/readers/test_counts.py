from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest

from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.exceptions import InvalidData
from workbench.readers.counts import Columns, read_columns, read_counts

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


def columns(text: str) -> Columns:
    return read_columns(StringIO(text), "columns.json")


def test_json_in_long_form() -> None:
    entry = {"event": "gaza", "measure": "killed", "origin": "M", "as_of": "2024-01-24", "value": 7}
    entries = json.dumps([entry | {"reported": False}])
    (count,) = read_counts(StringIO(entries), "counts.json")
    assert (count.value, count.reported, count.place) == (7, False, None)


def test_other_headers_by_a_mapping_file() -> None:
    mapping = columns('{"event": "conflict", "value": "killed_cum", "measure": {"is": "killed"}}')
    rows = StringIO("conflict,origin,as_of,killed_cum\ngaza,M,2024-01-24,7\n")
    (count,) = read_counts(rows, "counts.csv", columns=mapping)
    assert (count.event, count.measure, count.value) == ("gaza", "killed", 7)
    with pytest.raises(InvalidData, match="row 1: the column conflict, killed_cum is missing"):
        list(read_counts(StringIO("event,origin,as_of,value\n"), "counts.csv", columns=mapping))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"deaths": "x"}', "unknown column 'deaths'"),
        ('{"value": 3}', "value must be a header"),
        ('{"value": {"is": 3}}', "value must be a header"),
        ("[]", "must be an object"),
        ("{", "is not JSON"),
    ],
)
def test_a_mapping_file_that_is_none(text: str, told: str) -> None:
    with pytest.raises(InvalidData, match=told):
        columns(text)


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("{}", "must be a JSON array"),
        ("[5]", "counts.json, count 1 is not an object"),
        ('[{"event": "gaza"}]', "count 1: the column measure, origin, as_of, value is missing"),
        (
            '[{"event":"g","measure":"killed","origin":"M","as_of":"2024-01-24","value":2.5}]',
            "value must be a",
        ),
        ('[{"event":"g","measure":"killed","origin":"M","as_of":"2024-01-24","value":"25,700"}]', "'25,700'"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_json_that_is_no_list_of_counts(entries: str, told: str) -> None:
    with pytest.raises(InvalidData, match=told):
        list(read_counts(StringIO(entries), "counts.json"))


def test_an_unknown_measure_or_event_and_a_day_before_it_are_named_by_row() -> None:
    events = {"gaza": Event("gaza", "Gaza", date(2023, 10, 7))}

    def told(row: str) -> str:
        rows = StringIO(f"event,measure,origin,as_of,value\n\n{row}\n")
        with pytest.raises(InvalidData) as caught:
            list(read_counts(rows, "counts.csv", measures=("killed",), events=events))
        return caught.value.message

    assert told("gaza,slain,M,2024-01-24,5").startswith("counts.csv, row 3: measure: unknown 'slain'")
    assert told("mars,killed,M,2024-01-24,5").startswith("counts.csv, row 3: event: unknown event 'mars'")
    assert told("gaza,killed,M,2023-10-06,5").startswith("counts.csv, row 3: as_of: 2023-10-06 lies before")
    assert "at most" in told("gaza,killed,M,2024-01-24," + "9" * 5000)
