"""Those to whom it happened, before the verb that says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from workbench.languages.claims import Trigger
from workbench.text.counted import Counts, Phrase
from workbench.text.reading import Reading
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    CLOSE,
    COMMA,
    DASH,
    DETERMINER,
    GRAMMAR,
    HAVE,
    INCLUDING,
    MODAL,
    MORE,
    NUMBER,
    OPEN,
    PARTED,
    PEOPLE,
    PREPOSITION,
    QUANTITY,
    RANK,
    RELATIVE,
    SIGNS,
    SINGULAR,
    SOURCE,
    STOP,
    SUBORDINATE,
    TRIGGER,
)

_FARTHEST = 40  # tokens between a subject and its verb
_CANDIDATES = 6  # phrases before a verb that are looked at
_LONGEST_LIST = 12
_SHORT = 2  # tokens of "owner" in ", owner arrested"

Readings = Mapping[int, list[Reading]]


def subject_before(
    walk: Walk, readings: Readings, start: int, trigger: Trigger, *, elliptical: bool
) -> tuple[int | None, bool]:
    """The phrase that the verb beginning at `start` is said of, and whether it stands right before it."""
    bits = walk.clause.bits
    singular = bool(bits[start] & SINGULAR) or walk.clause.words[start] in walk.wordbook.word("singular")
    before = walk.back(start - 1, ADVERB)
    aside = start  # where words between two dashes begin, which no subject stands in
    if before >= 0 and bits[before] & DASH:
        opening = walk.open_before(before)
        if opening < before:
            aside = opening + 1
        before = walk.back(min(before - 1, opening), ADVERB | DASH)
    relative = before >= 0 and bool(bits[before] & RELATIVE)
    if relative:
        before = walk.back(before - 1, COMMA | PREPOSITION)
    if before >= 0 and bits[before] & QUANTITY and not relative:
        return None, False  # "a third were women"
    if start and bits[start - 1] & (DASH | CLOSE):  # "six hostages -- four Thais and a Nepali -- walked free"
        opened = walk.by_end.get(walk.open_before(start - 1) + 1)
        if opened is not None and walk.fits(walk.phrases[opened], trigger):
            return opened, True
    last = bisect_right(walk.ends, start)
    part: int | None = None
    for index in range(last - 1, max(last - 1 - _CANDIDATES, -1), -1):
        if start - walk.ends[index] > _FARTHEST:
            break
        phrase = walk.phrases[index]
        value = phrase.value
        if phrase.start > aside or not walk.fits(phrase, trigger):
            continue
        if singular and value is not None and value > 1 and not relative and not walk.collected(phrase):
            continue
        if relative and _is_object(index, readings):
            return None, False  # said of them is what else was done; how they came there is background
        if not relative and _is_object(index, readings):
            continue  # \"three men who killed two policemen were arrested\"
        if phrase.end == before + 1:
            if walk.is_part(phrase) and not phrase.parted and not relative:
                part = index  # "22 people including four children were hurt"
                continue
            gerund = walk.clause.words[start] in walk.wordbook.word("being")  # "led to four being injured"
            if relative or gerund or not walk.in_adjunct(phrase, clausal=True) or phrase.divided:
                return index, True
            continue
        if relative:
            if walk.plain(phrase.end, before + 1):
                return index, False
            continue
        if _is_object(index, readings) or walk.in_adjunct(phrase) or walk.is_part(phrase):
            continue
        verdict = _reaches(walk, phrase, start, elliptical=elliptical)
        if verdict:
            return index, False
        if verdict is None:
            break
    return part, part is not None


def _reaches(walk: Walk, phrase: Phrase, start: int, *, elliptical: bool) -> bool | None:
    """Do the words between a phrase and a verb only say more about the phrase? None: a new clause began."""
    words, bits = walk.clause.words, walk.clause.bits
    infinitive, claims = walk.wordbook.word("infinitive"), walk.wordbook.claims
    place, relatives, joined, parts = phrase.end, 0, False, False
    opening = bits[place]
    if opening & COMMA and bits[place + 1] & PARTED:
        past = walk.past_parts(place + 1)
        if past <= start and bits[past] & COMMA:
            place, parts = past, True  # "Nineteen people, of whom 11 were women, perished"
    while place < start:
        here = bits[place]
        if here & (OPEN | DASH):
            past = walk.past_group(place)
            if past <= place or past > start:
                return None
            place = past
            continue
        if here & STOP:
            return None
        if here & (CLOSE | SUBORDINATE):
            return False
        if here & RELATIVE:
            relatives += 1
        elif here & (BE | HAVE | MODAL) and not elliptical:
            if not relatives and words[place] not in infinitive:
                return False
            if here & BE:
                relatives = max(0, relatives - 1)
        if here & COMMA and place > phrase.end and _new_subject(walk, place + 1, start):
            return None
        joined = joined or bool(here & AND)
        parts = parts or bool(here & (INCLUDING | PARTED))
        place += 1
    if elliptical:
        if opening & COMMA and bits[phrase.end + 1] & INCLUDING:
            after = walk.past_parts(phrase.end + 1)
            opening = bits[after + 1] if bits[after] & COMMA else bits[after]
        return bool(opening & (BE | HAVE | MODAL | TRIGGER)) or (
            not opening & (SIGNS | GRAMMAR | NUMBER) and walk.after_and(start)
        )
    if opening & (PREPOSITION | RELATIVE | OPEN | DASH | AND | PARTED | INCLUDING | TRIGGER):
        return True
    if opening & COMMA:
        return bool(bits[start - 1] & COMMA) or joined or parts
    return words[phrase.end].endswith(claims.gerund_endings) or (
        words[phrase.end].endswith(claims.past_endings)
        and bool(bits[phrase.end + 1] & (PREPOSITION | QUANTITY))
    )


def _new_subject(walk: Walk, place: int, start: int) -> bool:
    """ "Nine killed in a fire, owner arrested": a noun of its own stands before the verb."""
    bits = walk.clause.bits
    if not (bits[start] & TRIGGER and 0 < start - place <= _SHORT):
        return False
    return all(not bits[at] & ~(PEOPLE | SOURCE) and not walk.capital(at) for at in range(place, start))


def with_list(walk: Walk, readings: Readings, index: int, trigger: Trigger) -> list[int]:
    """The phrase with those joined to it on its left: "12 soldiers and 3 civilians"."""
    group = [index]
    if walk.phrases[index].counts is Counts.BARE or walk.phrases[index].parted:
        return group
    while len(group) < _LONGEST_LIST:
        phrase = walk.phrases[index]
        place = walk.back(phrase.start - 1, ADVERB | DETERMINER | MORE | RANK)
        clausal = any(bits & (RELATIVE | SUBORDINATE) for bits in walk.clause.bits[place + 1 : phrase.start])
        if clausal or not (place >= 0 and walk.clause.bits[place] & (COMMA | AND)):
            break  # "and that 12 were killed" is no list
        place = walk.back(place, COMMA | AND)
        if place >= 0 and walk.clause.bits[place] & (CLOSE | DASH):
            place = walk.open_before(place)
        joined = walk.by_end.get(place + 1)
        if joined is None or joined >= index or joined in readings:
            break
        before = walk.phrases[joined]
        if not walk.fits(before, trigger) or walk.is_part(before):
            break
        if before.counts is Counts.BARE and walk.wordbook.word("respectively").isdisjoint(walk.words):
            break  # but "twelve and nine soldiers respectively"
        index = joined
        group.append(index)
    return group


def with_farther(
    walk: Walk, readings: Readings, index: int, group: list[int], start: int, trigger: Trigger
) -> list[int]:
    """ "Two policemen who guarded her and a citizen were killed": "were" asks for more than one."""
    phrase = walk.phrases[index]
    held = any(one.measure == "held" for one in readings.get(index - 1, ()))
    single = phrase.value == 1 and walk.clause.words[start] in walk.wordbook.word("plural_be")
    if len(group) > 1 or not (single or held):
        return []
    place = walk.back(phrase.start - 1, ADVERB | DETERMINER | MORE | RANK)
    if place < 0 or not walk.clause.bits[place] & AND:
        return []
    farther, _ = subject_before(walk, readings, place, trigger, elliptical=False)
    return [] if farther is None or (farther in readings and not held) else [farther]


def _is_object(index: int, readings: Readings) -> bool:
    return any(reading.way in ("object", "event", "group") for reading in readings.get(index, ()))
