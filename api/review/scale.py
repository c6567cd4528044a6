"""Intervals drawn to scale: numbers of people to places on a line that all claims of a page share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.core.quantity import Interval, Quantity

WIDTH = 1000  # units of the drawing from the left end of the scale to the right one
THINNEST = 8  # units; a point would not be seen
MARGIN = 12  # a twelfth of the span is left free at either end


@dataclass(frozen=True, slots=True)
class Bar:
    """Left end and width of a stretch, in units of the drawing; open ends run to the end of the scale."""

    x: int
    width: int
    open_end: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """One claim on the scale. `value` is the place of the stated number, where there is one."""

    hard: Bar
    soft: Bar
    value: int | None


@dataclass(frozen=True, slots=True)
class Scale:
    low: int
    high: int

    def at(self, number: int) -> int:
        """The place of the number, kept on the scale; whole numbers throughout, however great they are."""
        kept = min(max(number, self.low), self.high)
        return (kept - self.low) * WIDTH // (self.high - self.low)

    def bar(self, interval: Interval) -> Bar:
        left = self.at(interval.low or 0)
        right = WIDTH if interval.high is None else self.at(interval.high)
        width = max(right - left, THINNEST)
        left -= (width - (right - left)) // 2  # what is widened to be seen stays in the middle
        return Bar(max(0, min(left, WIDTH - width)), width, interval.high is None)

    def draw(self, quantity: Quantity) -> Drawing:
        value = None if quantity.value is None else self.at(quantity.value)
        return Drawing(self.bar(quantity.hard), self.bar(quantity.soft), value)


def scale_of(quantities: Iterable[Quantity]) -> Scale:
    """Holds every end and every value of the quantities, with some room at either side and round ends."""
    numbers = [
        number
        for quantity in quantities
        for number in (
            *(quantity.hard.low, quantity.hard.high),
            *(quantity.soft.low, quantity.soft.high),
            quantity.value,
        )
        if number is not None
    ] or [0]
    low, high = min(numbers), max(numbers)
    room = max(1, (high - low) // MARGIN or high // MARGIN)
    low, high = max(0, low - room), high + room
    unit = 10 ** (len(str(high - low)) - 1)
    return Scale(low // unit * unit, -(-high // unit) * unit)
