"""Writes a spool of verified claims in one format, ours or bare; prints how many seconds of CPU that took.

python -m tests.benchmarks.exporting ours|bare FORMAT SPOOL OUT
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from workbench.core.release import Release
from workbench.export import EXPORTERS
from workbench.export.columns import NAMES, cells_of
from workbench.export.parquet import schema
from workbench.pipeline.compile import Spool

AT_ONCE = 8_192  # rows; those of a row group


def main() -> None:
    kind, name, spool, out = sys.argv[1:]
    claims = Spool(Path(spool))
    with Path(out).open("wb") as stream:
        print((ours if kind == "ours" else bare)(claims, name, stream))


def ours(claims: Spool, name: str, stream: BinaryIO) -> float:
    """From the spool to the file, reading of the spool included."""
    write = next(write for known, *_, write in EXPORTERS if known == name)
    begun = time.process_time()
    write(Release(claims), stream)
    return time.process_time() - begun


def bare(claims: Spool, name: str, stream: BinaryIO) -> float:
    """Rows that are there already, handed to the writer of the standard library or of Arrow."""
    write = BARE[name](stream)
    rows, seconds = iter(claims), 0.0
    while some := [cells_of(claim) for claim in islice(rows, AT_ONCE)]:
        begun = time.process_time()
        write(some)
        seconds += time.process_time() - begun
    return seconds


Rows = Sequence[Sequence[Any]]


def _csv(stream: BinaryIO) -> Callable[[Rows], None]:
    from io import TextIOWrapper

    text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    return csv.writer(text).writerows


def _json(stream: BinaryIO) -> Callable[[Rows], None]:
    def write(rows: Rows) -> None:
        for row in rows:
            line = json.dumps(dict(zip(NAMES, row, strict=True)), ensure_ascii=False)
            stream.write(line.encode("utf-8") + b"\n")

    return write


def _parquet(stream: BinaryIO) -> Callable[[Rows], None]:
    import pyarrow as pa
    from pyarrow import parquet

    fields = schema()
    writer = parquet.ParquetWriter(stream, fields, compression="zstd")

    def write(rows: Rows) -> None:
        columns = [
            pa.array(column, field.type)
            for column, field in zip(zip(*rows, strict=True), fields, strict=True)
        ]
        writer.write_batch(pa.record_batch(columns, schema=fields))

    return write


BARE: dict[str, Callable[[BinaryIO], Callable[[Rows], None]]] = {
    "csv": _csv,
    "jsonl": _json,
    "parquet": _parquet,
}

if __name__ == "__main__":
    main()
