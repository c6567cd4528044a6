"""Counts that are no news: what goes on all the time, what people were before, what has no measure."""

from __future__ import annotations

from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.reading import Reading
from workbench.text.wordbook import AND, NUMBER, PREPOSITION, RATE, RELATIVE, SIGNS, TRIGGER, Wordbook

_RECURS = 8  # tokens between a verb and "every month"


def recurs(clause: Clause, place: int) -> bool:
    """ "15 people die every day", "are killed on the roads every month"."""
    for at in range(place, min(place + _RECURS, len(clause))):
        bits = clause.bits[at]
        if bits & RATE and not clause.bits[at - 1] & PREPOSITION:  # but "in a week"
            return not clause.bits[at + 1] or bool(clause.bits[at + 1] & (SIGNS | PREPOSITION | AND))
        if bits & (SIGNS | NUMBER | AND | RELATIVE) or (bits & TRIGGER and at > place):
            return False
    return False


def without_background(readings: list[Reading], wordbook: Wordbook) -> list[Reading]:
    """ "killing 17 displaced people": what they were before is background, where it is a state."""
    if len(readings) == 1:
        return readings
    measures = wordbook.vocabulary.measures
    return [one for one in readings if one.way != "attribute" or measures[one.measure].accumulates]


def in_place(readings: list[Reading], phrases: list[Phrase]) -> list[Reading]:
    """A word such as "the total" takes the measure of the count before it, or counts nothing."""
    measure = ""
    placed = []
    for reading in readings:
        if not reading.measure:
            if not measure:
                continue
            reading.measure = measure
        else:
            measure = reading.measure
        placed.append(reading)
    return sorted(placed, key=lambda reading: phrases[reading.phrase].start)
