"""A line of the table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What was measured, the figure, and what it is to be set beside."""

    what: str
    measured: str
    beside: str = ""


def rounded(number: float) -> str:
    """Two significant digits, in words that a reader can compare: 21,437 is 21,000."""
    if number < 100:
        return f"{number:.2g}"
    unit = 10 ** (len(str(int(number))) - 2)
    return f"{round(number / unit) * unit:,}"


def markdown(lines: list[Line]) -> str:
    """The table as README has it."""
    rows = [("what", "measured", "beside"), ("---",) * 3]
    rows += [(line.what, line.measured, line.beside) for line in lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
