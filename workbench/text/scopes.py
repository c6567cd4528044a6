"""Over which time a figure counts: its scope, the start of the count, and the day it is true of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence, Set
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from workbench.core.claim import Scope
from workbench.core.event import Event
from workbench.core.period import Period, Precision
from workbench.text.aspect import increment_of, perfect_of
from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.cues import Cue, cues_of
from workbench.text.days import NO_DATES, dates_of, day_number, ranked_since, says_more
from workbench.text.mention import DateKind, DateMention
from workbench.text.reading import Reading
from workbench.text.times import Time, Times
from workbench.text.wordbook import SAY, TRIGGER, Wordbook

# Of these, "have been" alone means so far; hostages that "have been released" may be those of today.
_TOLLED = ("killed", "injured", "casualties")
_FEW = 4  # days on either side that a figure may be of
_ALONE = 12  # characters behind "October" that hold "alone"
_BETWEEN = 60  # tokens between a figure and its day
_CUES = frozenset(("cumulative", "since_start", "period", "incident"))


PUBLICATION_DAY, EVENT = "publication day", "event"

# What says so: a date, other words, or what is known from elsewhere; None where nothing does.
Cause = DateMention | Cue | str | None


class Span(NamedTuple):
    """`since` and `as_of` are None where the text does not say and nothing follows from it.

    Each with what says so.
    """

    scope: Scope | None
    since: Period | None
    as_of: Period | None
    scope_by: Cause = None
    since_by: Cause = None
    as_of_by: Cause = None


class Timeline:
    """What a sentence says of time, read once for all its figures."""

    def __init__(
        self,
        clause: Clause,
        dates: Sequence[DateMention],
        wordbook: Wordbook,
        published_at: date | None,
        event: Event | None,
        parts: Collection[int] = (),
    ) -> None:
        """`parts` are the offsets of the figures that are parts of others."""
        self.clause = clause
        self.wordbook = wordbook
        self.published_at = published_at
        self.event = event
        self.cues = cues_of(wordbook.claims)
        ranked = ranked_since(clause, wordbook)
        words = clause.words if ranked is None else clause.words[: ranked[0]] + clause.words[ranked[1] :]
        self.says = {cue for cue in _CUES & self.cues.likely(clause) if self.cues.find(cue, words)}
        numbered = day_number(clause, wordbook)
        self.day_number = numbered[0] if numbered is not None else None
        self.day_number_by = numbered[1] if numbered is not None else None
        self.dates = dates_of(clause, dates, ranked, wordbook) if dates else NO_DATES
        # Only a sentence with a stretch asks which time is whose.
        self.times = Times(clause, self._times(), parts) if self.dates.stretches else None

    def _times(self) -> list[Time]:
        times = [Time(mention.start, mention) for mention in (*self.dates.stretches, *self.dates.starts)]
        if "since_start" in self.says:
            cue = Cue("since_start", 0, len(self.clause))
            first, _ = self.cues.tokens_of(cue, self.clause.words)
            times.append(Time(self.clause.starts[first], cue))
        return times

    def time_of(self, phrase: Phrase, reading: Reading) -> Time | None:
        """The stretch or start that the figure is said of, where the sentence names a stretch at all."""
        if self.times is None:
            return None
        total = self.clause.starts[reading.place] if reading.way == "toll" else None
        return self.times.of(self.clause.starts[phrase.start], total=total)

    def span_of(
        self,
        phrase: Phrase,
        reading: Reading,
        before: Reading | None,
        counted: Set[str],
        *,
        denied: bool = False,
    ) -> Span:
        """Where the sentence names no day, a total or a stock is as of the publication; an incident is not.

        `before` is the reading before it in the sentence, `counted` are the measures counted so far in the
        article: "another 12" adds to what was counted, unless it only comes next to another measure.
        Of what is `denied`, "that its soldiers had killed 112" is one deed and no total.
        """
        at = self.clause.starts[phrase.start]
        for mention, end in self.dates.remembered:
            if mention.end < at < end:
                return _of_old(mention)
        said_of = max(at, self.clause.starts[reading.place])
        since = _next(self.dates.starts, at) if self.dates.starts else None
        stretch = None
        if (time := self.time_of(phrase, reading)) is not None and isinstance(time.said, DateMention):
            stretch, since = (time.said, None) if time.stretch else (None, time.said)
        day = self._day_of(phrase, reading, said_of) if self.dates.days else None
        dated = day is not None and (self._dated(day, said_of) or self._alone(day))
        scope, scope_by = self._scope(
            phrase, reading, before, counted, stretch, since, day if dated else None
        )
        if (
            denied
            and reading.way == "object"
            and scope_by
            and scope_by == perfect_of(self.clause, self.wordbook, phrase, reading, before)
        ):
            scope, scope_by = Scope.INCIDENT, None
        if scope is Scope.INCIDENT and day is not None and not dated and day.start > said_of:
            day = self._before(at) or day  # "drowned on Tuesday", which is said on Thursday
        as_of = day.period if day is not None else None
        if as_of is not None and as_of.first < as_of.last:  # "in January", "over the weekend"
            long = dated and as_of.precision >= Precision.WEEK
            if (scope is Scope.INCIDENT and long) or (scope is Scope.PERIOD and stretch is None):
                return _within(as_of, day)
        as_of_by: Cause = day
        if scope in (Scope.CUMULATIVE, Scope.STOCK) and as_of is None and self.published_at is not None:
            as_of, as_of_by = Period.day(self.published_at), PUBLICATION_DAY
        if scope is Scope.PERIOD and stretch is not None and stretch.period is not None:
            start = Period.day(stretch.period.first)
            if as_of is None:
                as_of, as_of_by = Period.day(stretch.period.last), stretch
            return Span(scope, start, as_of, scope_by, stretch, as_of_by)
        if scope is Scope.CUMULATIVE and since is None and as_of and _until_now(as_of, self.published_at):
            return Span(scope, Period.day(as_of.first), Period.day(as_of.last), scope_by, day, day)
        if scope is Scope.CUMULATIVE:
            return self._total(since, as_of, scope_by, as_of_by)
        return Span(scope, None, as_of, scope_by, None, as_of_by)

    def _total(
        self, since: DateMention | None, as_of: Period | None, scope_by: Cause, as_of_by: Cause
    ) -> Span:
        """The start of a total: the one said, else that of the event, which "Day 110" counts from too."""
        start: Period | None = None
        since_by: Cause = since
        days = timedelta(days=self.day_number - 1) if self.day_number is not None else None
        if since is not None:
            start = since.period
        elif self.dates.begun and self.event is None:
            start, since_by = self.dates.begun[0].period, self.dates.begun[0]
        elif self.event is not None:
            start, since_by = Period.day(self.event.start), EVENT
            reached = None if days is None else _day(self.event.start, days)
            if reached is not None:
                as_of, as_of_by = reached, self.day_number_by
        elif days is not None and self.published_at is not None:
            start, since_by = _day(self.published_at, -days), self.day_number_by
        return Span(Scope.CUMULATIVE, start, as_of, scope_by, since_by, as_of_by)

    def _day_of(self, phrase: Phrase, reading: Reading, said_of: int) -> DateMention | None:
        """The day that stands next behind, else the last one before.

        That of an aside on those counted ("girls kidnapped in 2014") dates what it tells, and nothing else.
        """
        place = bisect_left(self.dates.days, said_of, key=lambda mention: mention.start)
        behind = range(place, min(place + _FEW, len(self.dates.days)))
        before = range(place - 1, max(place - 1 - _FEW, -1), -1)
        for index in chain(behind, before):
            opens, closes = self.dates.asides[index]
            if opens <= reading.place < closes or not says_more(self.clause, phrase, opens):
                return self.dates.days[index]
        return None

    def _before(self, at: int) -> DateMention | None:
        """The last day named before."""
        place = bisect_left(self.dates.days, at, key=lambda mention: mention.start)
        return self.dates.days[place - 1] if place else None

    def _alone(self, day: DateMention) -> bool:
        """ "In October alone, 148 were killed"."""
        behind = self.clause.text[day.end : day.end + _ALONE].lower().replace(",", " ").split()
        return not self.wordbook.word("alone").isdisjoint(behind[:1])

    def _dated(self, day: DateMention, said_of: int) -> bool:
        """Is a day named behind the figure, and not as the day on which it was said?"""
        if day.kind is not DateKind.AS_OF or day.start < said_of:
            return False
        starts, bits = self.clause.starts, self.clause.bits
        between = range(bisect_left(starts, said_of), bisect_left(starts, day.start))
        return not any(bits[token] & SAY and not bits[token] & TRIGGER for token in between[:_BETWEEN])

    def _scope(
        self,
        phrase: Phrase,
        reading: Reading,
        before: Reading | None,
        counted: Set[str],
        stretch: DateMention | None,
        since: DateMention | None,
        dated: DateMention | None,
    ) -> tuple[Scope, Cause]:
        again = reading.measure in counted
        alone = before is None or before.measure == reading.measure or again
        if stretch is not None:
            return Scope.PERIOD, stretch
        if alone and (added := increment_of(self.clause, self.cues, phrase, again=again)):
            return Scope.PERIOD, added
        started = since or self._cue("since_start")
        if not self.wordbook.vocabulary.measures[reading.measure].accumulates and started is None:
            return Scope.STOCK, Cue("", reading.place, reading.place + 1)
        if started is not None:
            return Scope.CUMULATIVE, started
        if reading.way == "toll":
            return Scope.CUMULATIVE, Cue("", reading.place, reading.place + 1)
        if self.day_number_by is not None:
            return Scope.CUMULATIVE, self.day_number_by
        if total := self._cue("cumulative"):
            return Scope.CUMULATIVE, total
        if dated is not None:
            return Scope.INCIDENT, dated
        if beside := self._beside_toll(phrase, reading, before):
            return Scope.CUMULATIVE, beside
        if period := self._cue("period"):
            return Scope.PERIOD, period
        if reading.measure in _TOLLED and "incident" not in self.says:
            perfect = perfect_of(self.clause, self.wordbook, phrase, reading, before)
            return (Scope.INCIDENT if perfect is None else Scope.CUMULATIVE), perfect
        return Scope.INCIDENT, None

    def _beside_toll(self, phrase: Phrase, reading: Reading, before: Reading | None) -> Cue | None:
        """ "The toll rose to 2,012, with 2,059 injured": both are totals."""
        if before is None or before.way != "toll" or before.measure == reading.measure or phrase.left < 0:
            return None
        joined = self.clause.words[phrase.left] in self.wordbook.word("with")
        return Cue("", before.place, before.place + 1) if joined else None

    def _cue(self, group: str) -> Cue | None:
        return Cue(group, 0, len(self.clause)) if group in self.says else None


def _until_now(period: Period, published_at: date | None) -> bool:
    """ "so far this year": a time that has not ended yet."""
    return period.first < period.last == published_at


def _next(mentions: Sequence[DateMention], at: int) -> DateMention | None:
    """The one that stands next behind, else the last one before."""
    place = bisect_left(mentions, at, key=lambda mention: mention.start)
    if place < len(mentions):
        return mentions[place]
    return mentions[-1] if mentions else None


def _within(period: Period, by: Cause) -> Span:
    return Span(Scope.PERIOD, Period.day(period.first), Period.day(period.last), by, by, by)


def _of_old(mention: DateMention) -> Span:
    if mention.period is not None and mention.period.precision >= Precision.WEEK:
        return _within(mention.period, mention)
    return Span(Scope.INCIDENT, None, mention.period, mention, None, mention)


def _day(day: date, days: timedelta) -> Period | None:
    try:
        return Period.day(day + days)
    except OverflowError:
        return None
