"""What one part of the evaluation says: a table, how to read it, its errors, and what it must reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """How many are right, wrong (said and not so) and missed (so and not said)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        return share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def cells(self) -> tuple[str, ...]:
        counts = (str(self.right), str(self.wrong), str(self.missed))
        return (*counts, *(f"{part:.3f}" for part in (self.precision, self.recall, self.f1)))


TALLY = ("right", "wrong", "missed", "precision", "recall", "F1")


def share(part: int, whole: int) -> float:
    """1 where there is nothing to be right or wrong about."""
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Floor:
    """What a score must reach (a missed floor fails the run), and what it should; of errors, at most."""

    what: str
    reached: float
    floor: float
    aim: float
    errors: bool = False

    @property
    def met(self) -> bool:
        return self._reaches(self.floor)

    @property
    def aim_met(self) -> bool:
        return self._reaches(self.aim)

    def _reaches(self, mark: float) -> bool:
        return self.reached <= mark if self.errors else self.reached >= mark


@dataclass(frozen=True, slots=True)
class Judged:
    """A suggestion's score, and whether it is right."""

    score: float
    right: bool


@dataclass(slots=True)
class Section:
    """`note` says how to read the table. `errors` tell each error in a line, the text with it.

    `judged` are the suggestions whose score can be judged. `skipped` says why nothing was measured.
    """

    title: str
    columns: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = field(default_factory=list)
    note: str = ""
    errors: list[str] = field(default_factory=list)
    floors: list[Floor] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    skipped: str | None = None


def table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Lines with aligned columns: the first to the left, figures to the right."""
    lines = [columns, *rows]
    widths = [max(len(line[place]) for line in lines if place < len(line)) for place in range(len(columns))]
    shown = []
    for line in lines:
        padded = zip(line, widths, strict=False)
        cells = [
            cell.rjust(width) if place else cell.ljust(width) for place, (cell, width) in enumerate(padded)
        ]
        shown.append("  ".join(cells).rstrip())
    return shown
