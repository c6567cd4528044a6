"""Counts of a sentence that speaks of those counted before: "Of them, 16 are women"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.core.annotation import Suggestion
from workbench.core.article import Sentence
from workbench.languages.language import Language
from workbench.text.clause import read_clause
from workbench.text.counted import read_phrases
from workbench.text.numbers import read_numbers
from workbench.text.populations import read_population
from workbench.text.predicates import said_of
from workbench.text.walk import Walk
from workbench.text.wordbook import Wordbook

_LONGEST_OPENING = 30  # characters of "Of them,"
_PART = 0.95  # a part is as sure as its whole, times this


def points_back(text: str, wordbook: Wordbook) -> bool:
    """Does it begin with "Of them" or "Of these"?"""
    first, _, rest = text[:_LONGEST_OPENING].lower().partition(" ")
    if first not in wordbook.word("partitive"):
        return False
    return rest.partition(" ")[0].strip(",") in wordbook.word("counted_before")


def read_sequel(
    sentence: Sentence, whole: Suggestion, place: int, language: Language, wordbook: Wordbook
) -> Iterator[Suggestion]:
    """The parts that a sentence which points back names of the whole, which is suggestion number `place`.

    A part is told with its whole: all but whom and how many it counts is that of the whole.
    """
    numbers = read_numbers(sentence.text, language, wordbook.vocabulary.profile)
    clause = read_clause(sentence.text, numbers, wordbook)
    walk = Walk(clause, read_phrases(clause, wordbook), wordbook)
    most = whole.quantity.hard.high
    for index in said_of(walk, 0):
        phrase = walk.phrases[index]
        number = phrase.number
        if number is None or number.quantity is None:
            continue
        least = number.quantity.hard.low
        if most is not None and least is not None and least > most:
            continue
        whom = read_population(clause, phrase, wordbook)
        yield replace(
            whole,
            start=sentence.start + number.number_start,
            end=sentence.start + number.number_end,
            quantity=number.quantity,
            population=whom.term,
            population_text=whom.text,
            origin_text=None,
            place_text=None,
            implicit=False,
            score=round(whole.score * _PART, 3),
            part_of=place,
        )
