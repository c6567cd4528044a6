"""Reference counts from CSV in long form: a row an event, measure, origin and day."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from typing import TextIO

from workbench.core.reference import ReferenceCount
from workbench.exceptions import InvalidData

REQUIRED = ("event", "measure", "origin", "as_of", "value")
OPTIONAL = ("place", "population", "reported")


def read_counts(stream: TextIO, name: str) -> Iterator[ReferenceCount]:
    """One count a row. Raises InvalidData that names file, row (the header is row 1) and column."""
    rows = csv.DictReader(stream, strict=True)
    try:
        header = rows.fieldnames
        if header is None:
            raise InvalidData(f"{name} is empty: it needs a header with {', '.join(REQUIRED)}")
        missing = [column for column in REQUIRED if column not in header]
        if missing:
            message = (
                f"{name}, row 1: the column {', '.join(missing)} is missing (there are {', '.join(header)})"
            )
            raise InvalidData(message, fields={column: ["missing"] for column in missing})
        for row in rows:
            yield _count(row, f"{name}, row {rows.line_num}")
    except UnicodeDecodeError as error:
        raise InvalidData(f"{name} is not UTF-8 text; save it as UTF-8") from error
    except csv.Error as error:
        raise InvalidData(f"{name}, row {rows.line_num}: no CSV: {error}") from error


def _count(row: dict[str, str | None], where: str) -> ReferenceCount:
    cells = {column: (row.get(column) or "").strip() for column in REQUIRED + OPTIONAL}
    for column in REQUIRED:
        if not cells[column]:
            raise InvalidData(f"{where}: {column} is empty", fields={column: ["empty"]})
    if not (cells["value"].isascii() and cells["value"].isdigit()):
        message = f"{where}: value must be a whole number without separators, not {cells['value']!r}"
        raise InvalidData(message, fields={"value": ["not a whole number"]})
    try:
        as_of = date.fromisoformat(cells["as_of"])
    except ValueError:
        message = f"{where}: as_of is not a day like 2023-10-07: {cells['as_of']!r}"
        raise InvalidData(message, fields={"as_of": ["not a day"]}) from None
    if cells["reported"].lower() not in ("", "true", "false"):
        message = f"{where}: reported is true or false, not {cells['reported']!r}"
        raise InvalidData(message, fields={"reported": ["not true or false"]})
    return ReferenceCount(
        event=cells["event"],
        place=cells["place"] or None,
        population=cells["population"] or None,
        measure=cells["measure"],
        origin=cells["origin"],
        as_of=as_of,
        value=int(cells["value"]),
        reported=cells["reported"].lower() != "false",
    )
