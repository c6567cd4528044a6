"""Which words made a suggestion what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.core.annotation import Suggestion
from workbench.core.quantity import Bound
from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.cues import Cue, Cues
from workbench.text.mention import DateMention
from workbench.text.number import Number
from workbench.text.reading import Reading
from workbench.text.scopes import Cause
from workbench.text.wordbook import INCLUDING, PARTED, SIGNS

PARTS: Final = (
    *("measure", "bound", "population", "origin", "place", "since", "as_of", "scope", "modality", "part_of"),
)
DEFAULT: Final = "default"

# Offsets in code points, end exclusive; or in a word what else gave it; None where the part itself is None.
Reason = tuple[int, int] | str | None


def bound_reason(number: Number | None) -> Reason:
    """The hedge, on whichever side it stands; a bare number is exact by default. Offsets of the sentence."""
    if number is None:
        return DEFAULT
    if number.bound in (Bound.BETWEEN, Bound.VAGUE):
        return number.start, number.end
    if number.start < number.number_start:
        return number.start, number.start + len(number.text[: number.number_start - number.start].rstrip())
    if number.end > number.number_end:
        behind = number.text[number.number_end - number.start :]
        return number.end - len(behind.lstrip()), number.end
    return DEFAULT if number.bound is Bound.EXACT else (number.number_start, number.number_end)


def cause_reason(cause: Cause, clause: Clause, cues: Cues) -> Reason:
    """Offsets of the sentence."""
    if isinstance(cause, DateMention):
        return cause.start, cause.end
    if isinstance(cause, Cue):
        first, last = cues.tokens_of(cause, clause.words)
        return clause.starts[first], clause.ends[last - 1]
    return cause if cause is not None else DEFAULT


def part_reason(clause: Clause, part: Phrase, whole: Phrase) -> Reason:
    """The word or sign that joins a part to its whole ("including", "of them", ":"), else the whole."""
    bits = clause.bits
    if bits[part.end - 1] & PARTED or bits[part.start + 1] & PARTED:
        place = part.start + 1 if bits[part.start + 1] & PARTED else part.end - 1
        return clause.starts[place], clause.ends[place]
    first, last = (whole.end, part.start) if whole.start < part.start else (part.end, whole.start)
    for wanted in (INCLUDING | PARTED, SIGNS):
        for place in range(first, last):
            if bits[place] & wanted:
                return clause.starts[place], clause.ends[place]
    return clause.starts[whole.start], clause.ends[whole.end - 1]


def measure_reason(clause: Clause, reading: Reading) -> Reason:
    """The word that announces it."""
    return clause.starts[reading.place], clause.ends[reading.place]


def reasons_for(suggestion: Suggestion, found: Mapping[str, Reason], offset: int) -> dict[str, Reason]:
    """A reason for each of PARTS that the suggestion has; those found count from the sentence at `offset`."""
    reasons: dict[str, Reason] = {}
    for part in PARTS:
        reason = found.get(part, DEFAULT)
        if part not in ("measure", "bound") and getattr(suggestion, part) is None:
            reason = None
        elif isinstance(reason, tuple):
            reason = reason[0] + offset, reason[1] + offset
        reasons[part] = reason
    return reasons
