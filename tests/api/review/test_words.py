from __future__ import annotations

import pytest

from api.review import words
from workbench.core.claim import Scope
from workbench.core.decision import Outcome
from workbench.core.finding import FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, quantity_of


def test_every_term_has_its_words() -> None:
    assert set(words.CLASSES) == set(FindingClass)
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.SEVERITIES) == set(Severity)
    assert set(words.SCOPES) == set(Scope)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (25_700, 25_700, "exactly 25,700"),
        (25_650, 25_750, "25,650 to 25,750"),
        (25_700, None, "25,700 or more"),
        (0, 1_200, "at most 1,200"),
        (None, 40, "at most 40"),
        (0, 0, "exactly 0"),
        (None, None, "0 or more"),
    ],
)
def test_intervals_in_words(low: int | None, high: int | None, expected: str) -> None:
    assert words.interval(Interval(low, high)) == expected


def test_a_soft_reading_is_told_only_where_it_is_narrower() -> None:
    assert words.reading(quantity_of("40", Bound.EXACT, 40)) == ("exactly 40", None)
    more = quantity_of("more than 40", Bound.MORE_THAN, 40)
    assert words.reading(more) == ("41 or more", "41 to 50")


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2024-01-24", "2024-01-24"),
        ("2024-01", "2024-01"),
        ("2024-01-20/2024-01-24", "2024-01-20 to 2024-01-24"),
    ],
)
def test_periods(edtf: str, expected: str) -> None:
    assert words.period(Period.parse(edtf)) == expected


def test_terms_read_as_words() -> None:
    assert words.term(FindingClass.HARD_CONFLICT) == "Hard conflict"
