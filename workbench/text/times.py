"""Which of the times that a sentence names is that of a figure: "14 in the past day, 300 since May"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from workbench.languages.claims import Form
from workbench.text.clause import Clause
from workbench.text.cues import Cue
from workbench.text.mention import DateKind, DateMention


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch ("in the past day") or the start of a count ("since May"), at an offset of the sentence."""

    at: int
    said: DateMention | Cue

    @property
    def stretch(self) -> bool:
        return isinstance(self.said, DateMention) and self.said.kind is DateKind.DURATION


class Times:
    """The stretches and starts of a sentence, in order; `parts` are the offsets of figures that are parts."""

    def __init__(self, clause: Clause, times: Sequence[Time], parts: Collection[int]) -> None:
        self.times = sorted(times, key=lambda time: time.at)
        self.figures = [clause.starts[place] for place in sorted(clause.numbers)]
        self.parts = sorted(parts)
        self.totals = [
            clause.starts[found.place]
            for found in clause.found
            if any(Form.TOLL in trigger.forms for trigger in found.triggers)
        ]

    def of(self, at: int, *, total: int | None = None) -> Time | None:
        """The time of the figure at this offset; `total` is the offset of the words that make it a total.

        It is the one with fewer figures between; of two alike the one behind. What is said behind "the
        total" is said of the total, and a part's time is not that of its whole.
        """
        times = [time for time in self.times if total is None or not time.stretch or total <= time.at < at]
        place = bisect_left(times, at, key=lambda time: time.at)
        before = times[place - 1] if place else None
        behind = times[place] if place < len(times) else None
        if behind is not None and self._divided(at, behind.at):
            behind = None
        if before is not None and before.stretch and total is None and _any_in(self.totals, before.at, at):
            before = None
        if before is None or behind is None:
            return before or behind
        fewer = _count(self.figures, before.at, at) < _count(self.figures, at + 1, behind.at)
        return before if fewer else behind

    def _divided(self, at: int, behind: int) -> bool:
        if _any_in(self.totals, at, behind):
            return True
        return at not in self.parts and _any_in(self.parts, at, behind)


def _count(offsets: Sequence[int], start: int, end: int) -> int:
    return bisect_left(offsets, end) - bisect_left(offsets, start)


def _any_in(offsets: Sequence[int], start: int, end: int) -> bool:
    return _count(offsets, start, end) > 0
