"""Reads the dates in a sentence and resolves them against the day of publication.

News looks back: a weekday is the last one up to the day of publication, a day without a year the last
such day, unless the sentence speaks of the future.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workbench.core.period import Period
from workbench.languages.language import Language
from workbench.text.calendar import CalendarDate, month_at, read_calendar_date, year_of
from workbench.text.date_words import DateWords, date_words_of
from workbench.text.mention import DateKind, DateMention
from workbench.text.numerals import NumeralReader
from workbench.text.publication import Publication, month_of, whole_year
from workbench.text.tokens import DATE, NUMBER, WORD, Tokens, tokens_of

__all__ = ["DateKind", "DateMention", "read_dates"]

# How far ahead a day without a year may lie before it is taken for last year's.
_AHEAD = 14
# How far back a word of the future is looked for.
_REACH = 10
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}
_MOST = 10_000
_YEAR = 4  # digits


def read_dates(text: str, language: Language, published_at: date | None) -> list[DateMention]:
    """The dates in `text`, in order and without overlap.

    A period is None where it hangs on a day of publication that is not known, or lies outside of the
    calendar. Days of a war ("Day 110") are left to the caller, who knows its start. Never raises.
    """
    words = date_words_of(language)
    if not words.may_hold(text):
        return []
    tokens = words.bare(tokens_of(text, language.numerals.decimal))
    reader = _Reader(tokens, words, published_at)
    return list(reader.mentions())


class _Reader:
    def __init__(self, tokens: Tokens, words: DateWords, published_at: date | None) -> None:
        self.tokens = tokens
        self.words = words
        self.names = words.language.calendar
        self.publication = Publication(published_at)
        self.numerals = NumeralReader(tokens, words.language.numerals)
        self.ago_said = not self.names.ago.isdisjoint(tokens.words)
        # The token behind the last date with "from" or "between", and what leads from there to another date.
        self.started: int | None = None
        self.joins = words.language.ranges.joins

    def mentions(self) -> Iterator[DateMention]:
        types, firsts = self.tokens.types, self.words.firsts
        amounts = self.words.amounts if self.ago_said else frozenset()
        behind = 0
        dated = firsts | amounts if amounts else firsts
        named = [at for at, word in enumerate(self.tokens.words) if word in dated]
        for at in sorted({*self.tokens.special, *named}):
            if at < behind:
                continue
            kind, word = types[at], self.tokens.words[at]
            if kind == NUMBER and not self.ago_said and len(word) != _YEAR and not self._is_day(at):
                continue
            if kind in (NUMBER, DATE):
                found = self._calendar(at, at) or self._ago(at) or self._year(at)
            elif kind == WORD and word in firsts:
                found = (
                    self._relative(at)
                    or self._weekday(at)
                    or self._calendar(at, at)
                    or self._month(at)
                    or self._stretch(at)
                    or self._weekend(at)
                    or self._beginning(at)
                    or self._ago(at)
                )
            elif kind == WORD and word in amounts:
                found = self._ago(at)
            else:
                continue
            if found is None:
                continue
            last, period, stated = found
            start, end = self.tokens.starts[at], self.tokens.ends[last - 1] + len(self._ending(last - 1))
            role, opener = (stated, "") if stated else self._kind(at)
            self.started = last if role is DateKind.SINCE else None
            self.joins = self.words.language.ranges.pairs.get(opener, self.words.language.ranges.joins)
            yield DateMention(start, end, self.tokens.text[start:end], period, role)
            behind = last

    def _is_day(self, at: int) -> bool:
        """May digits be the day of a month, by the word behind them? Those of most counts are not."""
        return self.tokens.words[at + 1] in self.words.behind_day

    def _ending(self, at: int) -> str:
        suffix = self.tokens.suffixes.get(at, "")
        return suffix if suffix in self.words.language.numerals.ordinal_endings else ""

    def _kind(self, at: int) -> tuple[DateKind, str]:
        """By the words before the date, or before "early", "mid-" and "the"; with the last of those words."""
        words = self.tokens.words
        while at and words[at - 1] in self.words.aside:
            at -= 1
        match = self.words.roles.before(self.tokens, at)
        if match is not None:
            return match[1], words[at - 1]
        ends = self.started is not None and self.started == at - 1 and words[at - 1] in self.joins
        return (DateKind.UNTIL if ends else DateKind.AS_OF), ""

    def _is_future(self, at: int) -> bool:
        return not self.names.future.isdisjoint(self.tokens.words[max(0, at - _REACH) : at])

    def _relative(self, at: int) -> _Found | None:
        match = self.words.relative.after(self.tokens, at)
        return None if match is None else (match[0], self.publication.days(*match[1]), None)

    def _weekday(self, at: int) -> _Found | None:
        """ "Tuesday evening", "last Friday", "Saturday, October 7" """
        names, tokens = self.names, self.tokens
        before = tokens.words[at]
        begin = at
        if before in names.last or before in names.next or before in names.this:
            begin += 1
        weekday = names.weekdays.get(tokens.words[begin])
        if weekday is None or (names.capital and not tokens.text[tokens.starts[begin]].isupper()):
            return None
        last = begin + 1
        if tokens.words[last] == "." and tokens.words[begin] in names.short and tokens.touch(begin):
            last += 1
        dated = self._calendar(last + (tokens.words[last] == ","), at)
        if dated is not None:
            return dated
        if tokens.words[begin] in names.short and last == begin + 1:
            return None
        if tokens.words[last] in names.parts:
            last += 1
        before = before if begin > at else ""
        if names.last_behind and (tokens.words[last] in names.last or tokens.words[last] in names.next):
            before, last = tokens.words[last], last + 1
        if self.publication.today is None:
            return last, None, None
        back = (self.publication.today.weekday() - weekday) % 7
        if before in names.last and back == 0:
            back = 7
        elif before in names.next or self._is_future(at):
            back -= 7
        return last, self.publication.days(-back, -back), None

    def _calendar(self, at: int, begin: int) -> _Found | None:
        found = read_calendar_date(self.tokens, at, self.words.language)
        if found is None:
            return None
        whole = found.last_day is not None and self._kind(begin)[1] in self.words.language.ranges.pairs
        return found.last, self._resolved(found, begin), DateKind.AS_OF if whole else None

    def _resolved(self, found: CalendarDate, at: int) -> Period | None:
        if found.day is None:
            return None if found.year is None else month_of(found.year, found.month)
        years = [found.year] if found.year else self.publication.likely_years()
        looks_back = self._kind(at)[0] is not DateKind.AS_OF
        for year in years:
            try:
                first = date(year, found.month, found.day)
                last = date(year, found.month, found.last_day or found.day)
            except ValueError:
                continue
            ahead = 0 if looks_back else 366 if self._is_future(at) else _AHEAD
            if found.year or self.publication.today is None or (first - self.publication.today).days <= ahead:
                return Period(first, last)
        return None

    def _month(self, at: int) -> _Found | None:
        """ "in May", "last August", "late October": a month alone needs a word that says so."""
        names, tokens = self.names, self.tokens
        begin = at
        if tokens.words[at] in names.last or tokens.words[at] in names.this or tokens.words[at] in names.next:
            begin += 1
        month = month_at(tokens, begin, self.words.language)
        before = tokens.words[begin - 1] if begin else ""
        if before == "-" and begin > 1:
            before = tokens.words[begin - 2]
        if month is None or before not in self.words.month_before:
            return None
        if self.publication.today is None:
            return begin + 1, None, None
        year = self.publication.today.year - (month > self.publication.today.month)
        if begin > at and tokens.words[at] in names.last and month == self.publication.today.month:
            year -= 1
        if self._is_future(at) or tokens.words[at] in names.next:
            year = self.publication.today.year + (month < self.publication.today.month)
        return begin + 1, month_of(year, month), None

    def _year(self, at: int) -> _Found | None:
        tokens = self.tokens
        year = year_of(tokens.words[at]) if at not in tokens.suffixes else None
        if year is None or not at:
            return None
        before = tokens.words[at - 1]
        if before == "-" and at > 1:
            before = tokens.words[at - 2]
        if before not in self.words.year_before or tokens.words[at + 1] in self.words.counted:
            return None
        return at + 1, Period(date(year, 1, 1), date(year, 12, 31)), None

    def _stretch(self, at: int) -> _Found | None:
        """ "past 24 hours", "last three days"; "last week", "this year" """
        names, tokens = self.names, self.tokens
        word = tokens.words[at]
        unit = names.units.get(word)
        if unit not in (None, "hour", "day") and tokens.words[at + 1] in names.last:  # "la semana pasada"
            return at + 2, self.publication.previous(unit), None
        if word not in self.words.stretching:
            return None
        amount, unit_at = self._amount(at + 1)
        unit = names.units.get(tokens.words[unit_at])
        if unit is None:
            return None
        if word in names.this:
            return (unit_at + 1, self.publication.current(unit), None) if amount is None else None
        the = at > 0 and tokens.words[at - 1] in names.the
        if amount is None and word in names.last and not the:
            period = self.publication.previous(unit)
            return None if unit in ("hour", "day") else (unit_at + 1, period, None)
        amount = amount or 1
        if unit == "hour":
            back = -(-amount // 24)
        else:
            back = max(1, amount * _DAYS[unit] - 1)
        return unit_at + 1, self.publication.days(-back, 0), DateKind.DURATION

    def _weekend(self, at: int) -> _Found | None:
        """ "over the weekend", "last weekend" """
        names, words = self.names, self.tokens.words
        begin = at + (words[at] in names.last or words[at] in names.this)
        if words[begin] not in names.weekend:
            return None
        return begin + 1, self.publication.weekend(before=words[at] in names.last), None

    def _beginning(self, at: int) -> _Found | None:
        """ "start of the year", "beginning of this month": its first day."""
        names, words = self.names, self.tokens.words
        if words[at] not in names.begins or words[at + 1] != self.words.language.numerals.of:
            return None
        if words[at + 2] not in names.the and words[at + 2] not in names.this:
            return None
        unit = names.units.get(words[at + 3])
        if unit not in ("week", "month", "year"):
            return None
        current = self.publication.current(unit)
        return at + 4, None if current is None else Period.day(current.first), None

    def _amount(self, at: int) -> tuple[int | None, int]:
        """The whole number at this token, and the token of its unit."""
        numeral = self.numerals.read(at)
        if numeral is None:
            return None, at
        behind = numeral.last
        if self.tokens.words[behind] == "-":
            behind += 1
        if isinstance(numeral.value, int) and 0 < numeral.value <= _MOST:
            return numeral.value, behind
        return None, at

    def _ago(self, at: int) -> _Found | None:
        """ "two days ago", "a week ago", "hace dos días" """
        if not self.ago_said:
            return None
        names, tokens = self.names, self.tokens
        if names.ago_first:
            if tokens.words[at] not in names.ago:
                return None
            at += 1
        if tokens.words[at] in self.words.language.numerals.articles:
            amount, unit_at = 1, at + 1
        elif tokens.types[at] == NUMBER or tokens.words[at] in self.words.language.numerals.units:
            found, unit_at = self._amount(at)
            if found is None:
                return None
            amount = found
        else:
            return None
        unit = names.units.get(tokens.words[unit_at])
        if unit is None or not (names.ago_first or tokens.words[unit_at + 1] in names.ago):
            return None
        last = unit_at + 1 + (not names.ago_first)
        if self.publication.today is None:
            return last, None, None
        if unit == "hour":
            return last, self.publication.days(-(amount // 24), -(amount // 24)), None
        middle = self.publication.day(-amount * _DAYS[unit])
        if middle is None:
            return last, None, None
        if unit == "month":
            return last, month_of(middle.year, middle.month), None
        if unit == "year":
            return last, whole_year(self.publication.today.year - amount), None
        margin = 3 if unit in ("week", "fortnight") else 0
        return (
            last,
            self.publication.days(-amount * _DAYS[unit] - margin, -amount * _DAYS[unit] + margin),
            None,
        )


# The token behind the date, its days, and its kind where the date itself says it.
_Found = tuple[int, Period | None, DateKind | None]
