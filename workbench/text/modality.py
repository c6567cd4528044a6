"""How a figure is put forward: asserted, or demanded, planned, supposed, denied, only reported."""

from __future__ import annotations

from workbench.core.claim import Modality
from workbench.text.clause import Clause
from workbench.text.cues import Cue, cues_of
from workbench.text.reading import Reading
from workbench.text.wordbook import ADVERB, AND, COMMA, MODAL, STOP, Wordbook

_REACH = 14  # tokens before the verb that may change how it is meant
_BRIDGE = 2  # tokens of "feared" in "12 feared dead"
_NEAR = 5  # tokens between "demanded" and "the release"
_ENDS = STOP | COMMA  # of a clause
_HAPPENED = ("killed", "injured", "casualties", "missing")
_WISHED = ("demanded", "planned", "hypothetical")
_JUDGED = frozenset(
    (*_WISHED, "denied", "negated", "foreseen", "perfect", "certain", "condition", "presumed", "reported")
)


def read_modality(clause: Clause, reading: Reading, wordbook: Wordbook) -> tuple[Modality, Cue | None]:
    """Judged by the verb that governs the figure and by the words before it in its clause.

    With it, where the words stand that say so; None where it is asserted for want of any.
    """
    if reading.way == "attribute":
        return Modality.ASSERTED, None
    cues = cues_of(wordbook.claims)
    likely = cues.likely(clause) & _JUDGED  # empty for most
    words, verb, place = clause.words, min(reading.verb, reading.place), reading.place
    start = _clause_start(clause, verb)

    def cue(group: str, first: int, last: int) -> Cue | None:
        return Cue(group, first, last) if group in likely and cues.find(group, words[first:last]) else None

    def wished(first: int, last: int) -> tuple[Modality, Cue] | None:
        for group in _WISHED:
            if found := cue(group, first, last):
                return Modality(group), found
        return None

    if likely and (denied := cue("denied", start, verb) or cue("negated", verb, place)):
        return Modality.DENIED, denied
    before = _before(clause, verb)
    if before >= 0 and words[before] in wordbook.word("verb_not"):
        return Modality.DENIED, Cue("", before, before + 1)
    if words[place].endswith(wordbook.claims.future_endings):
        return Modality.PLANNED, Cue("", place, place + 1)
    if words[place].endswith(wordbook.claims.conditional_endings):
        return Modality.HYPOTHETICAL, Cue("", place, place + 1)
    infinitive = _first_of(words, verb, place, wordbook.word("infinitive"))
    if infinitive is not None:
        if foreseen := cue("foreseen", verb, place):
            return Modality.PLANNED, foreseen
        if perfect := cue("perfect", verb, place):
            return Modality.REPORTED, perfect
        return wished(max(start, verb - _NEAR), place) or (
            Modality.PLANNED,
            Cue("", infinitive, infinitive + 1),
        )
    for modal in range(verb, place):
        if clause.bits[modal] & MODAL:
            if certain := cue("certain", verb, place):
                return Modality.PLANNED, certain
            return Modality.HYPOTHETICAL, Cue("", modal, modal + 1)
    if not likely:
        return Modality.ASSERTED, None
    if condition := cue("condition", start, verb):
        return Modality.HYPOTHETICAL, condition
    if reading.way == "beside" and (foreseen := cue("foreseen", start, verb)):
        return Modality.PLANNED, foreseen
    if reading.way in ("event", "object") and verb == place and reading.measure not in _HAPPENED:
        wish = wished(max(start, verb - _NEAR), verb)
        if wish is not None:
            return wish
    first = verb if verb < place else max(0, verb - _BRIDGE)
    if presumed := cue("presumed", first, place):
        return Modality.REPORTED, presumed
    if reported := cue("reported", _sentence_start(clause, verb), verb) or cue("reported", verb, place):
        return Modality.REPORTED, reported
    return Modality.ASSERTED, None


def _first_of(words: list[str], start: int, end: int, wanted: frozenset[str]) -> int | None:
    for place in range(start, end):
        if words[place] in wanted:
            return place
    return None


def _before(clause: Clause, verb: int) -> int:
    """The token before the verb and its adverbs, or -1."""
    before = verb - 1
    while before >= 0 and clause.bits[before] & ADVERB:
        before -= 1
    return before


def _clause_start(clause: Clause, verb: int) -> int:
    start, first, bits = verb, max(0, verb - _REACH), clause.bits
    while start > first and not bits[start - 1] & _ENDS:
        start -= 1
    return start


def _sentence_start(clause: Clause, verb: int) -> int:
    """Past "; " and ", and ", behind which another sentence begins."""
    bits, start = clause.bits, verb
    while start > 0 and verb - start < _REACH and not bits[start - 1] & STOP:
        if bits[start - 1] & COMMA and bits[start] & AND:
            break
        start -= 1
    return start
