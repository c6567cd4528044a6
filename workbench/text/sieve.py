"""Tells quickly that a text holds none of some words, which is so for most sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from string import ascii_lowercase

VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_DIGIT = re.compile(rf"[\d{VULGAR}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))
_LINES_OF_LETTERS = bytes(10 if code == 10 else letter for code, letter in enumerate(_ASCII_LETTERS))
_ASCII_DIGITS = b"0123456789"
_LONGEST_REMEMBERED = 5_000


class Sieve:
    """Words to look for; of a phrase the longest word, which is its rarest."""

    __slots__ = ("_plain", "_words")

    def __init__(self, phrases: Iterable[str]) -> None:
        words = {max(_LETTERS.findall(phrase.lower()), key=len, default="") for phrase in phrases} - {""}
        self._plain = all(pieces_of(word) for word in words)
        self._words = {max(pieces_of(word), key=len) for word in words} if self._plain else words

    def may_hold(self, text: str) -> bool:
        """False only where `text` has neither a digit nor one of the words."""
        digits, _ = _plain_of(text)
        return digits or (not text.isascii() and _DIGIT.search(text) is not None) or self.may_name(text)

    def may_name(self, text: str) -> bool:
        """False only where `text` has none of the words."""
        pieces = pieces_of(text)
        return not self._words.isdisjoint(pieces if self._plain else _LETTERS.findall(text.lower()))


def pieces_of(text: str) -> Set[str]:
    """The runs of ASCII letters in a text, in small letters: of "déjà" they are "d" and "j".

    The pieces of a word are among those of each text that holds it, and cutting at what is not ASCII takes a
    third of the time of cutting at what is no letter. A word of another script has none.
    """
    return _plain_of(text)[1]


def cut_all(texts: Sequence[str]) -> list[list[str]]:
    """The pieces of each text, in order and as often as they stand there; all texts are cut at once."""
    plain = "\n".join(texts).lower().encode("ascii", "replace").translate(_LINES_OF_LETTERS).decode("ascii")
    lines = plain.split("\n")
    if len(lines) != len(texts):  # a text of several lines
        return [list(pieces_of(text)) for text in texts]
    return [line.split() for line in lines]


def _plain_of(text: str) -> tuple[bool, Set[str]]:
    """Are there ASCII digits, and the runs of ASCII letters."""
    return _remembered(text) if len(text) <= _LONGEST_REMEMBERED else _cut(text)


def _cut(text: str) -> tuple[bool, Set[str]]:
    plain = text.lower().encode("ascii", "replace")
    digits = len(plain.translate(None, _ASCII_DIGITS)) < len(plain)
    return digits, set(plain.translate(_ASCII_LETTERS).decode("ascii").split())


# Numbers, dates and triggers are looked for in the same sentence, one after the other.
_remembered = lru_cache(maxsize=4)(_cut)
