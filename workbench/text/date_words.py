"""The words of dates of one language, prepared for reading."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from workbench.languages.language import Language
from workbench.text.mention import DateKind
from workbench.text.number_phrases import Phrases
from workbench.text.sieve import Sieve
from workbench.text.tokens import Tokens

_IN_FIGURES = re.compile(r"\d{4}|\d[./]\d")  # "2024", "24.1.2024"


class DateWords:
    """What reading dates needs of a language, prepared."""

    def __init__(self, language: Language) -> None:
        names = language.calendar
        self.language = language
        self.relative = Phrases(names.relative.items())
        self.roles = Phrases(
            [(phrase, DateKind.SINCE) for phrase in names.since]
            + [(phrase, DateKind.UNTIL) for phrase in names.until]
            + [(phrase, DateKind.SINCE) for phrase in language.ranges.pairs if phrase not in names.of]
        )
        self.firsts = frozenset().union(
            *(
                names.months,
                names.weekdays,
                names.past,
                names.last,
                names.this,
                names.next,
                names.weekend,
                names.begins,
                self.relative.firsts,
                names.units if names.last_behind else (),
                names.ago if names.ago_first else (),
            )
        )
        self.amounts = language.numerals.articles | language.numerals.units.keys()
        self.stretching = names.past | names.last | names.this
        self.month_before = names.month_before | names.early
        self.year_before = names.year_before | names.early
        self.aside = names.early | names.the | {"-"}
        ranges = language.ranges
        self.behind_day = ranges.joins.union(("-",), names.months, names.of, *ranges.pairs.values())
        self.counted = language.kinds.people | language.kinds.countable
        words = {*names.months, *names.weekdays, *names.units, *names.relative, *names.weekend}
        self.named = Sieve(words)
        endings = language.claims.possessives if language.claims is not None else ()
        self.possessive = {
            word + ending.replace("'", mark): len(ending)
            for word in {*names.weekdays, *names.units, *names.relative, *names.weekend}
            for ending in endings
            for mark in "'’"
        }

    def may_hold(self, text: str) -> bool:
        """False only where `text` names neither a day, month or other time, nor one in figures alone."""
        return self.named.may_name(text) or _IN_FIGURES.search(text) is not None

    def bare(self, tokens: Tokens) -> Tokens:
        """The tokens with "Saturday" and "year" in the place of "Saturday's" and "year's"."""
        if self.possessive.keys().isdisjoint(tokens.words):
            return tokens
        words, ends = list(tokens.words), list(tokens.ends)
        for at, word in enumerate(words):
            if length := self.possessive.get(word):
                words[at], ends[at] = word[:-length], ends[at] - length
        return replace(tokens, words=words, ends=ends)


@cache
def date_words_of(language: Language) -> DateWords:
    """Prepared once."""
    return DateWords(language)
