"""Reference counts in long form, a row an event, measure, origin and day: CSV, or a JSON array of objects."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TextIO

from workbench.core.article import clean_text
from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.exceptions import InvalidData

REQUIRED = ("event", "measure", "origin", "as_of", "value")
OPTIONAL = ("place", "population", "reported")
MOST = 10**15  # above any count of anything in the news; larger numbers are slips or attacks


@dataclass(frozen=True, slots=True)
class Columns:
    """Under which header each of our columns stands, and what is the same in all rows.

    A column that is in neither goes by our own name.
    """

    headers: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


def read_columns(stream: TextIO, name: str) -> Columns:
    """A mapping file: {"value": "killed_cum", "measure": {"is": "killed"}}. Raises InvalidData."""
    mapping = _json(stream, name)
    if not isinstance(mapping, dict):
        raise InvalidData(f'{name} must be an object like {{"value": "killed_cum"}}')
    headers: dict[str, str] = {}
    constants: dict[str, str] = {}
    for column, given in mapping.items():
        if column not in REQUIRED + OPTIONAL:
            known = ", ".join(REQUIRED + OPTIONAL)
            message = f"{name}: unknown column {column!r}; known are {known}"
            raise InvalidData(message, fields={column: ["unknown"]})
        if isinstance(given, str):
            headers[column] = given
        elif isinstance(given, dict) and isinstance(given.get("is"), str) and len(given) == 1:
            constants[column] = given["is"]
        else:
            message = f'{name}: {column} must be a header, or {{"is": "…"}} for what is the same in all rows'
            raise InvalidData(message, fields={column: ["no header"]})
    return Columns(headers, constants)


def read_counts(
    stream: TextIO,
    name: str,
    *,
    columns: Columns = Columns(),
    measures: Collection[str] | None = None,
    events: Mapping[str, Event] | None = None,
) -> Iterator[ReferenceCount]:
    """One count a row; a name that ends in .json is JSON.

    Where `measures` or `events` are given, a row must name one of them, and its day must not lie before its
    event. Raises InvalidData that names file, row (the header of a CSV is row 1) and column.
    """
    rows = _entries(stream, name, columns) if name.endswith(".json") else _rows(stream, name, columns)
    for row, where in rows:
        cells = {
            column: columns.constants.get(column, row.get(columns.headers.get(column, column)) or "").strip()
            for column in REQUIRED + OPTIONAL
        }
        count = _count(cells, where)
        if measures is not None and count.measure not in measures:
            message = f"{where}: measure: unknown {count.measure!r}; known are {', '.join(measures)}"
            raise InvalidData(message, fields={"measure": ["unknown"]})
        if events is not None:
            _check_event(count, events, where)
        yield count


def _rows(stream: TextIO, name: str, columns: Columns) -> Iterator[tuple[Mapping[str, str | None], str]]:
    rows = csv.DictReader(stream, strict=True)
    try:
        header = rows.fieldnames
        if header is None:
            raise InvalidData(f"{name} is empty: it needs a header with {', '.join(REQUIRED)}")
        _check_header(header, f"{name}, row 1", columns)
        for row in rows:
            yield row, f"{name}, row {rows.line_num}"
    except UnicodeDecodeError as error:
        raise InvalidData(f"{name} is not UTF-8 text; save it as UTF-8") from error
    except csv.Error as error:
        raise InvalidData(f"{name}, row {rows.line_num}: no CSV: {error}") from error


def _entries(stream: TextIO, name: str, columns: Columns) -> Iterator[tuple[Mapping[str, str], str]]:
    entries = _json(stream, name)
    if not isinstance(entries, list):
        raise InvalidData(f"{name} must be a JSON array of counts")
    for number, entry in enumerate(entries, start=1):
        where = f"{name}, count {number}"
        if not isinstance(entry, dict):
            raise InvalidData(f"{where} is not an object")
        _check_header(entry, where, columns)
        yield {str(key): _cell(value, str(key), where) for key, value in entry.items()}, where


def _cell(value: Any, column: str, where: str) -> str:
    """A JSON value as the text that stands in a CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int):
        return str(value) if isinstance(value, str) or abs(value) <= MOST else "a number that is too large"
    message = f"{where}: {column} must be a text or a whole number, not {str(value)[:40]}"
    raise InvalidData(message, fields={column: ["no text"]})


def _check_header(header: Collection[str], where: str, columns: Columns) -> None:
    needed = {column: columns.headers.get(column, column) for column in REQUIRED}
    missing = [
        column for column, given in needed.items() if column not in columns.constants and given not in header
    ] + [column for column in columns.headers if columns.headers[column] not in header and column in OPTIONAL]
    if missing:
        told = ", ".join(needed.get(column, columns.headers.get(column, column)) for column in missing)
        message = (
            f"{where}: the column {told} is missing (there are {', '.join(header)}); "
            "--columns takes a file that says which header is which"
        )
        raise InvalidData(message, fields={column: ["missing"] for column in missing})


def _check_event(count: ReferenceCount, events: Mapping[str, Event], where: str) -> None:
    event = events.get(count.event)
    if event is None:
        known = ", ".join(events) or "none"
        raise InvalidData(
            f"{where}: event: unknown event {count.event!r}; known are {known}", fields={"event": ["unknown"]}
        )
    if count.as_of < event.start:
        message = f"{where}: as_of: {count.as_of} lies before {event.id} began, on {event.start}"
        raise InvalidData(message, fields={"as_of": ["before the event"]})


def _count(cells: Mapping[str, str], where: str) -> ReferenceCount:
    for column in REQUIRED:
        if not cells[column]:
            raise InvalidData(f"{where}: {column} is empty", fields={column: ["empty"]})
    value = cells["value"]
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(MOST)) and int(value) <= MOST):
        message = (
            f"{where}: value must be a whole number without separators, at most {MOST:,}, not {value[:40]!r}"
        )
        raise InvalidData(message, fields={"value": ["not a whole number"]})
    try:
        as_of = date.fromisoformat(cells["as_of"])
    except ValueError:
        message = f"{where}: as_of is not a day like 2023-10-07: {cells['as_of'][:40]!r}"
        raise InvalidData(message, fields={"as_of": ["not a day"]}) from None
    if cells["reported"].lower() not in ("", "true", "false"):
        message = f"{where}: reported is true or false, not {cells['reported'][:40]!r}"
        raise InvalidData(message, fields={"reported": ["not true or false"]})
    return ReferenceCount(
        event=clean_text(cells["event"]),
        place=clean_text(cells["place"]) or None,
        population=clean_text(cells["population"]) or None,
        measure=clean_text(cells["measure"]),
        origin=clean_text(cells["origin"]),
        as_of=as_of,
        value=int(value),
        reported=cells["reported"].lower() != "false",
    )


def _json(stream: TextIO, name: str) -> Any:
    try:
        return json.load(stream)
    except UnicodeDecodeError as error:
        raise InvalidData(f"{name} is not UTF-8 text; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InvalidData(f"{name} is not JSON: {str(error)[:200]}") from error
