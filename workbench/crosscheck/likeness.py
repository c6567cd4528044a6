"""Which texts are nearly the same words, in linear time: shingles of words, hashed and banded (MinHash)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from zlib import crc32

SHINGLE = 3  # words that are looked at together
LEAST_WORDS = 8  # a shorter sentence is alike by chance
BANDS, ROWS = (
    8,
    3,
)  # two texts with a likeness of 0.7 share a band in 96 of 100 cases, with 0.85 in all but 1 in 1000
MOST_ALIKE = 16  # texts of one band that are looked at; more of them would be a flood of one sentence
_MASK = 2**64 - 1
_WORD = re.compile(r"\w+")
# Odd multipliers of one width, each the one before times a constant: a cheap family of hash functions.
_MULTIPLIERS = [pow(0x9E3779B97F4A7C15, power, 2**64) for power in range(1, BANDS * ROWS + 1)]


def shingles(text: str) -> frozenset[int]:
    """The hashes of every three words in a row; empty for a text that is too short to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return frozenset()
    triples = zip(words, words[1:], words[2:], strict=False)
    return frozenset(crc32(" ".join(triple).encode("utf-8", "surrogatepass")) for triple in triples)


def likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of what either has both have, from 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other) if one or other else 0.0


class Alike:
    """Texts by their bands, to be asked which of them may be like another."""

    def __init__(self) -> None:
        self._bands: dict[tuple[int, ...], list[tuple[str, frozenset[int]]]] = defaultdict(list)

    def add(self, name: str, text: frozenset[int]) -> None:
        for band in _bands(text):
            self._bands[band].append((name, text))

    def to(self, text: frozenset[int], least: float) -> set[str]:
        """Names of the texts that are at least so alike."""
        near = {
            name: other for band in _bands(text) for name, other in self._bands.get(band, ())[:MOST_ALIKE]
        }
        return {name for name, other in near.items() if likeness(text, other) >= least}


def _bands(text: frozenset[int]) -> Iterator[tuple[int, ...]]:
    for band in range(BANDS if text else 0):
        rows = _MULTIPLIERS[band * ROWS : (band + 1) * ROWS]
        # The high half of the product is well mixed, the low half is not.
        yield (band, *(min((shingle * row & _MASK) >> 32 for shingle in text) for row in rows))
