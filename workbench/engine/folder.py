"""A folder of claims: Parquet that an engine can read as it is, or what has to be brought to that first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from workbench.core.claim import Claim, Modality, Scope
from workbench.core.finding import Finding
from workbench.core.quantity import Bound
from workbench.engine.columns import COLUMNS, SCHEMA, batch_of, row_of
from workbench.exceptions import InvalidData

BATCH = 50_000
LINES, PARQUET = ".jsonl", ".parquet"
BEGUN = "extract.begun"  # is in a folder of claims until all of them are there


def files_of(folder: Path) -> list[Path]:
    """The JSON lines or the Parquet files of the folder, by name.

    Raises InvalidData for none or for both, and where an extraction into the folder has not ended.
    """
    if not folder.is_dir():
        raise InvalidData(f"there is no folder {folder}")
    if (folder / BEGUN).exists():
        raise InvalidData(f"{folder} is not complete: run the extraction into it again, which goes on")
    found = {ending: sorted(folder.glob(f"*{ending}")) for ending in (LINES, PARQUET)}
    if found[LINES] and found[PARQUET]:
        raise InvalidData(f"{folder} holds files of JSON lines and Parquet; leave one kind")
    files = found[LINES] or found[PARQUET]
    if not files:
        raise InvalidData(f"{folder} holds no file that ends in {LINES} or {PARQUET}")
    return files


def is_plain(file: Path) -> bool:
    """Has the Parquet file every column of a claim, of the type it is to have?"""
    schema = open_parquet(file).schema_arrow
    kinds = {field.name: field.type for field in schema}
    return all(kinds.get(name) == kind for name, kind in COLUMNS)


def open_parquet(file: Path) -> pq.ParquetFile:
    """Raises InvalidData where it is none."""
    try:
        return pq.ParquetFile(file)
    except (pa.ArrowInvalid, OSError) as error:
        raise InvalidData(f"{file.name}: no Parquet file: {error}") from error


def rows_of(file: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row of a Parquet file as a line of JSON would have it, with where it stands."""
    number = 0
    for batch in open_parquet(file).iter_batches(BATCH):
        for row in batch.to_pylist():
            number += 1
            yield f"{file.name}, row {number}", {name: _plain(cell) for name, cell in row.items()}


def write_claims(claims: Iterable[Claim], file: Path) -> int:
    """How many claims were written, as Parquet."""
    rows = map(row_of, claims)
    count = 0
    with pq.ParquetWriter(file, SCHEMA, compression="zstd") as writer:
        while some := list(islice(rows, BATCH)):
            writer.write_batch(batch_of(some))
            count += len(some)
    return count


def write_findings(findings: Sequence[Finding], file: Path) -> None:
    """One row a finding, in the order given; `claims` are ids, the worst pair first."""
    columns = {
        "class": pa.array([found.cls.value for found in findings], pa.string()),
        "severity": pa.array([found.severity.word for found in findings], pa.string()),
        "rule": pa.array([found.rule for found in findings], pa.string()),
        "claims": pa.array([found.claims for found in findings], pa.list_(pa.string())),
        "message": pa.array([found.message for found in findings], pa.string()),
    }
    pq.write_table(pa.table(columns), file, compression="zstd")


def doubtful(claims: ibis.Table, measures: Collection[str], most: int) -> Any:
    """How many rows do not hold what a claim must, so that they have to be read one by one to say why."""
    words = (
        ("measure", [*measures]),
        ("scope", ["", *Scope]),
        ("modality", ["", *Modality]),
        ("bound", [*Bound]),
    )
    high, soft_high = claims.high.fill_null(most), claims.soft_high.fill_null(most)
    bad = [
        claims.id.fill_null("") == "",
        claims.part_of == claims.id,
        claims.low.isnull(),
        claims.soft_low.isnull(),
        claims.low > high,
        claims.soft_low > soft_high,
        claims.soft_low < claims.low,
        soft_high > high,
    ]
    bad += [~claims[name].fill_null("").isin([str(word) for word in known]) for name, known in words]
    for name in ("value", "low", "high", "soft_low", "soft_high"):
        bad += [claims[name] < 0, claims[name] > most]
    return ibis.or_(*(each.fill_null(False) for each in bad)).sum()


def _plain(cell: Any) -> Any:
    if isinstance(cell, date | datetime):
        return cell.isoformat()
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
