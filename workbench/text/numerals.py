"""Reads one written number out of a sentence: a cardinal, an ordinal, a fraction or what is made of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from functools import cache

from workbench.languages.language import Numerals
from workbench.text.cardinals import HYPHENS, Cardinals, Numeral, Value, whole
from workbench.text.number import Kind
from workbench.text.tokens import NUMBER, WORD, Tokens


@cache
def plain_words(numerals: Numerals) -> Mapping[str, int]:
    """Words that are a number by themselves."""
    other = {*numerals.articles, *numerals.scales, *numerals.dozens, *numerals.minus, *numerals.denominators}
    words = {**numerals.units, **numerals.tens, **numerals.hundreds}
    return {word: value for word, value in words.items() if word not in other and word not in numerals.halves}


@cache
def running_on(numerals: Numerals) -> frozenset[str]:
    """What may stand behind the first token of a number that runs on."""
    return HYPHENS.union(
        (numerals.joiner, numerals.group_joiner, numerals.point, "/"),
        *(numerals.units, numerals.tens, numerals.hundreds, numerals.scales, numerals.dozens),
        *(numerals.suffixes, numerals.ordinals, numerals.denominators),
        "." if numerals.ordinal_stop else (),
    )


class NumeralReader:
    """Reads the numbers of one sentence."""

    __slots__ = ("cardinals", "numerals", "plain_words", "running_on", "tokens", "types", "words")

    def __init__(self, tokens: Tokens, numerals: Numerals) -> None:
        self.cardinals = Cardinals(tokens, numerals)
        self.tokens = tokens
        self.numerals = numerals
        self.plain_words = plain_words(numerals)
        self.running_on = running_on(numerals)
        self.words = tokens.words
        self.types = tokens.types

    def read(self, at: int) -> Numeral | None:
        """The longest number that begins at the token `at`, if one does."""
        if self.words[at + 1] not in self.running_on and (plain := self._plain(at)) is not None:
            return plain
        minus = self._minus(at)
        if self.types[at + minus] == NUMBER:
            found = self._ordinal_digits(at) or self._slashed(at + minus)
        else:
            found = self._part(at + minus)
        if found is None and (cardinal := self.cardinals.read(at + minus)) is not None:
            found = cardinal if cardinal.value is None else self._mixed(cardinal)
        if found is None or found.value is None:
            return found
        if minus:
            if found.kind is Kind.ORDINAL:
                return None
            found.first, found.value = at, -found.value
        return found

    def _plain(self, at: int) -> Numeral | None:
        """Digits or one word that nothing runs on from, as most numbers are."""
        if self.types[at] == NUMBER:
            if self.types[at + 1] == NUMBER or at in self.tokens.suffixes:
                return None
            value = self.cardinals.digits(at)
            return Numeral(at, at + 1, None if value is None else whole(value), written=False)
        value = self.plain_words.get(self.words[at])
        return None if value is None else Numeral(at, at + 1, value)

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
        last = at + 1
        if self.numerals.ordinal_stop and self.words[last] == "." and self._ends_ordinal(last + 1):
            last += 2 if self.tokens.touch(at) and self.tokens.touch(last) else 0
        if last == at + 1 and self.tokens.suffixes.get(at) not in self.numerals.ordinal_endings:
            return None
        return Numeral(at, last, self.cardinals.digits(at), Kind.ORDINAL, written=False)

    def _ends_ordinal(self, at: int) -> bool:
        return self.words[at] in self.numerals.ordinal_endings

    def _slashed(self, at: int) -> Numeral | None:
        """1/4, and 2 1/4."""
        words, types = self.words, self.types
        begin = at
        if types[at] == NUMBER and types[at + 1] == NUMBER and words[at + 2 : at + 3] == ["/"]:
            begin = at + 1
        if types[begin] != NUMBER or words[begin + 1] != "/" or types[begin + 2] != NUMBER:
            return None
        top, bottom = self.cardinals.digits(begin), self.cardinals.digits(begin + 2)
        whole = self.cardinals.digits(at) if begin > at else 0
        if top is None or not bottom or whole is None or top >= bottom or begin + 2 in self.tokens.suffixes:
            return None
        return Numeral(at, begin + 3, whole + Fraction(top) / bottom, Kind.FRACTION, written=False)

    def _part(self, at: int) -> Numeral | None:
        """ "half", "half a million", "a third", "quarter of a million", "¾"; not what follows a number."""
        words, numerals = self.words, self.numerals
        word = words[at]
        if len(word) == 1 and self.types[at] == WORD and not word.isalpha():
            return Numeral(at, at + 1, _vulgar(word), Kind.FRACTION)
        article = word in numerals.articles
        begin = at + article
        bottom = numerals.denominators.get(words[begin])
        if bottom is None or (not article and words[begin] not in numerals.halves and bottom != 4):
            return None
        scaled = self._of_scale(begin + 1)
        if scaled:
            scale, last, loose = scaled
            return Numeral(
                at, last, whole(Fraction(scale, bottom)), loose=loose, scaled=True, article=article
            )
        if not article and words[begin] not in numerals.halves:
            return None  # "quarter" alone is a part of a year or of a town
        if article and words[begin] in numerals.plurals:
            return None
        return Numeral(at, begin + 1, Fraction(1, bottom), Kind.FRACTION, article=article)

    def _of_scale(self, at: int) -> tuple[int, int, int | None] | None:
        """A scale behind a part: "million", "a million", "of a million", "a dozen"."""
        numerals, words = self.numerals, self.words
        if words[at] == numerals.of and words[at + 1] in numerals.articles:
            at += 2
        else:
            at += words[at] in numerals.articles or words[at] in HYPHENS
        if words[at] in numerals.scales:
            return numerals.scales[words[at]], at + 1, None
        if words[at] in numerals.dozens:
            return numerals.dozens[words[at]], at + 1, numerals.dozens[words[at]]
        return None

    def _mixed(self, number: Numeral) -> Numeral:
        """An ordinal or a part that the number runs into: "twenty-first", "two thirds", "3 and a half"."""
        numerals, words = self.numerals, self.words
        at = number.last
        assert number.value is not None
        hyphen = words[at] in HYPHENS
        joined = words[at] == numerals.joiner
        follow = at + (hyphen or joined)
        ordinal = numerals.ordinals.get(words[follow])
        if ordinal is not None and self._completes(number.value, ordinal, joined) and number.written:
            return Numeral(number.first, follow + 1, number.value + ordinal, Kind.ORDINAL)
        bottom = numerals.denominators.get(words[follow])
        if (
            bottom is not None
            and not joined
            and (number.value == 1) == (words[follow] not in numerals.plurals)
        ):
            if not number.written and bottom > 100:
                return number
            scaled = self._of_scale(follow + 1)
            part = Fraction(number.value) / bottom
            if scaled:
                return Numeral(number.first, scaled[1], whole(part * scaled[0]), loose=scaled[2], scaled=True)
            return Numeral(number.first, follow + 1, whole(part), Kind.FRACTION)
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
        if numerals.bare_halves and words[at] in numerals.halves:
            if words[at + 1] in numerals.dozens or words[at + 1] in numerals.scales:
                return number  # "12 y medio centenar" are two numbers
            top, begin = 1, at
        else:
            top, begin = (
                (1, at + 1) if words[at] in numerals.articles else (self.cardinals.small(at) or (0, at))
            )
        if words[begin] in HYPHENS:
            begin += 1
        bottom = numerals.denominators.get(words[begin])
        if not top or bottom is None or (top == 1) == (words[begin] in numerals.plurals) or top >= bottom:
            return number
        part = Fraction(top, bottom)
        scale = numerals.scales.get(words[begin + 1])
        if scale and not number.scaled:
            return Numeral(number.first, begin + 2, whole((value + part) * scale), scaled=True)
        if scale:
            return Numeral(number.first, begin + 2, whole(value + part * scale), scaled=True)
        last_scale = numerals.scales.get(words[number.last - 1], 1)
        kind = None if last_scale > 100 else Kind.FRACTION
        part *= last_scale if last_scale > 100 else 1
        return Numeral(number.first, begin + 1, whole(value + part), kind, scaled=number.scaled)

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
