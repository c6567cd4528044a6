"""The number behind "death toll": the one that it rose to, stood at or reached."""

from __future__ import annotations

from workbench.text.counted import Counts
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    DETERMINER,
    NUMBER,
    QUANTITY,
    SIGNS,
    STOP,
    TRIGGER,
)

_FARTHEST = 24  # tokens between the words and their number


def toll_after(walk: Walk, first: int, last: int) -> tuple[int, int, int] | None:
    """ "the death toll rose from 20 to 25": the phrase, and the tokens to judge its place and verb by.

    The words that announce the toll are tokens `first` to `last`. None where no number belongs to it.
    """
    words, bits = walk.clause.words, walk.clause.bits
    movers = walk.wordbook.word("to")
    ends_in_mover = walk.wordbook.ends_in(words[last], "to")
    not_reached, endings = walk.wordbook.word("not_reached"), walk.wordbook.claims.verb_endings
    for place in range(last + 1, min(last + 1 + _FARTHEST, len(walk.clause))):
        here = bits[place]
        if here & STOP and words[place] != ":":
            return None
        if here & (NUMBER | QUANTITY):
            index = walk.by_start.get(place)
            left = walk.clause.words[walk.back(place - 1, ADVERB | DETERMINER)]
            if index is None or left in not_reached:
                continue
            phrase = walk.phrases[index]
            if phrase.counts is Counts.THING or phrase.rate:
                continue
            if left in movers or place == last + 1 or ends_in_mover or left.endswith(endings):
                supposed = _supposed(walk, last + 1, place)
                return (index, *(supposed or (first, first)))
            return None
    return None


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
