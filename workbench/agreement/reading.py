"""What one annotator read in one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A marked number: code points of the sentence, end exclusive. `value` is None where none is stated."""

    start: int
    end: int
    measure: str
    value: int | None = None

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reading:
    """An annotation that was not skipped. `answer` is what was said of the sentence as a whole."""

    sentence: str
    annotator: str
    answer: str
    spans: tuple[Span, ...] = ()
