"""A sentence in pieces, with the words marked that made a claim what it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.core.article import Sentence
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.languages import language_of
from workbench.text.suggest import explain


class Mark(StrEnum):
    NUMBER = "number"
    HEDGE = "hedge"
    MEASURE = "measure"


Span = tuple[int, int, Mark]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text; `mark` None is what stands between. `claim` is the id of the claim that is marked."""

    text: str
    mark: Mark | None = None
    claim: str | None = None


def pieces(text: str, spans: Iterable[tuple[int, int, Mark, str | None]]) -> list[Piece]:
    """The whole text in pieces. Offsets are code points; of spans that overlap the first one given stays, and
    a span that does not lie in the text is left out."""
    kept: list[tuple[int, int, Mark, str | None]] = []
    taken: set[int] = set()
    for start, end, mark, claim in spans:
        inside = range(start, end)
        if 0 <= start < end <= len(text) and taken.isdisjoint(inside):
            taken.update(inside)
            kept.append((start, end, mark, claim))
    found: list[Piece] = []
    at = 0
    for start, end, mark, claim in sorted(kept, key=lambda span: span[0]):
        if start > at:
            found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], mark, claim))
        at = end
    if at < len(text) or not found:
        found.append(Piece(text[at:]))
    return found


def words_behind(
    text: str, number: tuple[int, int], *, language: str, vocabulary: Vocabulary, published_at: date | None
) -> list[Span]:
    """The number of a claim in its sentence, with the hedge and the words of the measure that the reading of
    this sentence alone finds for it; a person may have read more in it than that."""
    start, end = number
    spans: list[Span] = [(start, end, Mark.NUMBER)]
    try:
        known = language_of(language)
    except InvalidData:
        return spans
    found = explain(
        text,
        [Sentence(start=0, end=len(text), text=text)],
        language=known,
        vocabulary=vocabulary,
        published_at=published_at,
    )
    for suggestion, why in found:
        if suggestion.start < end and start < suggestion.end:
            for part, mark in (("measure", Mark.MEASURE), ("bound", Mark.HEDGE)):
                reason = why.get(part)
                if isinstance(reason, tuple):
                    spans += _outside((reason[0], reason[1]), number, mark)
            break
    return spans


def _outside(words: tuple[int, int], number: tuple[int, int], mark: Mark) -> Sequence[Span]:
    """What of the words the number itself does not cover: "dozens" is its own hedge."""
    start, end = words
    if end <= number[0] or number[1] <= start:
        return [(start, end, mark)]
    return [
        (first, last, mark)
        for first, last in ((start, min(end, number[0])), (max(start, number[1]), end))
        if first < last
    ]
