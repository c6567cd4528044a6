"""The widths of domain rules section 2, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.quantity import Bound, Interval, intervals_of, quantity_of, unit_of
from workbench.exceptions import InvalidData

STATED = [bound for bound in Bound if bound not in (Bound.BETWEEN, Bound.VAGUE)]


@pytest.mark.parametrize(
    ("value", "unit"),
    [(1200, 100), (34, 1), (0, 1), (20_000, 10_000), (25_700, 100), (63_740, 10), (1_000_000, 10**6)],
)
def test_the_unit_is_that_of_the_last_significant_digit(value: int, unit: int) -> None:
    assert unit_of(value) == unit


@pytest.mark.parametrize(
    ("bound", "value", "hard", "soft"),
    [
        (Bound.EXACT, 34, (34, 34), (34, 34)),
        (Bound.EXACT, 30, (30, 30), (30, 30)),
        (Bound.EXACT, 1200, (1150, 1250), (1150, 1250)),
        (Bound.EXACT, 25_700, (25_650, 25_750), (25_650, 25_750)),
        (Bound.EXACT, 0, (0, 0), (0, 0)),
        (Bound.AT_LEAST, 40, (40, None), (40, None)),
        (Bound.MORE_THAN, 56_000, (56_001, None), (56_001, 57_000)),
        (Bound.MORE_THAN, 34, (35, None), (35, 35)),
        (Bound.AT_MOST, 40, (0, 40), (20, 40)),
        (Bound.AT_MOST, 1, (0, 1), (0, 1)),
        (Bound.LESS_THAN, 50, (0, 49), (30, 49)),
        (Bound.LESS_THAN, 1, (0, 0), (0, 0)),
        (Bound.NEARLY, 80_000, (70_000, 80_000), (75_000, 80_000)),
        (Bound.NEARLY, 34, (33, 34), (34, 34)),  # half a unit, rounded inward, leaves 34 alone
        (Bound.ABOUT, 34, (31, 37), (32, 36)),  # 10 % is 3.4, two units are 2
        (Bound.ABOUT, 1200, (1000, 1400), (1080, 1320)),  # two units are 200, 10 % is 120
        (Bound.ABOUT, 5, (3, 7), (5, 5)),  # two units are 2, 10 % is 0.5
        (Bound.ABOUT, 1, (0, 3), (1, 1)),
    ],
)
def test_the_intervals_of_words(
    bound: Bound, value: int, hard: tuple[int, int | None], soft: tuple[int, int | None]
) -> None:
    assert intervals_of(bound, value) == (Interval(*hard), Interval(*soft))


def test_a_reference_count_is_exact_however_round() -> None:
    assert intervals_of(Bound.EXACT, 5000, prose=False) == (Interval(5000, 5000), Interval(5000, 5000))


@given(st.sampled_from(STATED), st.integers(1, 10**9))
def test_soft_lies_within_hard_and_both_hold_what_the_words_allow(bound: Bound, value: int) -> None:
    hard, soft = intervals_of(bound, value)
    assert soft.within(hard)
    if bound in (Bound.MORE_THAN, Bound.LESS_THAN):
        assert not hard.overlaps(Interval(value, value))
    else:
        assert hard.overlaps(Interval(value, value))
        assert soft.overlaps(Interval(value, value))


@pytest.mark.parametrize("bound", [Bound.BETWEEN, Bound.VAGUE])
def test_ends_of_between_and_vague_are_given_not_worked_out(bound: Bound) -> None:
    with pytest.raises(InvalidData, match="needs low"):
        quantity_of("dozens", bound, 12)
    quantity = quantity_of("20-30", bound, 20, hard=Interval(20, 30))
    assert (quantity.value, quantity.soft) == (None, Interval(20, 30))


def test_between_needs_both_ends() -> None:
    with pytest.raises(InvalidData):
        quantity_of("20 or more", Bound.BETWEEN, None, hard=Interval(20, None))


def test_a_stated_figure_needs_its_value() -> None:
    with pytest.raises(InvalidData) as caught:
        quantity_of("about", Bound.ABOUT, None)
    assert "value" in caught.value.fields


def test_nonsense_is_refused() -> None:
    with pytest.raises(InvalidData):
        Interval(5, 4)
    with pytest.raises(InvalidData):
        intervals_of(Bound.EXACT, -1)
    with pytest.raises(InvalidData):
        intervals_of(Bound.LESS_THAN, 0)
    with pytest.raises(InvalidData):
        quantity_of("5", Bound.EXACT, 5, hard=Interval(5, 5), soft=Interval(4, 6))


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        (Interval(1, 5), Interval(5, 9), 0),
        (Interval(1, 5), Interval(6, 9), 1),
        (Interval(56_001, None), Interval(54_036, 54_036), 1965),
        (Interval(None, 5), Interval(3, None), 0),
        (Interval(None, None), Interval(3, 3), 0),
    ],
)
def test_the_gap_between_intervals_is_the_same_from_both_sides(
    one: Interval, other: Interval, gap: int
) -> None:
    assert one.gap(other) == other.gap(one) == gap
    assert one.overlaps(other) is (gap == 0)
