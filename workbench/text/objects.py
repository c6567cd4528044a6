"""Those to whom it happened, behind the word that says so: one list, past what is no count."""

from __future__ import annotations

from workbench.languages.claims import Trigger
from workbench.text.counted import Counts, Phrase
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DASH,
    DETERMINER,
    HAVE,
    INCLUDING,
    MODAL,
    MORE,
    NUMBER,
    OPEN,
    PARTED,
    PREPOSITION,
    QUANTITY,
    RANK,
    RATE,
    RELATIVE,
    SIGNS,
    STOP,
    SUBORDINATE,
    TRIGGER,
)

_LIST = 30  # tokens that a list may span


def objects_at(
    walk: Walk,
    place: int,
    trigger: Trigger,
    *,
    far: bool = True,
    relatives: bool = False,
    nominal: bool = False,
) -> list[tuple[int, bool]]:
    """The phrases that follow as one list, each with whether it stands first.

    `far`: others than counts may stand before them ("the mayor and two guards"); `relatives`: also past a
    clause such as "where the bomb went off"; `nominal`: a verb may follow the list, as in "the bodies of a
    couple and two children were found".
    """
    bits, words = walk.clause.bits, walk.clause.words
    being, marker = walk.wordbook.word("being"), walk.wordbook.word("object_marker")
    found: list[tuple[int, bool]] = []
    begin, limit = place, min(place + _LIST, len(walk.clause))
    expecting, adjunct, first = True, False, True
    while place < limit:
        here = bits[place]
        index = walk.by_start.get(place)
        if index is not None:
            phrase = walk.phrases[index]
            ok = walk.fits(phrase, trigger) and (
                not walk.is_part(phrase) or (phrase.parted and place == begin)
            )
            if adjunct and phrase.counts is not Counts.PEOPLE:
                ok = False
            if expecting and ok:
                joined = nominal and phrase.left >= 0 and bits[phrase.left] & AND
                if found and not joined and walk.starts_clause(phrase):
                    break
                found.append((index, first and place <= begin + 3))
                adjunct = False
            elif expecting and not found and first and _only_things(walk, phrase):
                return []
            first = False
            expecting = False
            place = max(phrase.end, place + 1)
            if phrase.divided and index + 1 < len(walk.phrases):
                place = walk.phrases[index + 1].end
            continue
        if here & (STOP | MODAL | HAVE | SUBORDINATE | RATE) or (here & BE and words[place] not in being):
            break
        if here & TRIGGER and not walk.inside_noun(place):
            break
        if here & (OPEN | DASH):
            past = walk.past_group(place)
            if past <= place:
                break
            place = past
            continue
        if here & (INCLUDING | PARTED):
            place = walk.past_parts(place)
            expecting = False
            continue
        if here & RELATIVE:
            beyond = _past_relative(walk, place) if relatives else None
            if beyond is None:
                break
            place = beyond
            continue
        if here & (COMMA | AND):
            expecting = True
            if here & COMMA and not found and not far:
                break
        elif here & PREPOSITION and words[place] in marker and (expecting or not found):
            expecting, adjunct = True, False  # "mató el martes a 12 soldados y a 3 civiles"
        elif here & PREPOSITION:
            if not far and not found:
                break
            expecting = False
            adjunct = True
            people = _past_adjunct(walk, place)
            if not found and people is not None:
                place, expecting = people, True
                continue
        elif here & (DETERMINER | ADVERB | MORE | RANK):
            pass
        elif expecting and not found and not first and not far:
            break
        else:
            expecting = False
            first = False
        place += 1
    return found


def _only_things(walk: Walk, phrase: Phrase) -> bool:
    """A count of things, unless people join it: "lost three helicopters and 14 men"."""
    if phrase.counts is not Counts.THING:
        return False
    if not walk.clause.bits[phrase.end] & AND:
        return True
    index = walk.by_start.get(walk.forward(phrase.end, AND | DETERMINER | ADVERB | MORE))
    return index is None or walk.phrases[index].counts is not Counts.PEOPLE


def _past_adjunct(walk: Walk, place: int) -> int | None:
    """Past "in good condition" in "released in good condition six hostages", if people follow right after."""
    bits = walk.clause.bits
    for after in range(place + 2, min(place + 5, len(walk.clause))):
        index = walk.by_start.get(after)
        if index is not None:
            good = walk.phrases[index].counts is Counts.PEOPLE and not bits[after - 1] & (
                PREPOSITION | DETERMINER | AND | COMMA
            )
            return after if good else None
        if bits[after] & (SIGNS | BE | HAVE | TRIGGER | NUMBER | QUANTITY | AND):
            return None
    return None


def _past_relative(walk: Walk, place: int) -> int | None:
    """Past "where the bomb went off" to the "and" that another counted phrase follows."""
    bits = walk.clause.bits
    for after in range(place + 1, min(place + _LIST, len(walk.clause))):
        if bits[after] & (STOP | NUMBER | TRIGGER):
            return None
        if bits[after] & AND and walk.forward(after + 1, DETERMINER | MORE | ADVERB | RANK) in walk.by_start:
            return after
    return None
