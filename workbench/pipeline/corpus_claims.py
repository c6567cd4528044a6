"""Opens a folder of claims for an engine: checked, and brought to Parquet where it is anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis

from workbench.core.event import Event
from workbench.core.period import Period
from workbench.core.vocabulary import Vocabulary
from workbench.engine.engine import Engine
from workbench.engine.folder import LINES, doubtful, files_of, is_plain, rows_of, write_claims
from workbench.engine.parts import lost_parts
from workbench.exceptions import InvalidData
from workbench.readers.claims import MOST, check_claims, read_records
from workbench.readers.record import day_of


@contextmanager
def open_claims(
    engine: Engine, folder: Path, *, vocabulary: Vocabulary, events: Mapping[str, Event] | None
) -> Iterator[ibis.Table]:
    """The claims of a folder as a table of the engine; checked, and rewritten first where need be."""
    files = files_of(folder)
    if files[0].suffix != LINES and all(map(is_plain, files)):
        table = engine.read(files)
        if _is_sound(engine, table, vocabulary):
            yield table
            return
    with TemporaryDirectory() as scratch:
        staged = Path(scratch) / "claims.parquet"
        records = (record for file in files for record in _records(file))
        write_claims(check_claims(records, measures=vocabulary.measures, events=events), staged)
        yield engine.read([staged])


def _records(file: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if file.suffix != LINES:
        yield from rows_of(file)
        return
    with file.open(encoding="utf-8-sig") as stream:
        yield from read_records(stream, file.name)


def _is_sound(engine: Engine, claims: ibis.Table, vocabulary: Vocabulary) -> bool:
    counted = claims.aggregate(
        doubtful=doubtful(claims, vocabulary.measures, MOST), rows=claims.count(), ids=claims.id.nunique()
    )
    (row,) = engine.rows(counted).to_pylist()
    if row["doubtful"] or row["rows"] != row["ids"]:
        return False
    days = claims.select(day="as_of").union(claims.select(day="since")).distinct()
    published = claims.select(day="published_at").distinct()
    return (
        all(_is_period(row["day"]) for row in engine.rows(days).to_pylist())
        and all(_is_day(row["day"]) for row in engine.rows(published).to_pylist())
        and engine.rows(lost_parts(claims).limit(1)).num_rows == 0
    )


def _is_period(written: str | None) -> bool:
    try:
        return not written or bool(Period.parse(written))
    except InvalidData:
        return False


def _is_day(written: str | None) -> bool:
    found = day_of(written) if written else None
    return not written or (found is not None and found.isoformat() == written)
