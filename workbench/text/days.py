"""What a day in a sentence dates: a count, the start of it, an earlier figure, or something told aside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.cues import Cue
from workbench.text.mention import DateKind, DateMention
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DASH,
    DETERMINER,
    HAVE,
    MODAL,
    NUMBER,
    OPEN,
    PEOPLE,
    RELATIVE,
    STOP,
    SUBORDINATE,
    TRIGGER,
    Wordbook,
)

_LONGEST_COUNT = 4000  # days: "Day 9,999" is no day of an event
_NEAR = 40  # characters between "up from" and the day of the figure behind it
_ASIDE = 10  # tokens between "kidnapped" and its day


class Dates(NamedTuple):
    """The dates of a sentence by what they date, each in order; those of an earlier figure are left out.

    `begun`: what a war began on; `starts`: where a count starts; `days`: those of counts, with the tokens of
    what they date instead (`asides`, see aside_of); `stretches`: "the past day"; `remembered`: "since 2017,
    when 86 died", with the offset up to which it is told.
    """

    begun: list[DateMention]
    starts: list[DateMention]
    days: list[DateMention]
    asides: list[tuple[int, int]]
    stretches: list[DateMention]
    remembered: list[tuple[DateMention, int]]


NO_DATES = Dates([], [], [], [], [], [])


def dates_of(
    clause: Clause, mentions: Sequence[DateMention], ranked: tuple[int, int] | None, wordbook: Wordbook
) -> Dates:
    """What each of them dates; `ranked` are the tokens of ranked_since, in which a date dates nothing."""
    dates = Dates([], [], [], [], [], [])
    first, last = (clause.starts[ranked[0]], clause.starts[ranked[1]]) if ranked else (0, 0)
    for mention in mentions:
        if is_earlier(clause, mention, wordbook):
            continue
        end = recalls(clause, mention, wordbook) if ranked or mention.kind is DateKind.SINCE else 0
        if first < mention.start < last and not end:
            continue
        if mention.kind is DateKind.DURATION:
            dates.stretches.append(mention)
        if begins(clause, mention, wordbook):
            dates.begun.append(mention)
        elif mention.kind is DateKind.SINCE and end:
            dates.remembered.append((mention, end))
        elif mention.kind is DateKind.SINCE or starts(clause, mention, wordbook):
            dates.starts.append(mention)
        elif mention.kind is not DateKind.DURATION and mention.period is not None:
            dates.days.append(mention)
            dates.asides.append(aside_of(clause, mention, wordbook))
    return dates


def aside_of(clause: Clause, mention: DateMention, wordbook: Wordbook) -> tuple[int, int]:
    """The tokens of "kidnapped in 2014", "who were kidnapped in 2014"; an empty range at 0 where none is."""
    bits, words = clause.bits, clause.words
    end = bisect_left(clause.starts, mention.start)
    for place in range(end - 1, max(end - 1 - _ASIDE, 0), -1):
        if bits[place] & (COMMA | STOP | DASH | OPEN | AND | SUBORDINATE | BE | HAVE | MODAL):
            break
        announced = bits[place] & TRIGGER
        if bits[place] & ADVERB:
            continue  # "freed unharmed on Friday"
        if not announced and not words[place].endswith(wordbook.claims.past_endings):
            continue
        before = place - 1
        while before > 0 and bits[before] & (BE | HAVE | ADVERB) and not bits[before] & DETERMINER:
            before -= 1
        if bits[before] & RELATIVE and announced:
            return before, end
        if before == place - 1 and bits[before] & PEOPLE and not bits[before] & TRIGGER:
            return place, end
        break
    return 0, 0


def says_more(clause: Clause, phrase: Phrase, opens: int) -> bool:
    """Is the aside that opens at this token said of those that the phrase counts?"""
    if not phrase.start < opens <= phrase.end + _ASIDE:
        return False
    between = clause.bits[phrase.end : opens]
    return not any(bits & (AND | COMMA | BE | HAVE | TRIGGER) for bits in between)


def begins(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "strikes which began Monday" dates the strikes, not the count."""
    before = clause.text[max(0, mention.start - 40) : mention.start].lower().split()[-3:]
    return not wordbook.word("begin").isdisjoint(before)


def recalls(clause: Clause, mention: DateMention, wordbook: Wordbook) -> int:
    """ "the worst since 2017, when 86 died": the offset up to which the day is told of; 0 where it is not."""
    place = bisect_left(clause.starts, mention.end)
    place += bool(clause.bits[place] & COMMA)
    if clause.words[place] not in wordbook.word("when"):
        return 0
    while place < len(clause) and not clause.bits[place] & (COMMA | STOP):
        place += 1
    return clause.starts[place] if place < len(clause) else len(clause.text)


def ranked_since(clause: Clause, wordbook: Wordbook) -> tuple[int, int] | None:
    """The tokens of "the deadliest day since the war began": what is ranked by it is not counted from it."""
    ranks, since = wordbook.word("superlative"), wordbook.word("since")
    if ranks.isdisjoint(clause.words) or since.isdisjoint(clause.words):
        return None
    rank = -1
    for place, word in enumerate(clause.words):
        if clause.bits[place] & (COMMA | STOP | NUMBER | BE | HAVE):
            rank = -1
        elif word in ranks:
            rank = place
        elif word in since and rank >= 0:
            end = place
            while end < len(clause) and not clause.bits[end] & (COMMA | STOP):
                end += 1
            return place, end
    return None


def is_earlier(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "15, up from 11 on Wednesday": the day is that of the earlier figure."""
    before = clause.text[max(0, mention.start - _NEAR) : mention.start].lower()
    return any(map(before.__contains__, wordbook.word("earlier")))


def starts(clause: Clause, mention: DateMention, wordbook: Wordbook) -> bool:
    """ "since the invasion of the north in 1967": the day dates what the count starts from."""
    if mention.kind is not DateKind.AS_OF:
        return False
    before = clause.text[max(0, mention.start - 80) : mention.start].lower()
    return not wordbook.word("since").isdisjoint(before.rsplit(",", 1)[-1].rsplit(";", 1)[-1].split())


def day_number(clause: Clause, wordbook: Wordbook) -> tuple[int, Cue] | None:
    """110 of "Day 110 in Gaza", and where it stands."""
    days = wordbook.word("day_number")
    lowered = clause.text.lower()
    if not any(map(lowered.__contains__, days)):
        return None
    for token, word in enumerate(clause.words):
        if word != "#":
            continue
        printed = clause.text[clause.starts[token] : clause.ends[token]].lower().split()
        named = (len(printed) == 2 and printed[0] in days) or (token > 0 and clause.words[token - 1] in days)
        numeral = printed[-1].replace(",", "") if printed else ""
        if named and numeral.isascii() and numeral.isdigit() and len(numeral) < 5:
            return (int(numeral), Cue("", token, token + 1)) if 0 < int(numeral) <= _LONGEST_COUNT else None
    return None
