"""How far two annotators mark the same numbers: F1 of spans, exact and overlapping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.agreement.reading import Reading, Span


@dataclass(frozen=True, slots=True)
class Matches:
    """How many spans two annotators marked together, how many of them meet, and how many are the same."""

    marked: int = 0
    exact: int = 0
    overlapping: int = 0

    def __add__(self, other: Matches) -> Matches:
        return Matches(
            self.marked + other.marked, self.exact + other.exact, self.overlapping + other.overlapping
        )

    @property
    def f1_exact(self) -> float | None:
        """Twice the spans that are the same over all marked by either; None where nothing is marked."""
        return 2 * self.exact / self.marked if self.marked else None

    @property
    def f1_overlapping(self) -> float | None:
        return 2 * self.overlapping / self.marked if self.marked else None


def matches(one: Reading, other: Reading, measure: str | None = None) -> Matches:
    """Of two readings of a sentence; spans meet where they overlap and have the same measure, each once."""
    ours, theirs = _of(one.spans, measure), _of(other.spans, measure)
    exact = len({_place(span) for span in ours} & {_place(span) for span in theirs})
    return Matches(len(ours) + len(theirs), exact, _met(ours, theirs))


def _of(spans: Iterable[Span], measure: str | None) -> list[Span]:
    return [span for span in spans if measure is None or span.measure == measure]


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.measure


def _met(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    """As many pairs as can be made: each span takes the partner that ends first."""
    free = sorted(theirs, key=lambda span: (span.end, span.start))
    met = 0
    for span in sorted(ours, key=lambda span: (span.end, span.start)):
        partner = next(
            (other for other in free if span.overlaps(other) and span.measure == other.measure), None
        )
        if partner is not None:
            free.remove(partner)
            met += 1
    return met
