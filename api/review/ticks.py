"""Round places on an axis: few enough to read, and of steps that people count in."""

from __future__ import annotations

from datetime import date, timedelta

DAYS = (1, 2, 7, 14)  # days from tick to tick, where these are few enough
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000)
STEPS = (1, 2, 5)


def number_ticks(low: int, high: int, most: int = 5) -> list[int]:
    """Whole numbers from low to high, multiples of 1, 2 or 5 with zeros; at most so many."""
    power = 1
    while True:
        for step in (power * one for one in STEPS):
            first = -(-low // step) * step
            if (high - first) // step < most:
                return list(range(first, high + 1, step))
        power *= 10


def day_ticks(first: date, last: date, most: int = 6) -> list[tuple[date, str]]:
    """Days from first to last with their words: single days, else first days of months as 2024-01, or of
    years as 2024; at most so many."""
    span = last.toordinal() - first.toordinal()
    for days in DAYS:
        if span // days < most:
            single = [first + timedelta(days=days * n) for n in range(span // days + 1)]
            return [(day, day.isoformat()) for day in single]
    for months in MONTHS:
        found = _months(first, last, months, most)
        if found is not None:
            return [(day, str(day.year) if months % 12 == 0 else day.isoformat()[:7]) for day in found]
    return [(first, first.isoformat()), (last, last.isoformat())]


def _months(first: date, last: date, step: int, most: int) -> list[date] | None:
    """First days of every so many months; None where they are too many."""
    month = first.year * 12 + first.month - 1
    month += first.day > 1
    month = -(-month // step) * step
    found: list[date] = []
    while month <= last.year * 12 + last.month - 1:
        if len(found) == most:
            return None
        found.append(date(month // 12, month % 12 + 1, 1))
        month += step
    return found
