from __future__ import annotations

import pytest

from api.review.form import answer_of, number, typed
from workbench.core.decision import Confidence, Outcome, ReasonCode
from workbench.core.period import Period

SOUND = {"outcome": "accept_range", "reason": "rounding", "reviewer": " Ada ", "confidence": "high"}


def test_an_answer_as_it_was_typed() -> None:
    given = {**SOUND, "low": "25,490", "high": "25 700", "as_of": "2024-01-24", "claim": "", "note": ""}
    answer, wrong = answer_of(given)
    assert wrong == {}
    assert (answer["outcome"], answer["reason"]) == (Outcome.ACCEPT_RANGE, ReasonCode.ROUNDING)
    assert (answer["low"], answer["high"]) == (25_490, 25_700)
    assert answer["as_of"] == Period.parse("2024-01-24")
    assert (answer["reviewer"], answer["confidence"]) == ("Ada", Confidence.HIGH)
    assert (answer["claim"], answer["note"]) == (None, "")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": ""}, "outcome"),
        ({"reason": " "}, "reason"),
        ({"reviewer": ""}, "reviewer"),
        ({"low": "many"}, "low"),
        ({"low": "-3"}, "low"),
        ({"low": "9" * 19}, "low"),
        ({"low": "9" * 5_000}, "low"),
        ({"low": "5", "high": "4"}, "high"),
        ({"as_of": "24/01/2024"}, "as_of"),
        ({"confidence": "sure"}, "confidence"),
    ],
)
def test_what_is_wrong_stands_with_its_field(change: dict[str, str], field: str) -> None:
    answer, wrong = answer_of({**SOUND, **change})
    assert answer == {}
    assert list(wrong) == [field]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("25,700", 25_700), ("25 700", 25_700), ("25\u202f700", 25_700), ("0", 0), ("2.5", "2.5"), ("٢٥", "٢٥")],
)
def test_numbers_of_a_newsroom(text: str, expected: int | str) -> None:
    assert number(text) == expected


def test_fields_that_are_not_ours_are_left_out() -> None:
    assert typed({"low": "5", "else": "x"})["low"] == "5"
    assert "else" not in typed({"else": "x"})
