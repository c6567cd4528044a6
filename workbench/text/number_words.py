"""A language and a profile, prepared for reading: phrases to look up, and a test for "no number in here"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import ascii_lowercase

from workbench.core.quantity import Bound
from workbench.core.vocabulary import Profile
from workbench.languages.language import Language
from workbench.text.number_phrases import Phrases

# Profiles are compared by identity here: hashing one at every sentence would take longer than reading it.
_MOST_KEPT = 32
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_DIGIT = re.compile(rf"[\d{_VULGAR}]")
_LETTERS = re.compile(r"[^\W\d_]+")
_ASCII_LETTERS = bytes(code if chr(code) in ascii_lowercase else 32 for code in range(256))
_kept: dict[tuple[int, int], NumberWords] = {}


class NumberWords:
    """What reading numbers needs of one language and one profile."""

    def __init__(self, language: Language, profile: Profile) -> None:
        self.language = language
        self.profile = profile
        hedges, kinds, numerals = language.hedges, language.kinds, language.numerals
        self.before = Phrases(_by_phrase(hedges.before))
        self.after = Phrases(_by_phrase(hedges.after))
        self.openers = Phrases((phrase, None) for phrase in hedges.openers)
        self.fillers = Phrases((phrase, None) for phrase in hedges.fillers)
        self.links = Phrases((phrase, None) for phrase in hedges.links)
        self.percent = Phrases((phrase, None) for phrase in kinds.percent)
        self.clock = Phrases((phrase, None) for phrase in kinds.clock_after)
        self.age = Phrases((phrase, None) for phrase in kinds.age_after)
        self.proportion = Phrases((phrase, None) for phrase in kinds.proportion)
        self.zero = Phrases(
            [(phrase, True) for phrase in kinds.zero] + [(phrase, False) for phrase in kinds.not_zero]
        )
        self.not_one = Phrases((phrase, None) for phrase in kinds.not_one)
        self.pairs = Phrases((phrase, joins) for phrase, joins in language.ranges.pairs.items())
        self.joins = Phrases(
            (phrase, phrase)
            for phrase in sorted(
                language.ranges.joins
                | language.ranges.choice
                | frozenset().union(*language.ranges.pairs.values())
            )
        )
        said = set(numerals.loose.values())
        self.vague = Phrases(
            (phrase, word)
            for word in profile.words
            for phrase in word.words
            if (
                phrase not in said
                and _last_word(phrase) not in numerals.dozens.keys() | numerals.pairs.keys()
            )
            or phrase.endswith("s")
        )
        self.firsts = frozenset().union(
            *(numerals.units, numerals.tens, numerals.scales, numerals.dozens, numerals.articles),
            *(numerals.minus, numerals.ordinals, numerals.denominators, _VULGAR, ("-", "−")),
            *(kinds.no, language.calendar.months, self.zero.firsts, self.vague.firsts),
        )
        marks = _marks(language, profile)
        self._marks = marks
        self._ascii = frozenset(mark.encode() for mark in marks) if all(map(str.isascii, marks)) else None

    def may_hold(self, text: str) -> bool:
        """False only where `text` has no number for sure; quick, since most sentences have none."""
        if _DIGIT.search(text) is not None:
            return True
        if self._ascii is None:
            return not self._marks.isdisjoint(_LETTERS.findall(text.lower()))
        # Cutting bytes takes a third of the time of cutting text.
        words = text.lower().encode("utf-8", "surrogatepass").translate(_ASCII_LETTERS).split()
        return not self._ascii.isdisjoint(words)


def number_words_of(language: Language, profile: Profile) -> NumberWords:
    """The prepared of the two, prepared once."""
    prepared = _kept.get((id(language), id(profile)))
    if prepared is None:
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        prepared = _kept[id(language), id(profile)] = NumberWords(language, profile)
    return prepared


def _by_phrase(phrases: Mapping[Bound, tuple[str, ...]]) -> list[tuple[str, Bound]]:
    return [(phrase, bound) for bound, group in phrases.items() for phrase in group]


def _last_word(phrase: str) -> str:
    return phrase.rpartition(" ")[2]


def _marks(language: Language, profile: Profile) -> frozenset[str]:
    """Words of which every number in words has one; of a phrase the longest, which is its rarest."""
    numerals, kinds = language.numerals, language.kinds
    words = {*numerals.units, *numerals.tens, *numerals.scales, *numerals.dozens, *numerals.pairs}
    words |= {*numerals.ordinals, *numerals.denominators, *kinds.no}
    phrases = [*kinds.zero, *(phrase for word in profile.words for phrase in word.words)]
    for phrase in [*words, *phrases]:
        words.add(max(_LETTERS.findall(phrase.lower()), key=len, default=phrase))
    return frozenset(words)
