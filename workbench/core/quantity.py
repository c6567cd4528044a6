"""What a figure says: the words as printed, the stated value, and two intervals over whole numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from workbench.exceptions import InvalidData


class Bound(StrEnum):
    """How a stated value bounds the number that it speaks of."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Interval:
    """Whole numbers from low to high, both included; None is unbounded: "at least 40" is 40..None."""

    low: int | None
    high: int | None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise InvalidData(f"low {self.low} is above high {self.high}")

    def overlaps(self, other: Interval) -> bool:
        """Could both statements be true of one number?"""
        return self.gap(other) == 0

    def gap(self, other: Interval) -> int:
        """How far apart the two are: 0 where they overlap, 1 where they touch without a number in common."""
        if self.high is not None and other.low is not None and self.high < other.low:
            return other.low - self.high
        if other.high is not None and self.low is not None and other.high < self.low:
            return self.low - other.high
        return 0

    def within(self, other: Interval) -> bool:
        """Is every number of this one a number of the other?"""
        low_in = other.low is None or (self.low is not None and self.low >= other.low)
        high_in = other.high is None or (self.high is not None and self.high <= other.high)
        return low_in and high_in

    def __str__(self) -> str:
        low = "0" if self.low is None else f"{self.low:,}"
        if self.high is None:
            return f"{low} or more"
        return low if self.low == self.high else f"{low}–{self.high:,}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as printed and as understood; the soft interval lies inside the hard one."""

    text: str
    value: int | None
    bound: Bound
    hard: Interval
    soft: Interval

    def __post_init__(self) -> None:
        if not self.soft.within(self.hard):
            raise InvalidData(f"the soft interval {self.soft} reaches past the hard one {self.hard}")


def unit_of(value: int) -> int:
    """The unit of the last significant digit: 1,200 gives 100, 34 gives 1, 0 gives 1."""
    unit = 1
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def intervals_of(bound: Bound, value: int, *, prose: bool = True) -> tuple[Interval, Interval]:
    """The hard and the soft interval of a stated value (domain rules: Ferson 2015, house widths).

    `prose` widens a bare number that ends in two or more zeros by half its unit; a table of reference
    counts is exact. Raises InvalidData for BETWEEN and VAGUE, whose ends are given and not worked out.
    """
    if value < 0:
        raise InvalidData(f"a count cannot be negative: {value}")
    unit = unit_of(value)
    match bound:
        case Bound.EXACT:
            half = unit // 2 if prose and unit >= 100 else 0
            both = Interval(value - half, value + half)
            return both, both
        case Bound.AT_LEAST:
            return Interval(value, None), Interval(value, None)
        case Bound.MORE_THAN:
            return Interval(value + 1, None), Interval(value + 1, value + unit)
        case Bound.AT_MOST:
            return Interval(0, value), Interval(max(0, value - 2 * unit), value)
        case Bound.LESS_THAN:
            if value == 0:
                raise InvalidData("fewer than 0 is no number of people")
            return Interval(0, value - 1), Interval(min(max(0, value - 2 * unit), value - 1), value - 1)
        case Bound.NEARLY:
            return _around(value, Fraction(unit), up=False), _around(value, Fraction(unit, 2), up=False)
        case Bound.ABOUT:
            tenth = Fraction(value, 10)
            wide, narrow = max(Fraction(2 * unit), tenth), min(Fraction(2 * unit), tenth)
            return _around(value, wide), _around(value, narrow)
    raise InvalidData(f"a figure that is {bound.value} has ends of its own: give low and high")


def _around(value: int, width: Fraction, *, up: bool = True) -> Interval:
    high = floor(value + width) if up else value
    return Interval(max(0, ceil(value - width)), high)


def quantity_of(
    text: str,
    bound: Bound,
    value: int | None,
    *,
    hard: Interval | None = None,
    soft: Interval | None = None,
    prose: bool = True,
) -> Quantity:
    """A quantity with the intervals that were given, or else those that follow from value and bound.

    A given hard interval without a soft one is its own soft interval. Raises InvalidData where neither
    way leads to an interval (a value is missing, or a BETWEEN or VAGUE figure has no ends).
    """
    if bound in (Bound.BETWEEN, Bound.VAGUE):
        value = None
        if hard is None or (bound is Bound.BETWEEN and (hard.low is None or hard.high is None)):
            needed = "low and high" if bound is Bound.BETWEEN else "low or high"
            raise InvalidData(f"a figure that is {bound.value} needs {needed}", fields={"low": ["missing"]})
    if hard is None:
        if value is None:
            raise InvalidData(f"a figure that is {bound.value} needs a value", fields={"value": ["missing"]})
        hard, worked_soft = intervals_of(bound, value, prose=prose)
        soft = soft or worked_soft
    return Quantity(text=text, value=value, bound=bound, hard=hard, soft=soft or hard)
