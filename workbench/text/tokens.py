"""Cuts a sentence into words, written numbers and signs, for every language alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from itertools import accumulate
from string import punctuation

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


_LETTERS = r"[^\W\d_]++(?:['’](?=[^\W\d_])[^\W\d_]++)*+"
_SIGNS = r"[^\w\s\x1c-\x1f]|_"  # those four are white space to str, though not to an ASCII pattern
# The types of tokens, the commonest first.
_TYPES = (
    (WORD, rf"{_LETTERS}(?!-?\d)"),
    (SIGN, rf"(?:{_SIGNS})(?![.\d])"),
    (NAME, r"[A-Z][A-Za-z]*+-\d\w*+|[^\W\d_]++\d\w*+(?:-\w++)*+"),
    (WORD, _LETTERS),
    (DATE, r"\d{4}-\d\d?-\d\d?(?![\d-])|\d\d?(?:/\d\d?/|\.\d\d?\.)(?:\d{4}|\d\d)(?![\d/])"),
    (CLOCK, r"\d\d?:\d\d(?::\d\d)?(?![\d:])"),
    (
        CODE,
        # The first is the row of a table: so many numbers with nothing between them state nothing.
        r"\d++(?:[, ]\d++){30,}+"
        r"|\+\d{1,3}(?:[ -]\(?\d++\)?){2,}+"
        r"|\d++(?:-\d++){2,}+|(?!\d{1,3}(?:\.\d{3})++(?!\.?\d))\d++(?:\.\d++){2,}+"
        r"|\d++(?:[:/]\d++){2,}+|\d++:\d++|\+\d{6,}+|\d++[^\W\d_]++\d\w*+",
    ),
    (NUMBER, r"(?:{groups})[^\W\d_]*+"),
    (SIGN, _SIGNS),
)
_TYPE_OF_GROUP = (0, *(kind for kind, _ in _TYPES))
_TYPE_OF_SIGN = dict.fromkeys(punctuation, SIGN)


@cache
def _patterns(decimal: str, *, plain: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One that cuts a text into tokens, and one that tells, by its groups, the type of a token.

    `plain`: for texts of ASCII alone, whose characters are told apart in half the time.
    """
    types = [pattern.replace("{groups}", _GROUPS[decimal]) for _, pattern in _TYPES]
    flags = re.ASCII if plain else re.NOFLAG
    # Most places between tokens are white space: asking that first saves trying every type there.
    cut = re.compile(rf"(?=\S)({'|'.join(types)})", flags)
    return cut, re.compile("|".join(f"({pattern})" for pattern in types), flags)


@dataclass(slots=True)
class Tokens:
    """A sentence cut up, as lists of one length. `words` are in small letters; a number has its digits alone.

    `suffixes` holds the letters that hang on a number ("12k", "3rd"), by token; `special` are the tokens that
    are neither word nor sign. The lists end with a few empty tokens, so that looking ahead needs no care.
    """

    text: str
    types: list[int]
    words: list[str]
    starts: list[int]
    ends: list[int]
    suffixes: dict[int, str]
    special: list[int]

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
    plain = text.isascii()
    cut, told = _patterns(decimal, plain=plain)
    parts = cut.split(text)  # what lies between tokens and the tokens, in turn
    offsets = list(accumulate(map(len, parts)))
    printed, starts, ends = parts[1::2], offsets[:-1:2], offsets[1::2]
    types = [WORD if word.isalpha() else _TYPE_OF_SIGN.get(word, 0) for word in printed]
    suffixes: dict[int, str] = {}
    special: list[int] = []
    if 0 in types:
        for at, kind in enumerate(types):
            if kind:
                continue
            if printed[at].isdecimal():  # as most of them are
                types[at] = NUMBER
                special.append(at)
                continue
            match = told.match(text, starts[at])
            types[at] = kind = _TYPE_OF_GROUP[match.lastindex or 0] if match else SIGN
            if kind != WORD and kind != SIGN:
                special.append(at)
            if kind == NUMBER and (hanging := len(printed[at]) - _last_digit(printed[at]) - 1):
                suffixes[at] = printed[at][-hanging:].lower()
                ends[at] -= hanging
                printed[at] = printed[at][:-hanging]
    words = list(map(str.lower, printed))
    types += [0] * _AHEAD
    words += [""] * _AHEAD
    starts += [len(text) + 1] * _AHEAD
    ends += [len(text) + 1] * _AHEAD
    return Tokens(text, types, words, starts, ends, suffixes, special)


def _last_digit(word: str) -> int:
    last = len(word) - 1
    while not word[last].isdecimal():
        last -= 1
    return last


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
