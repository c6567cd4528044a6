"""Whom a count counts: the noun as printed, and its term in the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.core.vocabulary import Vocabulary
from workbench.text.clause import Clause
from workbench.text.counted import Counts, Phrase
from workbench.text.reading import Reading
from workbench.text.wordbook import (
    AND,
    DETERMINER,
    GRAMMAR,
    MORE,
    NUMBER,
    PARTED,
    PEOPLE,
    QUANTITY,
    SIGNS,
    Wordbook,
)

_OTHERS = "others"
_LONGEST = 6


class Whom(NamedTuple):
    """The term and the printed words, which are tokens `start` to `end`."""

    term: str | None = None
    text: str | None = None
    start: int = 0
    end: int = 0


_NOBODY = Whom()


def read_populations(
    clause: Clause, phrases: Sequence[Phrase], readings: Iterable[Reading], wordbook: Wordbook
) -> dict[int, Whom]:
    """Whom each counted phrase counts, by its index; "others" are taken for what was counted before them."""
    found: dict[int, Whom] = {}
    before: str | None = None
    for reading in readings:
        if reading.phrase in found:
            continue
        phrase = phrases[reading.phrase]
        whom = read_population(clause, phrase, wordbook)
        if phrase.divided and whom.text is None and reading.phrase + 1 < len(phrases):
            whom = read_population(clause, phrases[reading.phrase + 1], wordbook)  # "12 of the 40 men"
        term = resolve_others(whom.term, before, wordbook.vocabulary)
        found[reading.phrase] = whom if term == whom.term else whom._replace(term=term)
        before = whom.term or before
    return found


def read_population(clause: Clause, phrase: Phrase, wordbook: Wordbook) -> Whom:
    """Whom the phrase counts; neither term nor words where the number stands alone.

    A term that the vocabulary does not have is None beside its words. "12 Palestinian children" is one term
    where the vocabulary composes it; a wider word in front is left away until something is known.
    """
    words, bits = clause.words, clause.bits
    if phrase.named is not None:
        start, end = phrase.named
        return Whom(_known(words, start, end, wordbook), clause.said(start, end), start, end)
    if phrase.counts is Counts.BARE and phrase.end == phrase.start + 1:
        return _NOBODY
    of = wordbook.word("partitive")
    start, end = phrase.start + (phrase.number is not None), phrase.end
    if phrase.number is None:
        start += 1
    while start < end and (bits[start] & (DETERMINER | PARTED) or words[start] in of):
        start += 1
    if start < end and bits[start] & MORE and start + 1 < end:
        start += 1
    if start >= end:
        return _NOBODY
    if bits[end] & AND and bits[end + 1] & PEOPLE:  # "50 women and children"
        both = wordbook.population_of(" ".join(words[start : end + 2]))
        if both is not None:
            return Whom(both, clause.said(start, end + 2), start, end + 2)
    if words[end] in of:  # "members of the security forces"
        longer = _end_of(clause, end + 1)
        term = wordbook.population_of(" ".join(words[start:longer]))
        if term is None and _known(words, start, end, wordbook) is None:
            term = _after_of(clause, end + 1, longer, wordbook)
        if term is not None:
            return Whom(term, clause.said(start, longer), start, longer)
    term = _known(words, start, end, wordbook)
    if term is None and end - start == 1 and bits[start] & MORE:
        return _NOBODY  # "two more"
    return Whom(term, clause.said(start, end), start, end)


def _known(words: list[str], start: int, end: int, wordbook: Wordbook) -> str | None:
    """The longest run of the words that is a term, the nearer to the noun at the end the better.

    Where adjectives follow, the noun stands first: "niños palestinos" is a term of the two.
    """
    noun_first = bool(wordbook.claims.adjective_endings)
    for length in range(min(end - start, _LONGEST), 0, -1):
        lasts = range(start + length, end + 1)
        for last in lasts if noun_first else reversed(lasts):
            term = wordbook.population_of(" ".join(words[last - length : last]))
            if term is not None:
                others = (wordbook.population_of(word) for word in words[last:end]) if noun_first else ()
                joint = (wordbook.vocabulary.joint(term, other) for other in others if other is not None)
                return next((both for both in joint if both is not None), term)
    return None


def _end_of(clause: Clause, place: int) -> int:
    bits = clause.bits
    while bits[place] & DETERMINER:
        place += 1
    limit = min(place + 4, len(clause))
    while place < limit and not bits[place] & (GRAMMAR | SIGNS | NUMBER | QUANTITY):
        place += 1
    return place


def _after_of(clause: Clause, start: int, end: int, wordbook: Wordbook) -> str | None:
    while start < end and clause.bits[start] & DETERMINER:
        start += 1
    return wordbook.population_of(" ".join(clause.words[start:end])) if start < end else None


def resolve_others(term: str | None, before: str | None, vocabulary: Vocabulary) -> str | None:
    """Who "others" are: after "20,000 Palestinians", Palestinians; after "two soldiers", anybody."""
    if term != _OTHERS or before is None:
        return term
    known = vocabulary.populations.get(before)
    return before if known is not None and known.nation else term
