"""Days and imprecise dates, written in EDTF (the part of it that news needs)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from workbench.exceptions import InvalidData

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%]?)")


class Precision(IntEnum):
    """How exactly a date is known, as in UCDP; a greater number is coarser."""

    DAY = 1
    DAYS = 2
    WEEK = 3
    MONTH = 4
    YEAR = 5


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From the first day to the last, both included; a day known exactly has the two the same."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise InvalidData(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @classmethod
    def day(cls, day: date) -> Period:
        return cls(day, day)

    @classmethod
    def parse(cls, edtf: str) -> Period:
        """Reads 2023, 2023-12, 2023-12-24 and an interval of two of them with a slash.

        Marks of doubt (? ~ %) are accepted. Raises InvalidData that says what was given.
        """
        first, slash, last = edtf.strip().partition("/")
        begin, end = _span(first, edtf)
        if slash:
            end = _span(last, edtf)[1]
        return cls(begin, end)

    @property
    def precision(self) -> Precision:
        days = (self.last - self.first).days + 1
        if days == 1:
            return Precision.DAY
        if days < 7:
            return Precision.DAYS
        if days == 7:
            return Precision.WEEK
        return Precision.MONTH if days <= 31 else Precision.YEAR

    @property
    def edtf(self) -> str:
        """The shortest EDTF string that reads back as this period."""
        if self.first == self.last:
            return self.first.isoformat()
        if (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31) and (
            self.first.year == self.last.year
        ):
            return f"{self.first.year:04d}"
        if self.first == self.last.replace(day=1) and (self.last + timedelta(days=1)).day == 1:
            return f"{self.first.year:04d}-{self.first.month:02d}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def overlaps(self, other: Period) -> bool:
        return self.first <= other.last and other.first <= self.last

    def __str__(self) -> str:
        return self.edtf


def _span(text: str, whole: str) -> tuple[date, date]:
    match = _EDTF.fullmatch(text)
    if match is None:
        raise InvalidData(
            f"not a date in EDTF: {whole!r} (write 2023-12-24, 2023-12 or 2023-12-20/2023-12-24)"
        )
    year, month, day = match[1], match[2], match[3]
    try:
        if day:
            exact = date(int(year), int(month), int(day))
            return exact, exact
        if month:
            last = calendar.monthrange(int(year), int(month))[1]
            return date(int(year), int(month), 1), date(int(year), int(month), last)
        return date(int(year), 1, 1), date(int(year), 12, 31)
    except (ValueError, calendar.IllegalMonthError) as error:
        raise InvalidData(f"no such date: {whole!r}") from error
