from __future__ import annotations

import json
from datetime import date
from io import BytesIO, StringIO, TextIOWrapper
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.vocabulary import EVENTS
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval
from workbench.exceptions import InvalidData
from workbench.readers.claims import MOST, read_claims

LEAST = {"id": "a", "measure": "killed", "value": 112}


def read(*records: dict[str, Any], **options: Any) -> list[Claim]:
    lines = "\n".join(json.dumps(record) for record in records)
    return list(read_claims(StringIO(lines), "claims.jsonl", **options))


def one(**fields: Any) -> Claim:
    (found,) = read(LEAST | fields)
    return found


def refused(*records: dict[str, Any], **options: Any) -> InvalidData:
    with pytest.raises(InvalidData) as told:
        read(*records, **options)
    return told.value


def test_a_missing_field_is_unknown() -> None:
    found = one()
    assert found == Claim(id="a", measure="killed", quantity=found.quantity)
    assert found == one(population=None, place=None, since=None, scope=None, event="")


def test_all_fields() -> None:
    fields = {
        "outlet": "Harbor Wire",
        "published_at": "2023-12-24T08:00:00Z",
        "event": "war",
        "population": "palestinians",
        "population_text": "Palestinians",
        "origin": "Ministry",
        "place": "Gaza Strip",
        "since": "2023-10",
        "as_of": "2023-12-24",
        "scope": "cumulative",
        "modality": "reported",
        "part_of": 7,
        "article": "x",
        "sentence": "s",
        "annotator": "ada",
        "method": "certified",
        "parts_exhaustive": True,
        "reference": True,
        "start": 3,
        "end": 6,
        "score": 0.5,
    }
    found, _ = read(LEAST | fields, LEAST | {"id": 7})
    assert found.published_at == date(2023, 12, 24)
    assert (found.since, found.as_of) == (Period.parse("2023-10"), Period.parse("2023-12-24"))
    assert (found.scope, found.modality) == (Scope.CUMULATIVE, Modality.REPORTED)
    assert (found.part_of, found.parts_exhaustive, found.reference) == ("7", True, True)
    assert (found.outlet, found.article, found.sentence, found.annotator) == ("Harbor Wire", "x", "s", "ada")
    assert (found.start, found.end, found.method) == (3, 6, "certified")


@pytest.mark.parametrize(
    ("fields", "hard", "soft"),
    [
        ({"value": 25700}, Interval(25650, 25750), Interval(25650, 25750)),
        ({"value": 25700, "reference": True}, Interval(25700, 25700), Interval(25700, 25700)),
        ({"value": 56000, "bound": "more_than"}, Interval(56001, None), Interval(56001, 57000)),
        ({"value": 40, "low": None, "high": None}, Interval(40, 40), Interval(40, 40)),
        ({"value": None, "bound": "between", "low": 3, "high": 9}, Interval(3, 9), Interval(3, 9)),
        ({"value": None, "low": 3, "high": 9}, Interval(3, 9), Interval(3, 9)),
        ({"value": None, "bound": "vague", "low": 12}, Interval(12, None), Interval(12, None)),
        (
            {"value": None, "bound": "vague", "low": 12, "soft_low": 24, "soft_high": 99},
            Interval(12, None),
            Interval(24, 99),
        ),
        ({"value": 40, "bound": "at_most", "high": 40}, Interval(0, 40), Interval(0, 40)),
        ({"value": 40, "bound": "at_most", "soft_low": 30}, Interval(0, 40), Interval(30, 40)),
    ],
)
def test_intervals_are_given_or_follow(fields: dict[str, Any], hard: Interval, soft: Interval) -> None:
    quantity = one(**fields).quantity
    assert (quantity.hard, quantity.soft) == (hard, soft)


def test_words_as_printed() -> None:
    assert one(text="over 100").quantity.text == "over 100"
    assert one(value=25700).quantity.text == "25,700"
    assert one(value=40, bound="at_least").quantity.text == "at least 40"
    assert one(value=40, bound="less_than", text="under 40").quantity.text == "under 40"
    assert one(value=None, low=3, high=9).quantity.text == "3–9"
    assert one(value=None, low=3, high=9).quantity.bound is Bound.BETWEEN


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"id": None}, "id", "is missing"),
        ({"measure": ""}, "measure", "is missing"),
        ({"measure": 5}, "measure", "must be a text"),
        ({"value": None}, "low", "a vague figure needs low"),
        ({"value": None, "bound": "exact"}, "value", "a figure that is exact needs a value"),
        ({"value": None, "bound": "vague", "high": 9}, "low", "a vague figure needs low"),
        ({"value": None, "bound": "between", "low": 9}, "high", "needs low and high"),
        ({"value": None, "bound": "between", "high": 9}, "low", "needs low and high"),
        ({"value": "25,700"}, "value", "must be a whole number without separators, not '25,700'"),
        ({"value": 12.5}, "value", "must be a whole number"),
        ({"value": True}, "value", "must be a whole number"),
        ({"value": -1}, "value", "must lie between 0 and"),
        ({"value": MOST + 1}, "value", "must lie between 0 and"),
        ({"value": 0, "bound": "less_than"}, "value", "fewer than 0"),
        ({"low": 9, "high": 3}, "low", "9 is above its high, 3"),
        ({"soft_low": 9, "soft_high": 3}, "soft_low", "9 is above its high, 3"),
        ({"low": 10, "high": 20, "soft_low": 5}, "soft_low", "reaches past low and high"),
        ({"bound": "roughly"}, "bound", "must be one of exact, at_least"),
        ({"scope": "total"}, "scope", "must be one of incident, period, cumulative, stock"),
        ({"modality": "said"}, "modality", "must be one of asserted"),
        ({"as_of": "24.12.2023"}, "as_of", "not a date in EDTF"),
        ({"since": "2023-13"}, "since", "no such date"),
        ({"published_at": "Christmas"}, "published_at", "is no day like 2023-12-24"),
        ({"reference": "yes"}, "reference", "must be true or false"),
        ({"part_of": "a"}, "part_of", "a claim cannot be a part of itself"),
        ({"part_of": "b"}, "part_of", "no claim has the id 'b'"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_field(
    fields: dict[str, Any], field: str, said: str
) -> None:
    error = refused({"id": "x", "measure": "killed", "value": 1}, LEAST | fields)
    assert error.message.startswith(f"claims.jsonl, line 2: {field}: ")
    assert said in error.message
    assert list(error.fields) == [field]


def test_an_id_twice_is_told() -> None:
    assert "line 3: id: 'a' is the id of line 1 already" in refused(LEAST, LEAST | {"id": "b"}, LEAST).message


def test_a_cycle_of_parts_is_told_and_a_chain_is_none() -> None:
    chain = [LEAST | {"id": str(place), "part_of": str(place + 1)} for place in range(9)]
    assert len(read(*chain, LEAST | {"id": "9"})) == 10
    error = refused(*chain, LEAST | {"id": "9", "part_of": "4"})
    assert "line 5: part_of: '4' is a part of itself, in a cycle" in error.message


def test_known_measures_and_events_are_checked_where_they_are_given() -> None:
    assert read(LEAST | {"measure": "slain", "event": "peace"})
    error = refused(LEAST | {"measure": "slain"}, measures=("killed", "held"))
    assert "unknown 'slain'; known are killed, held" in error.message
    assert "unknown 'peace'" in refused(LEAST | {"event": "peace"}, events=EVENTS).message


def test_an_as_of_before_the_event_is_told() -> None:
    war = LEAST | {"event": "war"}
    assert read(war | {"as_of": "2023-10-07"}, events=EVENTS)
    assert read(war | {"as_of": "2023-10"}, events=EVENTS), "the month reaches into the event"
    assert (
        "as_of: 2023-10-06 lies before war began"
        in refused(war | {"as_of": "2023-10-06"}, events=EVENTS).message
    )
    assert "published_at: 2023-10-06" in refused(war | {"published_at": "2023-10-06"}, events=EVENTS).message


@pytest.mark.parametrize("line", ["{oops", "[]", '"a"', "7", "[" * 100_000, '{"id": ' + "9" * 5000 + "}"])
def test_lines_that_are_no_object_are_told(line: str) -> None:
    with pytest.raises(InvalidData, match=r"claims\.jsonl, line 2: "):
        list(read_claims(StringIO(json.dumps(LEAST) + "\n" + line), "claims.jsonl"))


def test_bytes_that_are_no_text_are_told() -> None:
    stream = TextIOWrapper(BytesIO(json.dumps(LEAST).encode() + b"\n\xff"), encoding="utf-8")
    with pytest.raises(InvalidData, match="not UTF-8"):
        list(read_claims(stream, "claims.jsonl"))


def test_byte_order_mark_blank_lines_and_odd_characters() -> None:
    text = "\ufeff\n" + json.dumps(LEAST | {"outlet": "a\x00b\ud800 "}) + "\n\n"
    (found,) = read_claims(StringIO(text), "claims.jsonl")
    assert found.outlet == "ab"


@given(
    st.dictionaries(
        st.sampled_from(
            ["id", "measure", "value", "low", "high", "soft_low", "bound", "as_of", "part_of", "scope"]
        ),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=5)
        | st.lists(st.integers(), max_size=1),
    )
)
def test_any_object_is_a_claim_or_told(record: dict[str, Any]) -> None:
    told = None
    try:
        (found,) = read(record)
    except InvalidData as error:
        told = error
    if told is None:
        assert (found.id, found.measure) == (record["id"].strip(), record["measure"].strip())
    else:
        assert told.message.startswith("claims.jsonl, line 1: ")
        assert told.fields
