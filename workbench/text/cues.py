"""Phrases that say how, and over which time, a figure is meant, looked up by what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.languages.claims import ClaimWords

_COMPILED: dict[int, tuple[ClaimWords, Cues]] = {}
_KEPT = 8


class Cue(NamedTuple):
    """That a phrase of the group stands within tokens `start` to `end`; of no group, those tokens say it."""

    group: str
    start: int
    end: int


@dataclass(frozen=True, eq=False, slots=True)
class Cues:
    """For each group of cue words, what they begin with, the cues themselves, and a pattern of them."""

    firsts: Mapping[str, frozenset[str]]
    whole: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]

    def find(self, group: str, words: Sequence[str]) -> bool:
        """Does a cue of the group stand in the words?"""
        if self.firsts[group].isdisjoint(words):
            return False
        if not self.whole[group].isdisjoint(words):
            return True  # one token is the cue
        said = " ".join(words)
        # The pattern is slow: it is asked only where the letters of a cue are there.
        likely = any(cue in said for cue in self.whole[group])
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
        found = (claims, Cues(firsts, cues, patterns))
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
