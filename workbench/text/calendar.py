"""Finds days, months and years as they stand in a calendar: "October 7, 2023", "24 January", "2023-10-07"."""

from __future__ import annotations

from typing import NamedTuple

from workbench.languages.language import Language
from workbench.text.tokens import DATE, NUMBER, SIGN, WORD, Tokens


class CalendarDate(NamedTuple):
    """The tokens up to `last` (exclusive) name a day, a span of days, or a month with its year."""

    last: int
    day: int | None
    last_day: int | None
    month: int
    year: int | None


def read_calendar_date(tokens: Tokens, at: int, language: Language) -> CalendarDate | None:
    """The calendar date that begins at this token, if one does. A month alone is none."""
    kind = tokens.types[at]
    if kind == DATE:
        return _written_in_digits(tokens, at, day_first=language.calendar.day_first)
    if kind == NUMBER:
        return _day_first(tokens, at, language)
    if kind == WORD and tokens.words[at] in language.calendar.months:
        return _month_first(tokens, at, language)
    return None


def month_at(tokens: Tokens, at: int, language: Language) -> int | None:
    """The month named at this token; it must be capital ("may" is no month)."""
    month = language.calendar.months.get(tokens.words[at])
    if month is None or tokens.types[at] != WORD:
        return None
    if tokens.words[at + 1] in language.calendar.not_month_after:
        return None
    return month if not language.calendar.capital or tokens.text[tokens.starts[at]].isupper() else None


def year_of(words: str) -> int | None:
    """The year that four digits may be."""
    if len(words) == 4 and words.isdecimal() and 1800 <= int(words) <= 2100:
        return int(words)
    return None


def _written_in_digits(tokens: Tokens, at: int, *, day_first: bool) -> CalendarDate | None:
    word = tokens.words[at]
    separator = next(mark for mark in "-/." if mark in word)
    first, second, third = (int(part) for part in word.split(separator))
    if separator == "-":
        year, month, day = first, second, third
    elif first > 12 or separator == "." or (day_first and second <= 12):
        day, month, year = first, second, third
    else:
        month, day, year = first, second, third
    if year < 100:
        year += 2000 if year < 70 else 1900
    if not (1 <= month <= 12 and 1 <= day <= 31 and year >= 1000):
        return None
    return CalendarDate(at + 1, day, None, month, year)


def _day(tokens: Tokens, at: int, language: Language) -> int | None:
    word = tokens.words[at]
    if len(word) > 2 or tokens.types[at] != NUMBER or not word.isdecimal():
        return None
    suffix = tokens.suffixes.get(at)
    if suffix is not None and suffix not in language.numerals.ordinal_endings:
        return None
    day = int(word)
    return day if 1 <= day <= 31 else None


def _counts(word: str, language: Language) -> bool:
    """Is this what a number before it counts, so that the number is no day?"""
    return word in language.kinds.people or word in language.kinds.countable


def _joins(tokens: Tokens, at: int, behind: int, language: Language) -> bool:
    """Does the token behind the date at `at` lead to its last day: "10-21 May", "between 10 and 21 May"?"""
    ranges = language.ranges
    opener = tokens.words[at - 1] if at else ""
    return tokens.words[behind] in ranges.joins or tokens.words[behind] in ranges.pairs.get(opener, ())


def _stop(tokens: Tokens, at: int) -> int:
    """Behind the full stop of an abbreviated month."""
    short = len(tokens.words[at - 1]) <= 4
    return at + 1 if short and tokens.words[at] == "." and tokens.touch(at - 1) else at


def _year(tokens: Tokens, at: int, of: frozenset[str], *, comma: bool = True) -> tuple[int, int] | None:
    if (comma and tokens.words[at] == ",") or tokens.words[at] in of:
        at += 1
    if tokens.types[at] != NUMBER or at in tokens.suffixes:
        return None
    year = year_of(tokens.words[at])
    return None if year is None else (year, at + 1)


def _day_first(tokens: Tokens, at: int, language: Language) -> CalendarDate | None:
    day = _day(tokens, at, language)
    if day is None:
        return None
    last_day = None
    behind = at + 1
    if _joins(tokens, at, behind, language):
        last_day = _day(tokens, behind + 1, language)
        if last_day is None or last_day <= day:
            return None
        behind += 2
    if tokens.words[behind] == "-" or tokens.words[behind] in language.calendar.of:
        behind += 1
    month = month_at(tokens, behind, language)
    if month is None:
        return None
    behind += 1
    of = language.calendar.of
    year = _year(tokens, _stop(tokens, behind), of, comma=tokens.words[behind] == ",")
    if year:
        return CalendarDate(year[1], day, last_day, month, year[0])
    word = tokens.words[behind]
    if len(word) == 2 and word.isdecimal() and tokens.types[behind + 1] in (SIGN, 0):
        # "21 JAN 89 (EFE) --": but not "on 23 September 28 bodies"
        return CalendarDate(behind + 1, day, last_day, month, 1900 + int(word) + 100 * (int(word) < 70))
    return CalendarDate(behind, day, last_day, month, None)


def _month_first(tokens: Tokens, at: int, language: Language) -> CalendarDate | None:
    month = month_at(tokens, at, language)
    if month is None:
        return None
    behind = _stop(tokens, at + 1)
    year = _year(tokens, behind, language.calendar.of)
    if year:
        return CalendarDate(year[1], None, None, month, year[0])
    day = _day(tokens, behind, language)
    if day is None or _counts(tokens.words[behind + 1], language):
        return None
    last_day = None
    behind += 1
    if _joins(tokens, at, behind, language):
        last_day = _day(tokens, behind + 1, language)
        if last_day is not None and last_day > day:
            behind += 2
        else:
            last_day = None
    year = _year(tokens, behind, language.calendar.of)
    return CalendarDate(year[1] if year else behind, day, last_day, month, year[0] if year else None)
