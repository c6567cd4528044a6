"""A language and a profile, prepared for reading: phrases to look up, and a test for "no number in here"."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.core.quantity import Bound
from workbench.core.vocabulary import Profile
from workbench.languages.language import Language
from workbench.text.number_phrases import Phrases
from workbench.text.numerals import plain_words, running_on
from workbench.text.sieve import VULGAR, Sieve

HYPHENS = ("-", "‑", "–")
# Profiles are compared by identity here: hashing one at every sentence would take longer than reading it.
_MOST_KEPT = 32
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
            for phrase in word.words_in(language.code)
            if (
                phrase not in said
                and _last_word(phrase) not in numerals.dozens.keys() | numerals.pairs.keys()
            )
            or _last_word(phrase) in numerals.plurals
        )
        self.firsts = frozenset().union(
            *(numerals.units, numerals.tens, numerals.hundreds, numerals.scales, numerals.dozens),
            numerals.articles,
            *(numerals.minus, numerals.ordinals, numerals.denominators, VULGAR, ("-", "−")),
            *(kinds.no, language.calendar.months, self.zero.firsts, self.vague.firsts),
        )
        # What a date, a range or a longer number may run on with behind its first token.
        ranges, calendar = language.ranges, language.calendar
        self.running_on = running_on(numerals).union(
            *(HYPHENS, ranges.joins, *ranges.pairs.values()), calendar.months, calendar.of, ("/", "−")
        )
        # Words that by themselves are a number, and nothing else.
        self.simple = {
            word: value
            for word, value in plain_words(numerals).items()
            if value != 1
            and word not in kinds.no
            and word not in calendar.months
            and word not in self.zero.firsts
        }
        # The words right before a number, and right behind it, of which a hedge may be made.
        self.hedging_before = kinds.currency_before | self.fillers.lasts | self.before.lasts | {"["}
        self.hedging_behind = self.after.firsts
        self.articles = self._articles()
        self.ones = numerals.articles & numerals.units.keys()
        self.listing = {numerals.joiner} | language.ranges.choice | language.ranges.joins
        # All that a rule for a kind of number looks at right behind the number, and right before it (kinds).
        self.telling_behind = frozenset(HYPHENS).union(
            *(self.percent.firsts, self.clock.firsts, self.age.firsts, kinds.unit_openers, kinds.durations),
            *(kinds.currency_after, kinds.measurement_after, kinds.age_units, numerals.articles),
        )
        self.telling_before = frozenset((".", "#", ",", numerals.joiner, numerals.of)).union(
            *(self.before.lasts, self.pairs.lasts, kinds.currency_before, kinds.age_before),
            *(kinds.measurement_before, kinds.identifier_always, kinds.identifier_before),
            *(kinds.identifier_abbreviations, kinds.ages_of),
        )
        self.may_hold = _sieve(language, profile).may_hold

    def _articles(self) -> dict[str, frozenset[str]]:
        """Articles that no number is without one of these words behind them; most stand before a noun."""
        numerals, kinds = self.language.numerals, self.language.kinds
        counting = frozenset().union(numerals.scales, numerals.dozens, numerals.pairs, numerals.denominators)
        other = {*numerals.units, *numerals.tens} - numerals.articles  # "treinta y un"
        other |= {*numerals.scales, *numerals.dozens, *numerals.minus}
        other |= {*numerals.ordinals, *numerals.denominators, *kinds.no, *self.language.calendar.months}
        return {
            article: counting | self.zero.after_first(article) | self.vague.after_first(article)
            for article in numerals.articles - other
            if article not in self.zero and article not in self.vague
        }


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


def _sieve(language: Language, profile: Profile) -> Sieve:
    """Every number has a digit or one of these words."""
    numerals, kinds = language.numerals, language.kinds
    words = {*numerals.units, *numerals.tens, *numerals.scales, *numerals.dozens, *numerals.pairs}
    words |= {*numerals.hundreds, *numerals.ordinals, *numerals.denominators, *kinds.no, *kinds.zero}
    words -= numerals.articles
    return Sieve(words.union(*(word.words_in(language.code) for word in profile.words)))
