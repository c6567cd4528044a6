"""Over which time a figure counts: its scope, the start of the count, and the day it is true of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.core.claim import Scope
from workbench.core.event import Event
from workbench.core.period import Period, Precision
from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.dates import DateKind, DateMention
from workbench.text.modality import cues_of
from workbench.text.reading import Reading
from workbench.text.wordbook import MORE, SAY, TRIGGER, Wordbook

# Of these, "have been" alone means so far; hostages that "have been released" may be those of today.
_TOLLED = ("killed", "injured", "casualties")
_LONGEST_COUNT = 4000  # days: "Day 9,999" is no day of an event
_NEAR = 40  # characters between "up from" and the day of the figure behind it
_BETWEEN = 60  # tokens between a figure and its day
_CUES = ("cumulative", "since_start", "period", "incident")


@dataclass(frozen=True, slots=True)
class Span:
    """`since` and `as_of` are None where the text does not say and nothing follows from it."""

    scope: Scope | None
    since: Period | None
    as_of: Period | None


class Timeline:
    """What a sentence says of time, read once for all its figures."""

    def __init__(
        self,
        clause: Clause,
        dates: Sequence[DateMention],
        wordbook: Wordbook,
        published_at: date | None,
        event: Event | None,
    ) -> None:
        self.clause = clause
        self.wordbook = wordbook
        self.published_at = published_at
        self.event = event
        self.cues = cues_of(wordbook.claims)
        self.says = {cue for cue in _CUES if self.cues.find(cue, clause.words)}
        self.day_number = _day_number(clause, wordbook)
        dates = [mention for mention in dates if not _is_earlier(clause, mention, wordbook)]
        self.begun = [mention for mention in dates if _begins(clause, mention, wordbook)]
        counted = [mention for mention in dates if mention not in self.begun] if self.begun else dates
        self.starts: list[DateMention] = []
        self.days: list[DateMention] = []
        for mention in counted:
            if mention.kind is DateKind.SINCE or _starts(clause, mention, wordbook):
                self.starts.append(mention)
            elif mention.kind is not DateKind.DURATION and mention.period is not None:
                self.days.append(mention)
        self.stretch = next((mention for mention in dates if mention.kind is DateKind.DURATION), None)

    def span_of(self, phrase: Phrase, reading: Reading, before: Reading | None, counted: Set[str]) -> Span:
        """Where the sentence names no day, a total or a stock is as of the publication; an incident is not.

        `before` is the reading before it in the sentence, `counted` are the measures counted so far in the
        article: "another 12" adds to what was counted, unless it only comes next to another measure.
        """
        at = self.clause.starts[phrase.start]
        said_of = max(at, self.clause.starts[reading.place])
        since = _next(self.starts, at)
        day = _next(self.days, said_of)
        dated = self._dated(day, said_of)
        scope = self._scope(phrase, reading, before, counted, since, dated)
        as_of = day.period if day is not None else None
        if scope is Scope.INCIDENT and dated and as_of is not None and as_of.precision >= Precision.WEEK:
            return Span(Scope.PERIOD, Period.day(as_of.first), Period.day(as_of.last))  # "in January"
        if scope in (Scope.CUMULATIVE, Scope.STOCK) and as_of is None and self.published_at is not None:
            as_of = Period.day(self.published_at)
        start: Period | None = None
        if scope is Scope.PERIOD and self.stretch is not None and self.stretch.period is not None:
            start = Period.day(self.stretch.period.first)
            as_of = as_of or Period.day(self.stretch.period.last)
        elif scope is Scope.CUMULATIVE:
            start, as_of = self._total(since, as_of)
        return Span(scope, start, as_of)

    def _total(self, since: DateMention | None, as_of: Period | None) -> tuple[Period | None, Period | None]:
        """The start of a total: the one said, else that of the event, which "Day 110" counts from too."""
        if since is not None:
            return since.period, as_of
        days = timedelta(days=self.day_number - 1) if self.day_number is not None else None
        if self.begun and self.event is None:
            return self.begun[0].period, as_of
        if self.event is not None:
            start = self.event.start
            return Period.day(start), as_of if days is None else _day(start, days) or as_of
        if days is not None and self.published_at is not None:
            return _day(self.published_at, -days), as_of
        return None, as_of

    def _dated(self, day: DateMention | None, said_of: int) -> bool:
        """Is a day named behind the figure, and not as the day on which it was said?"""
        if day is None or day.kind is not DateKind.AS_OF or day.start < said_of:
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
        since: DateMention | None,
        dated: bool,
    ) -> Scope:
        again = reading.measure in counted
        alone = before is None or before.measure == reading.measure or again
        if self.stretch is not None or (alone and self._increment(phrase, again)):
            return Scope.PERIOD
        started = since is not None or "since_start" in self.says
        if not self.wordbook.vocabulary.measures[reading.measure].accumulates and not started:
            return Scope.STOCK
        if started or reading.way == "toll" or self.day_number is not None or "cumulative" in self.says:
            return Scope.CUMULATIVE
        if dated:
            return Scope.INCIDENT
        if "period" in self.says:
            return Scope.PERIOD
        if reading.measure in _TOLLED and self._perfect(reading, before) and "incident" not in self.says:
            return Scope.CUMULATIVE
        return Scope.INCIDENT

    def _perfect(self, reading: Reading, before: Reading | None) -> bool:
        """ "have been killed"; in "140 have been killed and 140 injured" the first verb speaks for both."""
        shared = reading.way in ("beside", "object") and reading.verb == reading.place and before is not None
        verb = before if shared and before is not None else reading
        auxiliaries = self.clause.words[min(verb.verb, verb.place) : verb.place]
        return not self.wordbook.word("have").isdisjoint(auxiliaries)

    def _increment(self, phrase: Phrase, again: bool) -> bool:
        """ "a further 26", and "26 more" where the same was counted before: said of what was added."""
        around = range(max(phrase.left + 1, 0), phrase.end)
        words = [self.clause.words[token] for token in around if self.clause.bits[token] & MORE]
        if self.cues.find("surely_increment", words) or (again and self.cues.find("increment", words)):
            return True
        hedge = phrase.number.text.lower().split() if phrase.number is not None else ()
        return self.cues.find("hedged_increment" if again else "surely_increment", hedge)


def _next(mentions: Sequence[DateMention], at: int) -> DateMention | None:
    """The one that stands next behind, else the last one before."""
    place = bisect_left(mentions, at, key=lambda mention: mention.start)
    if place < len(mentions):
        return mentions[place]
    return mentions[-1] if mentions else None


def _begins(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "strikes which began Monday" dates the strikes, not the count."""
    before = clause.text[max(0, mention.start - 40) : mention.start].lower().split()[-3:]
    return not wordbook.word("begin").isdisjoint(before)


def _is_earlier(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "15, up from 11 on Wednesday": the day is that of the earlier figure."""
    before = clause.text[max(0, mention.start - _NEAR) : mention.start].lower()
    return any(phrase in before for phrase in wordbook.word("earlier"))


def _starts(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "since the invasion of the north in 1967": the day dates what the count starts from."""
    if mention.kind is not DateKind.AS_OF:
        return False
    before = clause.text[max(0, mention.start - 80) : mention.start].lower()
    return not wordbook.word("since").isdisjoint(before.rsplit(",", 1)[-1].rsplit(";", 1)[-1].split())


def _day(day: date, days: timedelta) -> Period | None:
    try:
        return Period.day(day + days)
    except OverflowError:
        return None


def _day_number(clause: Clause, wordbook: Wordbook) -> int | None:
    """110 of "Day 110 in Gaza"."""
    days = wordbook.word("day_number")
    lowered = clause.text.lower()
    if not any(day in lowered for day in days):
        return None
    for token, word in enumerate(clause.words):
        if word != "#":
            continue
        printed = clause.text[clause.starts[token] : clause.ends[token]].lower().split()
        named = (len(printed) == 2 and printed[0] in days) or (token > 0 and clause.words[token - 1] in days)
        numeral = printed[-1].replace(",", "") if printed else ""
        if named and numeral.isascii() and numeral.isdigit() and len(numeral) < 5:
            return int(numeral) if 0 < int(numeral) <= _LONGEST_COUNT else None
    return None
