"""Cuts a sentence into the words and signs that claims and places are read from.

Hyphens and apostrophes belong to the word that they stand in; numbers are cut otherwise, see tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

QUOTES = frozenset("\"“”„«»‘'’`*")
_LONGEST_REMEMBERED = 5_000
# "U.S.", words, dashes, signs. \x1c-\x1f are white space to str, though not to an ASCII pattern.
_PATTERN = (
    r"((?![^\W\d_]\.[^\W\d_]\.)\w++(?:[-'’]\w++)*+|[^\W\d_]\.(?:[^\W\d_]\.)++"
    r"|-{2,}+|[^\w\s\x1c-\x1f])"
)
_CUT = re.compile(_PATTERN)
_CUT_ASCII = re.compile(_PATTERN, re.ASCII)  # tells characters apart in two thirds of the time


@dataclass(slots=True)
class Words:
    """Lists of one length; `words` in small letters and with straight apostrophes."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def printed(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        """Does the word begin with a capital?"""
        return self.text[self.starts[at]].isupper()


def words_of(text: str) -> Words:
    """Every character that is no white space is in one of the words. Takes time in proportion to the text.

    The last few sentences are remembered, since claims and places are read from the same one. Not to be
    changed.
    """
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _cut(text)


def _cut(text: str) -> Words:
    lower = text.lower().replace("’", "'")
    if len(lower) == len(text):
        cut = _CUT_ASCII if lower.isascii() else _CUT
        parts = cut.split(lower)  # what lies between words and the words, in turn
        words = parts[1::2]
    else:  # a few capitals grow when they are made small
        parts = _CUT.split(text)
        words = [word.lower().replace("’", "'") for word in parts[1::2]]
    if " - " in text:  # a hyphen on its own is a dash
        alone = zip(words, parts[::2], parts[2::2], strict=False)
        words = [
            "–" if (word, left[-1:], right[:1]) == ("-", " ", " ") else word for word, left, right in alone
        ]
    offsets = list(accumulate(map(len, parts)))
    return Words(text, words, offsets[:-1:2], offsets[1::2])


_remembered = lru_cache(maxsize=4)(_cut)
