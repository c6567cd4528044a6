"""Reads one whole number or decimal: digits, words, and mixtures of both.

A number is groups of up to three digits with falling scales: "two million three hundred thousand and five".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from workbench.languages.language import Numerals
from workbench.text.number import Kind
from workbench.text.tokens import NUMBER, WORD, Tokens, value_of

Value = int | Fraction
HYPHENS = frozenset("-‑–")
_HIGHEST = 10**18


@dataclass(slots=True)
class Numeral:
    """The tokens first to last (exclusive) say `value`; None where digits are too many to mean anything.

    `kind` is known already for ordinals and fractions. `loose` is the word's base where it is said loosely
    ("two dozen": 12). `written` says that it begins with a word; `scaled` that it ends in a scale.
    """

    first: int
    last: int
    value: Value | None
    kind: Kind | None = None
    loose: int | None = None
    written: bool = True
    scaled: bool = False
    article: bool = False
    suffixed: bool = False


class Cardinals:
    """Reads the cardinals of one sentence."""

    __slots__ = ("numerals", "tokens", "types", "words")

    def __init__(self, tokens: Tokens, numerals: Numerals) -> None:
        self.tokens = tokens
        self.numerals = numerals
        self.words = tokens.words
        self.types = tokens.types

    def read(self, at: int) -> Numeral | None:
        """The longest cardinal that begins at this token."""
        tokens, words, numerals = self.tokens, self.words, self.numerals
        article = words[at] in numerals.articles
        found = self._group(at)
        if found is None:
            return None
        value, last, loose, suffixed = found
        if value is None:
            return Numeral(at, last, None, written=False)
        written = self.types[at] == WORD
        scaled = False
        total: Value = 0
        ceiling = _HIGHEST
        while True:
            scale, last = self._scale(last) if not suffixed else (1, last)
            if scale > 1:
                scaled = True
            part = value * scale
            if part >= ceiling or total + part > _HIGHEST:
                if not total:
                    return Numeral(at, last, None)
                break
            total += part
            if scale == 1:
                break
            ceiling = scale
            joined = words[last] == numerals.group_joiner != ""
            follow = last + joined
            if self.types[follow] == NUMBER and joined:
                break  # "two million and 12 others" are two numbers
            more = self._group(follow) if words[follow] not in numerals.articles else None
            if more is None or more[0] is None or more[0] >= ceiling or (more[2] and not joined):
                break
            if joined and words[more[1]] in numerals.denominators:
                break  # "five billion and three quarters"
            if self._scale(more[1])[0] * more[0] >= ceiling:
                break
            value, last, more_loose, suffixed = more[0], more[1], more[2], more[3]
            loose = None if more_loose is None else loose
        number = Numeral(at, last, whole(total), None, loose, written, scaled, article, suffixed)
        if not suffixed and words[last] == numerals.point and not tokens.suffixes:
            number = self._spoken_decimals(number)
        return number

    def digits(self, at: int) -> Value | None:
        """What the digits at this token say."""
        return value_of(self.words[at], self.numerals.decimal)

    def small(self, at: int) -> tuple[int, int] | None:
        """A number in words below a hundred."""
        numerals, words = self.numerals, self.words
        tens = numerals.tens.get(words[at])
        if tens is None:
            unit = numerals.units.get(words[at])
            return None if unit is None else (unit, at + 1)
        joined = words[at + 1] in HYPHENS or (words[at + 1] == numerals.tens_joiner != "")
        behind = at + 1 + joined
        unit = numerals.units.get(words[behind])
        if unit is not None and 0 < unit < 10:
            return tens + unit, behind + 1
        return tens, at + 1

    def _scale(self, at: int) -> tuple[int, int]:
        """The product of the scales at this token, with the token behind them; 1 where there is none."""
        scale = 1
        numerals = self.numerals
        at = self._past_hyphen(at, numerals.scales)
        largest = 1  # "mil millones" are multiplied, "dos millones mil" added
        while (factor := numerals.scales.get(self.words[at])) and factor >= largest and scale < _HIGHEST:
            scale, largest = scale * factor, factor
            at += 1
        if scale == 1 and self.types[at - 1] == NUMBER and at - 1 not in self.tokens.suffixes:
            letters = self.words[at]
            factor = numerals.suffixes.get(letters)
            begin = self.tokens.starts[at]
            # A letter on its own must be a capital or "k": "12 m" is a length.
            if factor and (len(letters) > 1 or letters == "k" or self.tokens.text[begin].isupper()):
                follows = self.words[at + 1]
                if not (follows == "." and len(letters) == 1 and self.types[at + 2] == WORD):
                    return factor, at + 1
        return scale, at

    def _past_hyphen(self, at: int, follow: Mapping[str, int]) -> int:
        """The token behind a hyphen that one of these words follows: "two-hundred"; else `at` itself."""
        words = self.words
        return at + 1 if words[at] in HYPHENS and words[at + 1] in follow else at

    def _group(self, at: int) -> tuple[Value | None, int, int | None, bool] | None:
        """Value, token behind it, loose base, and whether a suffix closes it: what a scale may follow."""
        words, numerals, tokens = self.words, self.numerals, self.tokens
        word = words[at]
        if word in numerals.articles:
            behind = words[at + 1]
            if behind in numerals.scales:
                return (
                    self._hundreds(1, at + 1) if numerals.scales[behind] == 100 else (1, at + 1, None, False)
                )
            if behind in numerals.dozens:
                return numerals.dozens[behind], at + 2, numerals.dozens[behind], False
            if behind in numerals.pairs:
                return self._pairs(behind, at + 2)
            return None
        if self.types[at] == NUMBER:
            value = self.digits(at)
            suffix = tokens.suffixes.get(at)
            if suffix is not None:
                factor = numerals.suffixes.get(suffix)
                if value is None or factor is None:
                    return value, at + 1, None, suffix is not None
                return whole(value * factor), at + 1, None, True
            if value is None:
                return None, at + 1, None, True
            return self._hundreds(value, at + 1)
        if word in numerals.scales and not (at and words[at - 1] in HYPHENS):
            # "hundred thousand dollars": one is understood
            return self._hundreds(1, at) if numerals.scales[word] == 100 else (1, at, None, False)
        if word in numerals.dozens and word not in numerals.plurals:
            return numerals.dozens[word], at + 1, numerals.dozens[word], False
        if word in numerals.hundreds:
            rest = self.small(at + 1) or (0, at + 1)
            return numerals.hundreds[word] + rest[0], rest[1], None, False
        small = self.small(at)
        return None if small is None else self._hundreds(small[0], small[1])

    def _pairs(self, word: str, at: int) -> tuple[Value | None, int, int | None, bool]:
        """ "a couple", and of what: "a couple of dozen", "a couple hundred"; "a pair" is two and no more."""
        numerals, words = self.numerals, self.words
        pair = numerals.pairs[word]
        loose = None if word in numerals.exact_pairs else pair
        behind = at + (words[at] == numerals.of)
        if words[behind] in numerals.dozens and words[behind] not in numerals.plurals:
            return pair * numerals.dozens[words[behind]], behind + 1, loose, False
        if words[behind] in numerals.scales:
            return pair, behind, loose, False
        return pair, at, loose, False

    def _hundreds(self, value: Value, at: int) -> tuple[Value | None, int, int | None, bool]:
        """What follows the first figure of a group: "hundred and five", "dozen"."""
        numerals, words = self.numerals, self.words
        at = self._past_hyphen(at, numerals.scales)
        if words[at] in numerals.dozens:
            return value * numerals.dozens[words[at]], at + 1, numerals.dozens[words[at]], False
        if numerals.scales.get(words[at]) != 100:
            return value, at, None, False
        value, at = value * 100, at + 1
        follow = at + (words[at] in HYPHENS)
        joined = words[follow] == numerals.group_joiner != ""
        follow += joined
        small = self.small(follow + (joined and words[follow] in HYPHENS))
        if small is None and self.types[follow] == NUMBER and follow not in self.tokens.suffixes:
            digits = self.digits(follow)
            in_words = self.types[at - 2] != NUMBER
            if isinstance(digits, int) and 0 < digits < 100 and not in_words:
                small = digits, follow + 1
        if small is None or not small[0]:
            return value, at, None, False
        extra, behind = small
        if words[behind] in numerals.dozens:
            return value + extra * numerals.dozens[words[behind]], behind + 1, None, False
        if numerals.scales.get(words[behind]) == 100:
            return value, at, None, False
        return value + extra, behind, None, False

    def _spoken_decimals(self, number: Numeral) -> Numeral:
        """ "two hundred point zero three": digits one by one, or "point seventy-one"."""
        numerals = self.numerals
        digits = ""
        at = number.last + 1
        while (small := self.small(at)) and len(digits) < 12:
            digits += str(small[0])
            at = small[1]
        if not digits or number.value is None:
            return number
        number.value += Fraction(int(digits), 10 ** len(digits))
        number.last = at
        scale = numerals.scales.get(self.words[at])
        if scale:
            number.value, number.last, number.scaled = whole(number.value * scale), at + 1, True
        else:
            number.value = whole(number.value)
        return number


def whole(value: Value) -> Value:
    """The same value, as an int where it is one."""
    return value.numerator if value.denominator == 1 else value
