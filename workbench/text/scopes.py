"""Over which time a figure counts: its scope, the start of the count, and the day it is true of."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.core.claim import Scope
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.dates import DateKind, DateMention
from workbench.text.modality import cues_of
from workbench.text.reading import Reading
from workbench.text.wordbook import MORE, SAY, TRIGGER, Wordbook

# Of these, "have been" alone means so far; hostages that "have been released" may be those of today.
_TOLLED = ("killed", "injured", "casualties")
_LONGEST_COUNT = 4000  # days: "Day 9,999" is no day of an event


@dataclass(frozen=True, slots=True)
class Span:
    """`since` and `as_of` are None where the text does not say and nothing follows from it."""

    scope: Scope | None
    since: Period | None
    as_of: Period | None


def read_span(
    clause: Clause,
    phrase: Phrase,
    reading: Reading,
    dates: Sequence[DateMention],
    wordbook: Wordbook,
    *,
    published_at: date | None,
    event: Event | None,
    day_number: int | None,
    before: Reading | None = None,
    counted: Set[str] = frozenset(),
) -> Span:
    """Where the sentence names no day, a cumulative count or a stock is as of the publication; an incident is not.

    `before` is the reading before it in the sentence, `counted` are the measures counted so far in the article:
    "another 12" adds to what was counted, unless it only comes next to another measure.
    """
    at = clause.starts[phrase.start]
    begun = [mention for mention in dates if _begins(clause, mention, wordbook)]
    dates = [mention for mention in dates if mention not in begun]
    since = _since(dates, at)
    stretch = next((mention for mention in dates if mention.kind is DateKind.DURATION), None)
    said_of = max(at, clause.starts[reading.place])
    dated = any(
        mention.kind is DateKind.AS_OF
        and mention.start >= said_of
        and not _said_before(clause, said_of, mention.start)
        for mention in dates
    )
    scope = _scope(
        clause,
        phrase,
        reading,
        wordbook,
        since,
        stretch,
        day_number,
        dated=dated,
        before=before,
        counted=counted,
    )
    as_of = _as_of(dates, said_of)
    today = Period.day(published_at) if published_at is not None else None
    if scope in (Scope.CUMULATIVE, Scope.STOCK) and as_of is None:
        as_of = today
    start: Period | None = None
    if scope is Scope.PERIOD and stretch is not None and stretch.period is not None:
        start = Period.day(stretch.period.first)
        as_of = as_of or Period.day(stretch.period.last)
    elif scope is Scope.CUMULATIVE:
        start = since.period if since is not None else None
        if start is None and begun:
            start = begun[0].period
        if start is None and event is not None:
            start = Period.day(event.start)
        elif start is None and day_number is not None and published_at is not None:
            start = Period.day(published_at - timedelta(days=day_number - 1))
        if day_number is not None and event is not None and since is None:
            as_of = Period.day(event.start + timedelta(days=day_number - 1))
    return Span(scope, start, as_of)


def _scope(
    clause: Clause,
    phrase: Phrase,
    reading: Reading,
    wordbook: Wordbook,
    since: DateMention | None,
    stretch: DateMention | None,
    day_number: int | None,
    *,
    dated: bool,
    before: Reading | None,
    counted: Set[str],
) -> Scope:
    stock = not wordbook.vocabulary.measures[reading.measure].accumulates
    cues = cues_of(wordbook.claims)
    words = " ".join(clause.words)
    beside_other = before is not None and before.measure != reading.measure and reading.measure not in counted
    if stretch is not None or (
        not beside_other and _increment(clause, phrase, wordbook, counted=reading.measure in counted)
    ):
        return Scope.PERIOD
    started = since is not None or cues.find("since_start", words) is not None
    if stock and not started:
        return Scope.STOCK
    if started or reading.way == "toll" or day_number is not None or cues.find("cumulative", words):
        return Scope.CUMULATIVE
    if dated:
        return Scope.INCIDENT
    if cues.find("period", words):
        return Scope.PERIOD
    own = (
        before if reading.way == "beside" and before is not None else reading
    )  # "140 killed and 140 injured"
    auxiliaries = clause.words[min(own.verb, own.place) : own.place]
    perfect = reading.measure in _TOLLED and not wordbook.word("have").isdisjoint(auxiliaries)
    if perfect and not cues.find("incident", words):
        return Scope.CUMULATIVE
    return Scope.INCIDENT


def _increment(clause: Clause, phrase: Phrase, wordbook: Wordbook, *, counted: bool) -> bool:
    """ "a further 26", and "26 more" where the same was counted before: said of what was added."""
    cues = cues_of(wordbook.claims)
    around = range(max(phrase.left + 1, 0), phrase.end)
    words = " ".join(clause.words[token] for token in around if clause.bits[token] & MORE)
    if cues.find("surely_increment", words) or (counted and cues.find("increment", words)):
        return True
    printed = phrase.number.text.lower() if phrase.number is not None else ""
    return cues.find("surely_increment" if not counted else "hedged_increment", printed) is not None


def _said_before(clause: Clause, start: int, end: int) -> bool:
    """Does a word such as "said" stand between the figure and a day, so that it is the day it was said?"""
    return any(
        bits & SAY and not bits & TRIGGER and start < at < end
        for at, bits in zip(clause.starts, clause.bits, strict=True)
    )


def _begins(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "strikes which began Monday" dates the strikes, not the count."""
    before = clause.text[: mention.start].lower().split()[-3:]
    return not wordbook.word("begin").isdisjoint(before)


def _since(dates: Sequence[DateMention], at: int) -> DateMention | None:
    """The start of the count nearest to it."""
    starts = [mention for mention in dates if mention.kind is DateKind.SINCE]
    after = [mention for mention in starts if mention.start >= at]
    return after[0] if after else starts[-1] if starts else None


def _as_of(dates: Sequence[DateMention], at: int) -> Period | None:
    """The next day named after the figure and its verb, else the last one before."""
    days = [
        mention
        for mention in dates
        if mention.kind in (DateKind.AS_OF, DateKind.UNTIL) and mention.period is not None
    ]
    after = [mention for mention in days if mention.start >= at]
    chosen = after[0] if after else days[-1] if days else None
    return chosen.period if chosen is not None else None


def day_number_of(clause: Clause, wordbook: Wordbook) -> int | None:
    """110 of "Day 110 in Gaza"."""
    for token, word in enumerate(clause.words):
        if word == "#":
            printed = clause.text[clause.starts[token] : clause.ends[token]].lower().split()
            before = clause.words[token - 1] if token else ""
            numeral = printed[-1].replace(",", "") if printed else ""
            named = (
                len(printed) == 2 and printed[0] in wordbook.word("day_number")
            ) or before in wordbook.word("day_number")
            if named and numeral.isascii() and numeral.isdigit() and len(numeral) < 5:
                number = int(numeral)
                return number if 0 < number <= _LONGEST_COUNT else None
    return None
