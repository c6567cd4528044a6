"""The day of publication, and the days that are told from it."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.core.period import Period


@dataclass(frozen=True, slots=True)
class Publication:
    """`today` None: the day is not known, and nothing can be told from it."""

    today: date | None

    def day(self, offset: int) -> date | None:
        """So many days from the day of publication; None outside of the calendar."""
        if self.today is None:
            return None
        try:
            return self.today + timedelta(days=offset)
        except OverflowError:
            return None

    def days(self, first: int, last: int) -> Period | None:
        """From the first to the last, both in days from the day of publication."""
        begin, end = self.day(first), self.day(last)
        return None if begin is None or end is None else Period(begin, end)

    def likely_years(self) -> list[int]:
        """The years that a day without one may belong to, the latest first (a leap day may lie some back)."""
        if self.today is None:
            return []
        year = self.today.year
        return list(range(min(year + 1, 9999), max(year - 8, 0), -1))

    def previous(self, unit: str) -> Period | None:
        """The week from Monday, month or year before this one."""
        today = self.today
        if today is None:
            return None
        if unit == "month":
            return month_of(today.year - (today.month == 1), (today.month - 2) % 12 + 1)
        if unit == "year":
            return whole_year(today.year - 1)
        return self.days(-today.weekday() - 7, -today.weekday() - 1)

    def current(self, unit: str) -> Period | None:
        """The week from Monday, month or year up to the day of publication."""
        today = self.today
        if today is None or unit == "hour":
            return None
        first = {"year": today.replace(month=1, day=1), "month": today.replace(day=1), "day": today}.get(unit)
        return Period(first, today) if first else self.days(-today.weekday(), 0)

    def weekend(self, *, before: bool) -> Period | None:
        """The last Saturday and Sunday that have begun; `before` those of this week."""
        if self.today is None:
            return None
        back = (self.today.weekday() - 5) % 7
        if before and back <= 1:
            back += 7
        return self.days(-back, 1 - back)


def month_of(year: int, month: int) -> Period | None:
    if not 1 <= year <= 9999:
        return None
    return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def whole_year(year: int) -> Period | None:
    return Period(date(year, 1, 1), date(year, 12, 31)) if 1 <= year <= 9999 else None
