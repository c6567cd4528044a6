"""How a figure is put forward: asserted, or demanded, planned, supposed, denied, only reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.core.claim import Modality
from workbench.languages.claims import ClaimWords
from workbench.text.clause import Clause
from workbench.text.reading import Reading
from workbench.text.wordbook import COMMA, MODAL, STOP, Wordbook

_REACH = 14  # tokens before the verb that may change how it is meant
_NEAR = 5  # tokens between "demanded" and "the release"
_HAPPENED = ("killed", "injured", "casualties", "missing")


@dataclass(frozen=True, eq=False, slots=True)
class Cues:
    """For each group of cue words, what they begin with, and a pattern of them."""

    firsts: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]

    def find(self, group: str, words: Sequence[str]) -> bool:
        """Does a cue of the group stand in the words?"""
        return not self.firsts[group].isdisjoint(words) and bool(self.patterns[group].search(" ".join(words)))


_COMPILED: dict[int, tuple[ClaimWords, Cues]] = {}
_KEPT = 8


def cues_of(claims: ClaimWords) -> Cues:
    """Compiled once for each language."""
    found = _COMPILED.get(id(claims))
    if found is None:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        cues = claims.cues
        firsts = {group: frozenset(one for cue in cues[group] for one in _tokens(cue)) for group in cues}
        found = (claims, Cues(firsts, {group: _pattern(phrases) for group, phrases in cues.items()}))
        _COMPILED[id(claims)] = found
    return found[1]


def _tokens(cue: str) -> Iterator[str]:
    """The cue and each beginning of it: a sentence may hold "in addition to" as one token."""
    words = cue.split()
    for end in range(1, len(words) + 1):
        yield " ".join(words[:end])


def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def read_modality(clause: Clause, reading: Reading, wordbook: Wordbook) -> Modality:
    """Judged by the verb that governs the figure and by the words before it in its clause."""
    words, bits = clause.words, clause.bits
    cues = cues_of(wordbook.claims)
    verb, place = min(reading.verb, reading.place), reading.place
    auxiliaries = words[verb:place]
    start = _clause_start(clause, verb)
    before = words[start:verb]
    if reading.way == "attribute":
        return Modality.ASSERTED
    if cues.find("denied", before) or cues.find("negated", auxiliaries):
        return Modality.DENIED
    infinitive = any(words[token] == "to" for token in range(verb, place))
    if infinitive:
        if cues.find("foreseen", auxiliaries):
            return Modality.PLANNED
        if cues.find("perfect", auxiliaries):
            return Modality.REPORTED
        near = words[max(start, verb - _NEAR) : place]
        for group in ("demanded", "planned", "hypothetical"):
            if cues.find(group, near):
                return Modality(group)
        return Modality.PLANNED
    if any(bits[token] & MODAL for token in range(verb, place)):
        return Modality.PLANNED if cues.find("certain", auxiliaries) else Modality.HYPOTHETICAL
    if cues.find("condition", before):
        return Modality.HYPOTHETICAL
    if reading.way == "beside" and cues.find("foreseen", before):
        return Modality.PLANNED
    if reading.way in ("event", "object") and verb == place and reading.measure not in _HAPPENED:
        near = words[max(start, verb - _NEAR) : verb]
        for group in ("demanded", "planned", "hypothetical"):
            if cues.find(group, near):
                return Modality(group)
    if cues.find("reported", words[max(0, verb - _REACH) : verb]) or cues.find("reported", auxiliaries):
        return Modality.REPORTED
    return Modality.ASSERTED


def _clause_start(clause: Clause, verb: int) -> int:
    start = verb
    while start > 0 and verb - start < _REACH and not clause.bits[start - 1] & (STOP | COMMA):
        start -= 1
    return start
