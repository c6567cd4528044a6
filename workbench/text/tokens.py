"""Cuts a sentence into words, written numbers and signs, for every language alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache

WORD, NUMBER, NAME, DATE, CLOCK, CODE, SIGN = range(1, 8)
# More digits than this are no number of anything, and reading them would not take linear time.
_MOST_DIGITS = 18
_AHEAD = 6
_LONGEST_REMEMBERED = 5_000

_SPACES = "\u0020\u00a0\u2009\u202f"
_GROUPS = {
    ".": rf"\d{{1,3}}(?:[,٬]\d{{3}})++(?!\d)(?:[.٫]\d++)?+|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)"
    rf"|\d{{1,3}}(?:['’]\d{{3}})++(?!\d)(?:\.\d++)?+|\d{{1,3}}(?:[{_SPACES}]\d{{3}})++(?![\d,])(?:\.\d++)?+"
    r"|\d{1,3}(?:\.\d{3})++,\d++|\d{1,3}(?:\.\d{3}){2,}+(?!\d)"
    r"|(?<!\d,)\d{1,3},\d\d(?![\d,])|\d++(?:[.٫]\d++)?+|(?<!\w)\.\d++",
    ",": rf"\d{{1,3}}(?:[.٬]\d{{3}})++(?!\d)(?:[,٫]\d++)?+"
    rf"|\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})++(?![\d.])(?:,\d++)?+"
    r"|\d{1,3}(?:,\d{3})++\.\d++|\d++(?:[,.٫]\d++)?+",
}


@cache
def _pattern(decimal: str) -> re.Pattern[str]:
    """One group a type of token, the commonest first; `_TYPE_OF_GROUP` says which is which.

    White space before a token is part of the match: skipping it there takes a third of the time that trying
    every type of token at it would.
    """
    return re.compile(
        rf"""
        \s*+(?:([^\W\d_]++(?:['’](?=[^\W\d_])[^\W\d_]++)*+(?!-?\d))
        |([^\w\s]|_)(?![.\d])
        |([A-Z][A-Za-z]*+-\d\w*+|[^\W\d_]++\d\w*+(?:-\w++)*+)
        |([^\W\d_]++(?:['’](?=[^\W\d_])[^\W\d_]++)*+)
        |(\d{{4}}-\d\d?-\d\d?(?![\d-])|\d\d?(?P<mark>[/.])\d\d?(?P=mark)(?:\d{{4}}|\d\d)(?![\d/]))
        |(\d\d?:\d\d(?::\d\d)?(?![\d:]))
        |(\+\d{{1,3}}(?:[ -]\(?\d++\)?){{2,}}+
            |\d++(?:-\d++){{2,}}+|(?!\d{{1,3}}(?:\.\d{{3}})++(?!\.?\d))\d++(?:\.\d++){{2,}}+
            |\d++(?:[:/]\d++){{2,}}+|\d++:\d++|\+\d{{6,}}+|\d++[^\W\d_]++\d\w*+)
        |((?:{_GROUPS[decimal]})(?P<suffix>[^\W\d_]*+))
        |([^\w\s]|_))
        """,
        re.VERBOSE,
    )


_TYPE_OF_GROUP = (0, WORD, SIGN, NAME, WORD, DATE, DATE, CLOCK, CODE, NUMBER, NUMBER, SIGN)


@dataclass(slots=True)
class Tokens:
    """A sentence cut up, as lists of one length. `words` are in small letters; a number has its digits alone.

    `suffixes` holds the letters that hang on a number ("12k", "3rd"), by token. The lists end with a few
    empty tokens, so that looking ahead needs no care.
    """

    text: str
    types: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    suffixes: dict[int, str]

    def __len__(self) -> int:
        return len(self.types) - _AHEAD

    def touch(self, left: int) -> bool:
        """Does the token after `left` follow it without white space?"""
        return self.ends[left] == self.starts[left + 1]


def tokens_of(text: str, decimal: str = ".") -> Tokens:
    """Every character that is no white space is in one token. Takes time in proportion to the text.

    The last few sentences are remembered, since numbers and dates are read from the same one. Not to be
    changed.
    """
    return _remembered(text, decimal) if len(text) <= _LONGEST_REMEMBERED else _cut(text, decimal)


@lru_cache(maxsize=4)
def _remembered(text: str, decimal: str) -> Tokens:
    return _cut(text, decimal)


def _cut(text: str, decimal: str) -> Tokens:
    matches = list(_pattern(decimal).finditer(text, 0, len(text.rstrip())))
    groups = [match.lastindex or 0 for match in matches]
    types = [_TYPE_OF_GROUP[group] for group in groups]
    starts = [match.start(group) for match, group in zip(matches, groups, strict=True)]
    ends = [match.end() for match in matches]
    suffixes: dict[int, str] = {}
    if NUMBER in types:
        for at, kind in enumerate(types):
            if kind == NUMBER and (suffix := matches[at]["suffix"]):
                suffixes[at] = suffix.lower()
                ends[at] -= len(suffix)
    lower = text.lower()
    if len(lower) == len(text):
        words = [lower[start:end] for start, end in zip(starts, ends, strict=True)]
    else:  # a few capitals grow when they are made small
        words = [text[start:end].lower() for start, end in zip(starts, ends, strict=True)]
    types += [0] * _AHEAD
    words += [""] * _AHEAD
    starts += [len(text) + 1] * _AHEAD
    ends += [len(text) + 1] * _AHEAD
    return Tokens(text, types, words, starts, ends, suffixes)


_SEPARATORS = re.compile(rf"[{_SPACES}'’,٬.٫]")


def value_of(digits: str, decimal: str = ".") -> int | Fraction | None:
    """The number that digits with separators and a decimal mark say; None for more digits than make sense."""
    if len(digits) > 2 * _MOST_DIGITS:
        return None
    if digits.isdecimal():
        return int(digits) if len(digits) <= _MOST_DIGITS else None
    last = max(digits.rfind(mark) for mark in ".,٫")
    whole, mark, rest = digits[:last], digits[last : last + 1], digits[last + 1 :]
    grouping = last < 0 or (
        mark != "٫"
        and (
            len(rest) == 3 and (mark != decimal or mark in whole)
            if mark in whole or mark != decimal
            else False
        )
    )
    if grouping:
        whole, rest = digits, ""
    number = _SEPARATORS.sub("", whole) + rest
    if len(number) > _MOST_DIGITS or not number.isdecimal():
        return None
    return int(number) if not rest else Fraction(int(number), 10 ** len(rest))
