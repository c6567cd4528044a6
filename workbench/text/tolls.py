"""The number behind "death toll", which it rose to, stood at or reached, and that behind a label."""

from __future__ import annotations

from dataclasses import replace

from workbench.core.quantity import Bound, quantity_of
from workbench.languages.claims import Trigger
from workbench.text.counted import Counts
from workbench.text.noted import Noted
from workbench.text.number import Number
from workbench.text.objects import objects_at
from workbench.text.reading import LISTED, TOLL
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    BRIDGE,
    DETERMINER,
    GRAMMAR,
    HAVE,
    INCLUDE,
    MODAL,
    NATION,
    NUMBER,
    OPEN,
    PEOPLE,
    PREPOSITION,
    QUANTITY,
    SAY,
    SIGNS,
    STOP,
    THING,
    TRIGGER,
)

_ADJUNCT = 6  # tokens of "since 1 June"
_LONGEST_NOUN = 5  # tokens of those who are numbered
_FARTHEST = 24  # tokens between the words and their number


def note_toll(noted: Noted, first: int, last: int, trigger: Trigger) -> bool:
    if first and noted.walk.clause.words[first - 1] in noted.walk.wordbook.word("superseded"):
        return False  # "revising an earlier toll of 58"
    found = toll_after(noted.walk, first, last)
    if found is not None:
        index, place, verb = found
        phrase = noted.walk.phrases[index]
        if phrase.counts is Counts.BARE:
            phrase.named = toll_of(noted.walk, first, last)
        noted.note(index, trigger, place, verb, TOLL, "toll")
        if (
            noted.walk.clause.bits[phrase.start - 1] & INCLUDE
        ):  # "the toll includes 18 children and nine women"
            for other, _ in objects_at(noted.walk, phrase.start, trigger)[1:]:
                noted.note(other, trigger, place, verb, LISTED, "toll")
    return found is not None


def note_label(noted: Noted, first: int, last: int, trigger: Trigger) -> bool:
    """ "Wounded: 112"."""
    label = label_at(noted.walk, first, last)
    if label is None:
        return False
    place, noun = label
    things = noted.walk.wordbook.things.get(trigger.measure)
    if things:
        objects = [(noted.walk.by_start[place], True)]
        if noun is None or noted.walk.clause.words[noun] not in things:
            return False
    else:
        objects = objects_at(noted.walk, place, trigger, far=False)
    for index, direct in objects:
        phrase = noted.walk.phrases[index]
        if phrase.counts is Counts.BARE and noun is not None and not things:
            phrase.named = noun, noun + 1
        noted.note(index, trigger, first, first, TOLL if direct else LISTED, "toll")
    return bool(objects)


def toll_after(walk: Walk, first: int, last: int) -> tuple[int, int, int] | None:
    """ "the death toll rose from 20 to 25": the phrase, and the tokens to judge its place and verb by.

    The words that announce the toll are tokens `first` to `last`. None where no number belongs to it.
    """
    words, bits = walk.clause.words, walk.clause.bits
    movers = walk.wordbook.word("to")
    ends_in_mover = walk.wordbook.ends_in(words[last], "to")
    conjecture = walk.wordbook.word("conjecture")
    not_reached, endings = walk.wordbook.word("not_reached"), walk.wordbook.claims.verb_endings
    for place in range(last + 1, min(last + 1 + _FARTHEST, len(walk.clause))):
        here = bits[place]
        if here & STOP and words[place] != ":":
            return None
        if here & (NUMBER | QUANTITY):
            index = walk.by_start.get(place)
            left = walk.clause.words[walk.back(place - 1, ADVERB | DETERMINER)]
            number = walk.clause.numbers.get(place)
            hedged = number is not None and number.text.split(" ")[0].lower() in movers  # "nears 500"
            if index is None or left in not_reached:
                continue
            phrase = walk.phrases[index]
            if phrase.counts is Counts.THING or phrase.rate:
                continue
            if (
                hedged
                or left in movers
                or left in conjecture
                or place == last + 1
                or ends_in_mover
                or left.endswith(endings)
            ):
                if left in walk.wordbook.word("passing") and phrase.number is not None:
                    phrase.number = more_than(phrase.number)
                supposed = _supposed(walk, last + 1, place)
                return (index, *(supposed or (first, first)))
            return None
    return None


def more_than(number: Number) -> Number:
    """ "toll passes 100": a bare number that was passed is less than the toll."""
    quantity = number.quantity
    if quantity is None or number.bound is not Bound.EXACT or not isinstance(number.value, int):
        return number
    passed = quantity_of(quantity.text, Bound.MORE_THAN, number.value)
    return replace(number, bound=Bound.MORE_THAN, quantity=passed)


def toll_of(walk: Walk, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of those whom "number of Turkish inmates" and "number of children killed" name.

    The words that announce the toll are tokens `first` to `last`.
    """
    bits = walk.clause.bits
    start = walk.number_of(first)
    if start is None:
        if walk.clause.words[last + 1] not in walk.wordbook.word("partitive"):
            return None
        start = last + 2
    start = walk.forward(start, DETERMINER)
    end = start
    for place in range(start, min(start + _LONGEST_NOUN, len(walk.clause))):
        if bits[place] & (GRAMMAR | SIGNS | NUMBER | QUANTITY | TRIGGER):
            break
        if bits[place] & PEOPLE:
            end = place + 1
    return (start, end) if end > start else None


def label_at(walk: Walk, first: int, last: int) -> tuple[int, int | None] | None:
    """ "Wounded: 112", "Houses destroyed - 40", "The dead: nine nurses".

    The token that the count begins at, and that of a noun within the label; None where it is no label.
    """
    words, bits = walk.clause.words, walk.clause.bits
    label = PEOPLE | THING | NATION | ADVERB | DETERMINER | BRIDGE
    before, after, noun = first - 1, last + 1, None
    total = walk.wordbook.word("number_of")
    while before >= 0 and (words[before] in total or bits[before] & label):
        if bits[before] & (NUMBER | TRIGGER | BE):
            break
        noun = before if bits[before] & (PEOPLE | THING) else noun
        before -= 1
    if before >= 0 and not bits[before] & SIGNS:
        return None
    while bits[after] & label and not bits[after] & (NUMBER | TRIGGER | BE):
        noun = after if bits[after] & (PEOPLE | THING) else noun
        after += 1
    if bits[after] & OPEN:
        after = walk.past_group(after)  # "Civilian deaths (verified): 14,999"
    elif bits[after] & PREPOSITION:
        after = _past_adjunct(walk, after)  # "Arrests since 1 June: 2,114"
    if words[after] not in walk.wordbook.word("label"):
        return None
    place = walk.forward(after + 1, ADVERB | DETERMINER)
    index = walk.by_start.get(place)
    if index is None or bits[walk.phrases[index].end] & TRIGGER or walk.phrases[index].attribute >= 0:
        return None  # "Casualties: 12 killed"
    return place, noun


def _past_adjunct(walk: Walk, place: int) -> int:
    """To the colon of a label, where nothing but more words on it stand before; else where it was."""
    words, bits = walk.clause.words, walk.clause.bits
    for after in range(place + 1, min(place + _ADJUNCT, len(walk.clause))):
        if words[after] == ":":
            return after
        if bits[after] & (SIGNS | BE | HAVE | MODAL | TRIGGER | SAY):
            break
    return place


def _supposed(walk: Walk, start: int, end: int) -> tuple[int, int] | None:
    """Of "toll could rise to 1,000" the place and the verb that say that it is supposed."""
    conjecture = walk.wordbook.word("conjecture")
    for place in range(start, end):
        if walk.clause.words[place] in conjecture:
            return place + 1, place
    return None


def has_moved(walk: Walk, last: int) -> bool:
    """ "deaths rose to": a verb of counting follows, before anything else is joined on."""
    moved = walk.wordbook.word("moved")
    for place in range(last + 1, min(last + 6, len(walk.clause))):
        if walk.clause.words[place] in moved:
            return True
        if walk.clause.bits[place] & (SIGNS | AND | TRIGGER | NUMBER | QUANTITY):
            return False
    return False
