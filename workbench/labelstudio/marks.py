"""Whom, where and on whose word: marks on the words of a sentence, or a written line where none says it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.core.annotation import Role, Suggestion
from workbench.core.term import origin_term, place_term, population_term, write_term
from workbench.core.vocabulary import Vocabulary

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a sentence in a role. `numbers` are the suggestions that a relation ties them to: none where
    they speak for every number of the sentence."""

    start: int
    end: int
    role: Role
    numbers: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.start}-{self.end}-{self.role.value}"


def mark_words(
    text: str, suggestions: Sequence[Suggestion], vocabulary: Vocabulary
) -> tuple[list[Mark], list[Mapping[Role, str]]]:
    """The marks of a sentence, and for each suggestion the lines that are written instead.

    Words are marked where they stand in the text and say the term by themselves; of several places the one
    nearest to the number. Relations are drawn only where the numbers of the sentence differ: a mark without
    one speaks for all of them, as `claims.words` reads it back.
    """
    marks: list[Mark] = []
    lines: list[dict[Role, str]] = [{} for _ in suggestions]
    taken = [(found.start, found.end) for found in suggestions]
    for role in (Role.POPULATION, Role.PLACE, Role.ORIGIN):
        spans: dict[int, Span] = {}
        silent = False  # is there a number that words for the whole sentence must not speak for?
        for index, found in enumerate(suggestions):
            words, line = _line(found, role, vocabulary)
            span = _stand(text, line, found.start, taken) if line is not None and line == words else None
            if span is not None:
                spans[index] = span
                continue
            if line is not None:
                lines[index][role] = line
            silent = silent or words is None
        one_for_all = len(set(spans.values())) == 1 and not silent
        for span in sorted(set(spans.values())):
            numbers = () if one_for_all else tuple(index for index, where in spans.items() if where == span)
            marks.append(Mark(*span, role, numbers))
    return marks, list(lines)


def _line(found: Suggestion, role: Role, vocabulary: Vocabulary) -> tuple[str | None, str | None]:
    """The printed words, and the line that names the term with them."""
    if role is Role.POPULATION:
        words, term = found.population_text, found.population
        reading = population_term(words or "", vocabulary)
    elif role is Role.PLACE:
        words, term = found.place_text, found.place
        reading = place_term(words or "", vocabulary)
    else:
        words, term = found.origin_text, found.origin
        reading = origin_term(words or "")
    printed = " ".join((words or "").split()) or None
    return printed, write_term(words, term, reading)


def _stand(text: str, words: str | None, number: int, taken: Sequence[Span]) -> Span | None:
    """Where the words stand whole, clear of any number and nearest to theirs."""
    if not words:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words.split()) + r"(?!\w)"
    there = [match.span() for match in re.finditer(pattern, text)]
    clear = [span for span in there if all(span[1] <= start or end <= span[0] for start, end in taken)]
    return min(clear, key=lambda span: (abs(span[0] - number), span), default=None)
