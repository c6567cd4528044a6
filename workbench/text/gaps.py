"""Counts that share the word of another: "respectively", and "six in Gaza City and two in Rafah"."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from workbench.languages.claims import Trigger
from workbench.text.clause import Found
from workbench.text.counted import Counts, Phrase
from workbench.text.reading import BESIDE, ELLIPSIS, Reading
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DETERMINER,
    HAVE,
    MODAL,
    MORE,
    NUMBER,
    PREPOSITION,
    QUANTITY,
    RANK,
    RELATIVE,
    STOP,
    SUBORDINATE,
    TRIGGER,
)


class Note(Protocol):
    """Takes down that the phrase of that index counts what the trigger announces."""

    def __call__(
        self, index: int, trigger: Trigger, place: int, verb: int, sure: float, way: str
    ) -> None: ...


def read_pairs(walk: Walk, triggers: list[Found], note: Note, done: set[int]) -> None:
    """ "12 and 30 were killed and wounded respectively": each with its own."""
    bits = walk.clause.bits
    for one, (first, second) in enumerate(itertools.pairwise(walk.phrases)):
        if first.counts is not Counts.BARE or not bits[first.end] & AND or second.start != first.end + 1:
            continue
        for found, then in itertools.pairwise(triggers):
            if (
                bits[found.place + 1] & AND
                and walk.forward(found.place + 2, ADVERB | DETERMINER) == then.place
            ):
                for index, named in ((one, found), (one + 1, then)):
                    note(index, named.triggers[0], named.place, named.place, BESIDE, "pair")
                done.update((found.place, then.place))
                return


def read_gaps(walk: Walk, readings: Mapping[int, list[Reading]]) -> dict[int, list[Reading]]:
    """ "Six were killed in Gaza City and two others in Rafah": the second takes the word of the first."""
    bits = walk.clause.bits
    filled: dict[int, list[Reading]] = {}
    for index, phrase in enumerate(walk.phrases[1:], start=1):
        if index in readings or phrase.number is None or phrase.start in walk.parts:
            continue
        if phrase.counts not in (Counts.BARE, Counts.PEOPLE) or phrase.rate or phrase.left < 0:
            continue
        in_place = walk.clause.words[phrase.end] in walk.wordbook.word("place_in")
        if not (in_place and bits[phrase.left] & (AND | COMMA)) and not _elsewhere(walk, phrase):
            continue
        before = readings.get(index - 1) or filled.get(index - 1, [])
        if before and _only_adjuncts(walk, walk.phrases[index - 1].end, phrase, before[0].place):
            gap = before[0]
            filled[index] = [replace(gap, phrase=index, sure=gap.sure * ELLIPSIS, way="gap")]
    return filled


def _elsewhere(walk: Walk, phrase: Phrase) -> bool:
    """ "Kenya lost 14, Uganda six", "and in Bukavu another 300", "and the other seven two hours later"."""
    bits, left, end = walk.clause.bits, phrase.left, phrase.end
    ends = end >= len(walk.clause) or bool(bits[end] & (STOP | COMMA | AND))
    if ends and _next_in_order(walk, left):
        return True
    if bits[left] & (AND | COMMA):
        other = any(bits[token] & MORE for token in range(left + 1, phrase.start))
        return other and (bool(bits[end] & QUANTITY) or walk.thing_at(end))
    if not ends or bits[left] & (AND | COMMA | NUMBER | TRIGGER) or not walk.capital(left):
        return False
    before = left - 1
    if before >= 0 and walk.clause.words[before] in walk.wordbook.word("place_in"):
        before -= 1
    return before >= 0 and bool(bits[before] & (AND | COMMA))


def _next_in_order(walk: Walk, left: int) -> bool:
    """ "The first quake killed 210, the second 45"."""
    words, wordbook = walk.clause.words, walk.wordbook
    left -= words[left] in wordbook.word("object_marker")
    if left < 2 or words[left] not in wordbook.word("ordered"):
        return False
    return words[left - 1] in wordbook.word("definite") and bool(walk.clause.bits[left - 2] & (AND | COMMA))


def _only_adjuncts(walk: Walk, start: int, phrase: Phrase, trigger: int) -> bool:
    """No other verb stands from `start` to the end of the phrase's own clause."""
    bits = walk.clause.bits
    for place in range(start, phrase.start):
        if bits[place] & (STOP | RELATIVE | SUBORDINATE) or (bits[place] & TRIGGER and place != trigger):
            return False
    for place in range(phrase.end, min(phrase.end + 8, len(walk.clause))):
        if bits[place] & (STOP | COMMA | AND):
            return True
        if bits[place] & (BE | HAVE | TRIGGER | NUMBER | RELATIVE):
            return False
        if bits[place] & MODAL and not bits[place] & PREPOSITION:
            return False
    return True


def killed_and_injured(walk: Walk, triggers: Mapping[int, Found], found: Found) -> int | None:
    """The second trigger of "killed and wounded", where both are said of the same number."""
    bits = walk.clause.bits
    if not bits[found.place + 1] & AND:
        return None
    after = walk.forward(found.place + 2, ADVERB)
    if not bits[after] & TRIGGER:
        return None
    mine = {trigger.measure for trigger in found.triggers}
    other = triggers.get(after)
    if other is None or after in walk.by_attribute or found.place in walk.by_attribute:
        return None
    theirs = {trigger.measure for trigger in other.triggers}
    if not (("killed" in mine and "injured" in theirs) or ("injured" in mine and "killed" in theirs)):
        return None
    before = walk.back(found.place - 1, ADVERB)
    own = before + 1 in walk.by_end or walk.chain(found.place) is not None
    follows = walk.forward(after + 1, ADVERB | DETERMINER | MORE | RANK) in walk.by_start
    return None if own and follows else after
