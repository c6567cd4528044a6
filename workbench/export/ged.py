"""What the claims say together, under the column names of the UCDP GED codebook."""

from __future__ import annotations

from typing import BinaryIO

from workbench.core.identity import content_id
from workbench.core.release import PlaceTerm, Release, SeriesDay
from workbench.export.columns import DAY, NUMBER, TEXT, Cell
from workbench.export.csv import write_table

COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", TEXT, "id of the row; the same for the same series and day"),
    ("year", NUMBER, "of the last day"),
    ("conflict_new_id", TEXT, "id of the event"),
    ("conflict_name", TEXT, "name of the event"),
    ("measure", TEXT, "what is counted; UCDP counts deaths only, here these are the rows of killed"),
    ("population", TEXT, "who is counted; empty is unknown"),
    ("scope", TEXT, "incident, period, cumulative or stock: only rows of incident are events as in UCDP"),
    ("number_of_sources", NUMBER, "how many outlets, or tables of counts, give a figure"),
    ("number_of_origins", NUMBER, "how many origins stand behind these: ten outlets may copy one"),
    ("source_office", TEXT, "the outlets, with semicolons between"),
    ("source_original", TEXT, "the origins, with semicolons between"),
    ("where_description", TEXT, "the place; empty is unknown"),
    ("where_prec", NUMBER, "1 an exact place, 4 a first-order division, 6 a country; empty where unknown"),
    ("country", TEXT, "country of the place, where the vocabulary knows it"),
    ("date_start", DAY, "first day that the figure may speak of"),
    ("date_end", DAY, "last day that the figure may speak of"),
    ("date_prec", NUMBER, "1 a day, 2 two to six days, 3 a week, 4 a month, 5 more"),
    ("best", NUMBER, "what most origins state within low and high, of several the lowest; else low"),
    ("high", NUMBER, "highest number that is published; empty is unbounded"),
    ("low", NUMBER, "lowest number that is published"),
    ("status", TEXT, "verified or unresolved"),
)


def write(release: Release, stream: BinaryIO) -> None:
    """A header and a row a series and as-of day."""
    rows = (_cells(day, release) for day in release.series)
    write_table([name for name, _, _ in COLUMNS], rows, stream)


def _cells(day: SeriesDay, release: Release) -> tuple[Cell, ...]:
    place = release.terms.places.get(day.place or "") or PlaceTerm(None, 0)
    as_of, since = day.as_of, day.since
    parts = (day.event, day.measure, day.population, day.place, day.scope, str(since), str(as_of))
    return (
        content_id("ged", *parts, *(() if all(parts) else day.claims)),
        as_of.last.year if as_of else None,
        day.event,
        release.terms.events.get(day.event or ""),
        day.measure,
        day.population,
        day.scope,
        len(day.outlets) or len(day.origins),
        day.independent,
        "; ".join(day.outlets),
        "; ".join(day.origins),
        day.place,
        place.precision or None,
        place.country,
        as_of.first.isoformat() if as_of else None,
        as_of.last.isoformat() if as_of else None,
        int(as_of.precision) if as_of else None,
        day.best,
        day.accepted.high,
        day.accepted.low or 0,
        day.status.value,
    )
