"""Reads one written number out of a sentence: digits, words and mixtures of both.

A number is groups of up to three digits with falling scales: "two million three hundred thousand and five".
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from workbench.languages.language import Numerals
from workbench.text.number import Kind
from workbench.text.tokens import NUMBER, WORD, Tokens, value_of

Value = int | Fraction
_HIGHEST = 10**18
_HYPHENS = frozenset("-‑–")


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


def read_numeral(tokens: Tokens, at: int, numerals: Numerals) -> Numeral | None:
    """The longest number that begins at the token `at`, if one does."""
    return _Reader(tokens, numerals).read(at)


class _Reader:
    __slots__ = ("numerals", "tokens", "types", "words")

    def __init__(self, tokens: Tokens, numerals: Numerals) -> None:
        self.tokens = tokens
        self.numerals = numerals
        self.words = tokens.words
        self.types = tokens.types

    def read(self, at: int) -> Numeral | None:
        minus = self._minus(at)
        found = self._ordinal_digits(at) or self._slashed(at + minus) or self._part(at + minus)
        found = found or self._cardinal(at + minus)
        if found is None or found.value is None:
            return found
        if minus:
            if found.kind is Kind.ORDINAL:
                return None
            found.first, found.value = at, -found.value
        return found

    def _minus(self, at: int) -> int:
        """1 where a minus stands: a word, or a sign that hangs on digits alone (a dash opens many a list)."""
        word = self.words[at]
        if word in self.numerals.minus:
            return 1
        if word not in ("-", "−") or self.types[at + 1] != NUMBER or not self.tokens.touch(at):
            return 0
        if at and self.tokens.touch(at - 1) and self.words[at - 1] not in "([":
            return 0
        return 0 if self.types[at + 2] == WORD or (at and self.types[at - 1] == NUMBER) else 1

    def _ordinal_digits(self, at: int) -> Numeral | None:
        if self.tokens.suffixes.get(at) not in self.numerals.ordinal_endings:
            return None
        return Numeral(
            at, at + 1, value_of(self.words[at], self.numerals.decimal), Kind.ORDINAL, written=False
        )

    def _slashed(self, at: int) -> Numeral | None:
        """1/4, and 2 1/4."""
        words, types = self.words, self.types
        begin = at
        if types[at] == NUMBER and types[at + 1] == NUMBER and words[at + 2 : at + 3] == ["/"]:
            begin = at + 1
        if types[begin] != NUMBER or words[begin + 1] != "/" or types[begin + 2] != NUMBER:
            return None
        top, bottom = self._plain(begin), self._plain(begin + 2)
        whole = self._plain(at) if begin > at else 0
        if top is None or not bottom or whole is None or top >= bottom or begin + 2 in self.tokens.suffixes:
            return None
        return Numeral(at, begin + 3, whole + Fraction(top) / bottom, Kind.FRACTION, written=False)

    def _plain(self, at: int) -> Value | None:
        return value_of(self.words[at], self.numerals.decimal)

    def _part(self, at: int) -> Numeral | None:
        """ "half", "half a million", "a third", "quarter of a million", "¾"; not what follows a number."""
        words, numerals = self.words, self.numerals
        word = words[at]
        if len(word) == 1 and self.types[at] == WORD and not word.isalpha():
            return Numeral(at, at + 1, _vulgar(word), Kind.FRACTION)
        article = word in numerals.articles
        begin = at + article
        bottom = numerals.denominators.get(words[begin])
        if bottom is None or (not article and words[begin] != numerals.half and bottom != 4):
            return None
        scaled = self._of_scale(begin + 1)
        if scaled:
            scale, last, loose = scaled
            return Numeral(
                at, last, _whole(Fraction(scale, bottom)), loose=loose, scaled=True, article=article
            )
        if not article and words[begin] != numerals.half:
            return None  # "quarter" alone is a part of a year or of a town
        if article and words[begin].endswith("s"):
            return None
        return Numeral(at, begin + 1, Fraction(1, bottom), Kind.FRACTION, article=article)

    def _of_scale(self, at: int) -> tuple[int, int, int | None] | None:
        """A scale behind a part: "million", "a million", "of a million", "a dozen"."""
        numerals, words = self.numerals, self.words
        if words[at] == numerals.of and words[at + 1] in numerals.articles:
            at += 2
        else:
            while words[at] in numerals.articles or (words[at] in _HYPHENS and at > 0):
                at += 1
        if words[at] in numerals.scales:
            return numerals.scales[words[at]], at + 1, None
        if words[at] in numerals.dozens:
            return numerals.dozens[words[at]], at + 1, numerals.dozens[words[at]]
        return None

    def _cardinal(self, at: int) -> Numeral | None:
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
                break
            total += part
            if scale == 1:
                break
            ceiling = scale
            joined = words[last] == numerals.joiner
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
        number = Numeral(at, last, _whole(total), None, loose, written, scaled, article, suffixed)
        if not suffixed and words[last] == numerals.point and not tokens.suffixes:
            number = self._spoken_decimals(number)
        return self._mixed(number)

    def _scale(self, at: int) -> tuple[int, int]:
        """The product of the scales at this token, with the token behind them; 1 where there is none."""
        scale = 1
        numerals = self.numerals
        while (factor := numerals.scales.get(self.words[at])) and scale < _HIGHEST:
            scale *= factor
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
                return self._pairs(numerals.pairs[behind], at + 2)
            return None
        if self.types[at] == NUMBER:
            value = self._plain(at)
            suffix = tokens.suffixes.get(at)
            if suffix is not None:
                factor = numerals.suffixes.get(suffix)
                if value is None or factor is None:
                    return value, at + 1, None, suffix is not None
                return _whole(value * factor), at + 1, None, True
            if value is None:
                return None, at + 1, None, True
            return self._hundreds(value, at + 1)
        if word in numerals.scales and not (at and words[at - 1] in _HYPHENS):
            # "hundred thousand dollars": one is understood
            return self._hundreds(1, at) if numerals.scales[word] == 100 else (1, at, None, False)
        if word in numerals.dozens and not word.endswith("s"):
            return numerals.dozens[word], at + 1, numerals.dozens[word], False
        small = self._small(at)
        return None if small is None else self._hundreds(small[0], small[1])

    def _pairs(self, pair: int, at: int) -> tuple[Value | None, int, int | None, bool]:
        """ "a couple", and of what: "a couple of dozen", "a couple hundred"."""
        numerals, words = self.numerals, self.words
        behind = at + (words[at] == numerals.of)
        if words[behind] in numerals.dozens and not words[behind].endswith("s"):
            return pair * numerals.dozens[words[behind]], behind + 1, pair, False
        if words[behind] in numerals.scales:
            return pair, behind, pair, False
        return pair, at, pair, False

    def _small(self, at: int) -> tuple[int, int] | None:
        """A number in words below a hundred."""
        numerals, words = self.numerals, self.words
        tens = numerals.tens.get(words[at])
        if tens is None:
            unit = numerals.units.get(words[at])
            return None if unit is None else (unit, at + 1)
        behind = at + 2 if words[at + 1] in _HYPHENS else at + 1
        unit = numerals.units.get(words[behind])
        if unit is not None and 0 < unit < 10:
            return tens + unit, behind + 1
        return tens, at + 1

    def _hundreds(self, value: Value, at: int) -> tuple[Value | None, int, int | None, bool]:
        """What follows the first figure of a group: "hundred and five", "dozen"."""
        numerals, words = self.numerals, self.words
        if words[at] in numerals.dozens:
            return value * numerals.dozens[words[at]], at + 1, numerals.dozens[words[at]], False
        if numerals.scales.get(words[at]) != 100:
            return value, at, None, False
        value, at = value * 100, at + 1
        joined = words[at] == numerals.joiner
        small = self._small(at + joined)
        if small is None and self.types[at + joined] == NUMBER and at + joined not in self.tokens.suffixes:
            digits = self._plain(at + joined)
            in_words = self.types[at - 2] != NUMBER
            if isinstance(digits, int) and 0 < digits < 100 and not in_words:
                small = digits, at + joined + 1
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
        while (small := self._small(at)) and len(digits) < 12:
            digits += str(small[0])
            at = small[1]
        if not digits or number.value is None:
            return number
        number.value += Fraction(int(digits), 10 ** len(digits))
        number.last = at
        scale = numerals.scales.get(self.words[at])
        if scale:
            number.value, number.last, number.scaled = _whole(number.value * scale), at + 1, True
        else:
            number.value = _whole(number.value)
        return number

    def _mixed(self, number: Numeral) -> Numeral:
        """An ordinal or a part that the number runs into: "twenty-first", "two thirds", "3 and a half"."""
        numerals, words = self.numerals, self.words
        at = number.last
        assert number.value is not None
        hyphen = words[at] in _HYPHENS
        joined = words[at] == numerals.joiner
        follow = at + (hyphen or joined)
        ordinal = numerals.ordinals.get(words[follow])
        if ordinal is not None and self._completes(number.value, ordinal, joined) and number.written:
            return Numeral(number.first, follow + 1, number.value + ordinal, Kind.ORDINAL)
        bottom = numerals.denominators.get(words[follow])
        if bottom is not None and not joined and (number.value == 1) == (not words[follow].endswith("s")):
            if not number.written and bottom > 100:
                return number
            scaled = self._of_scale(follow + 1)
            part = Fraction(number.value) / bottom
            if scaled:
                return Numeral(
                    number.first, scaled[1], _whole(part * scaled[0]), loose=scaled[2], scaled=True
                )
            return Numeral(number.first, follow + 1, _whole(part), Kind.FRACTION)
        return self._and_a_part(number, follow) if joined else self._vulgar_suffix(number)

    @staticmethod
    def _completes(value: Value, ordinal: int, joined: bool) -> bool:
        if ordinal < 10 and not joined and value % 100 >= 20 and value % 10 == 0:
            return True
        if ordinal >= 100:
            return False
        return value >= 100 and value % 100 == 0

    def _and_a_part(self, number: Numeral, at: int) -> Numeral:
        """ "three and a half", "3 million and a half", "one hundred and three and two thirds"."""
        numerals, words = self.numerals, self.words
        value = number.value
        assert value is not None
        top, begin = (1, at + 1) if words[at] in numerals.articles else (self._small(at) or (0, at))
        if words[begin] in _HYPHENS:
            begin += 1
        bottom = numerals.denominators.get(words[begin])
        if not top or bottom is None or (top == 1) == words[begin].endswith("s") or top >= bottom:
            return number
        part = Fraction(top, bottom)
        scale = numerals.scales.get(words[begin + 1])
        if scale and not number.scaled:
            return Numeral(number.first, begin + 2, _whole((value + part) * scale), scaled=True)
        if scale:
            return Numeral(number.first, begin + 2, _whole(value + part * scale), scaled=True)
        last_scale = numerals.scales.get(words[number.last - 1], 1)
        kind = None if last_scale > 100 else Kind.FRACTION
        part *= last_scale if last_scale > 100 else 1
        return Numeral(number.first, begin + 1, _whole(value + part), kind, scaled=number.scaled)

    def _vulgar_suffix(self, number: Numeral) -> Numeral:
        suffix = self.tokens.suffixes.get(number.last - 1, "")
        if len(suffix) == 1 and not suffix.isalpha() and number.value is not None:
            return Numeral(
                number.first, number.last, number.value + _vulgar(suffix), Kind.FRACTION, suffixed=True
            )
        return number


def _vulgar(sign: str) -> Fraction:
    """The value of ½ and its like."""
    return Fraction(unicodedata.numeric(sign, 0)).limit_denominator(1_000)


def _whole(value: Value) -> Value:
    return value.numerator if value.denominator == 1 else value
