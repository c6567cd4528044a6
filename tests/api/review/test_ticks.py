from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.review.ticks import day_ticks, number_ticks


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, [0, 50, 100]),
        (20_000, 80_000, [20_000, 40_000, 60_000, 80_000]),
        (23_000, 33_000, [24_000, 26_000, 28_000, 30_000, 32_000]),
        (0, 3, [0, 1, 2, 3]),
        (7, 7, [7]),
    ],
)
def test_numbers_that_people_count_in(low: int, high: int, ticks: list[int]) -> None:
    assert number_ticks(low, high) == ticks


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2024, 1, 30), date(2024, 2, 1), ["2024-01-30", "2024-01-31", "2024-02-01"]),
        (date(2024, 1, 1), date(2024, 1, 20), ["2024-01-01", "2024-01-08", "2024-01-15"]),
        (date(2023, 10, 7), date(2024, 3, 1), ["2023-11", "2023-12", "2024-01", "2024-02", "2024-03"]),
        (date(2022, 2, 24), date(2026, 1, 1), ["2023", "2024", "2025", "2026"]),
    ],
)
def test_days_that_people_count_in(first: date, last: date, words: list[str]) -> None:
    assert [name for _, name in day_ticks(first, last)] == words


@given(st.dates(), st.dates())
def test_ticks_lie_within_and_are_few(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = [day for day, _ in day_ticks(first, last)]
    assert len(found) <= 6
    assert all(first <= day <= last for day in found)
    assert found == sorted(set(found))


@given(st.integers(0, 10**18), st.integers(0, 10**18))
def test_numbers_lie_within_and_are_few(one: int, other: int) -> None:
    low, high = sorted((one, other))
    found = number_ticks(low, high)
    assert len(found) <= 5
    assert all(low <= number <= high for number in found)
