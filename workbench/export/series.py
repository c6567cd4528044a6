"""What the claims say together, as CSV: a row for each series and as-of day."""

from __future__ import annotations

from typing import BinaryIO

from workbench.core.release import Release, SeriesDay
from workbench.export.columns import NUMBER, TEXT, Cell
from workbench.export.csv import write_table

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("event", TEXT, "id of the event"),
    ("measure", TEXT, "what is counted"),
    ("population", TEXT, "who is counted; empty is unknown"),
    ("place", TEXT, "where; empty is unknown"),
    ("scope", TEXT, "incident, period, cumulative or stock"),
    ("since", TEXT, "start of the count, EDTF"),
    ("as_of", TEXT, "day that the figures speak of, EDTF"),
    ("status", TEXT, "verified, or unresolved where no figure of the day is verified"),
    ("low", NUMBER, "lowest number that is published; empty is unbounded"),
    ("high", NUMBER, "highest number that is published; empty is unbounded"),
    ("policy", TEXT, "decided (by the reviewer), single figure, agreement of all, or range of all"),
    ("reviewer", TEXT, "who decided"),
    ("outlets", TEXT, "who printed it, with semicolons between"),
    ("origins", TEXT, "whose word it is, with semicolons between"),
    ("claims", TEXT, "ids of the claims, with spaces between"),
)


def write(release: Release, stream: BinaryIO) -> None:
    """A header and a row a day."""
    write_table([name for name, _, _ in COLUMNS], map(_cells, release.series), stream)


def _cells(day: SeriesDay) -> tuple[Cell, ...]:
    return (
        day.event,
        day.measure,
        day.population,
        day.place,
        day.scope,
        day.since.edtf if day.since else None,
        day.as_of.edtf if day.as_of else None,
        day.status.value,
        day.accepted.low,
        day.accepted.high,
        day.policy,
        day.reviewer,
        "; ".join(day.outlets),
        "; ".join(day.origins),
        " ".join(day.claims),
    )
