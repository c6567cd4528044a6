"""Phrases that say how, and over which time, a figure is meant, looked up by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from workbench.languages.claims import ClaimWords
from workbench.text.clause import Clause
from workbench.text.sieve import pieces_of

_COMPILED: dict[int, tuple[ClaimWords, Cues]] = {}
_KEPT = 8


class Cue(NamedTuple):
    """That a phrase of the group stands within tokens `start` to `end`; of no group, those tokens say it."""

    group: str
    start: int
    end: int


@dataclass(frozen=True, eq=False, slots=True)
class Cues:
    """For each group of cue words, what they begin with, the cues themselves, and a pattern of them.

    `rarest` gives, by the rarest piece of a cue (sieve.pieces_of), its other pieces and its group.
    """

    firsts: Mapping[str, frozenset[str]]
    rarest: Mapping[str, tuple[tuple[Set[str], str], ...]]
    whole: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]

    def stands(self, group: str, clause: Clause, start: int, end: int) -> bool:
        """Does a cue of the group stand in tokens `start` to `end`?"""
        return group in self.likely(clause) and self.find(group, clause.words[start:end])

    def likely(self, clause: Clause) -> Set[str]:
        """The groups of which the clause may hold a cue: it has all its pieces, in whatever order."""
        if clause.cues is None:
            pieces, rarest = pieces_of(clause.text), self.rarest
            clause.cues = {
                group
                for piece in rarest.keys() & pieces
                for others, group in rarest[piece]
                if others <= pieces
            }
            if "" in rarest:  # cues of another script
                clause.cues.update(group for _, group in rarest[""])
        return clause.cues

    def find(self, group: str, words: Sequence[str]) -> bool:
        """Does a cue of the group stand in the words?"""
        if self.firsts[group].isdisjoint(words):
            return False
        if not self.whole[group].isdisjoint(words):
            return True  # one token is the cue
        said = " ".join(words)
        # The pattern is slow: it is asked only where the letters of a cue are there.
        likely = any(map(said.__contains__, self.whole[group]))
        return likely and self.patterns[group].search(said) is not None

    def tokens_of(self, cue: Cue, words: Sequence[str]) -> tuple[int, int]:
        """The tokens of the phrase itself, end exclusive; the whole range where it is of no group."""
        if not cue.group:
            return cue.start, cue.end
        said = words[cue.start : cue.end]
        match = self.patterns[cue.group].search(" ".join(said))
        if match is None:
            return cue.start, cue.end
        first = last = cue.start
        at = 0
        for place, word in enumerate(said, start=cue.start):
            if at <= match.start():
                first = place
            if at < match.end():
                last = place
            at += len(word) + 1
        return first, last + 1


def cues_of(claims: ClaimWords) -> Cues:
    """Compiled once for each language."""
    found = _COMPILED.get(id(claims))
    if found is None:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        cues = claims.cues
        firsts = {group: frozenset(one for cue in cues[group] for one in _tokens(cue)) for group in cues}
        patterns = {group: _pattern(phrases) for group, phrases in cues.items()}
        found = claims, Cues(firsts, _rarest(cues), cues, patterns)
        _COMPILED[id(claims)] = found
    return found[1]


def _rarest(cues: Mapping[str, frozenset[str]]) -> dict[str, tuple[tuple[Set[str], str], ...]]:
    found: dict[str, set[tuple[frozenset[str], str]]] = {}
    for group, phrases in cues.items():
        for phrase in phrases:
            pieces = frozenset(pieces_of(phrase))
            longest = max(pieces, key=len, default="")
            found.setdefault(longest, set()).add((pieces - {longest}, group))
    return {piece: tuple(others) for piece, others in found.items()}


def _tokens(cue: str) -> Iterator[str]:
    """The cue and each beginning of it: a sentence may hold "in addition to" as one token."""
    words = cue.split()
    for end in range(1, len(words) + 1):
        yield " ".join(words[:end])


def _pattern(phrases: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
