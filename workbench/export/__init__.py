"""Writes a release: one format a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from workbench.core.release import Release
from workbench.export import csv, ged, jsonl, parquet, series

Writer = Callable[[Release, BinaryIO], None]

# Name of the format, file, media type, writer. All of these follow from the record (see record.py) alone.
EXPORTERS: tuple[tuple[str, str, str, Writer], ...] = (
    ("csv", "claims.csv", "text/csv", csv.write),
    ("jsonl", "claims.jsonl", "application/x-ndjson", jsonl.write),
    ("parquet", "claims.parquet", "application/vnd.apache.parquet", parquet.write),
    ("series", "series.csv", "text/csv", series.write),
    ("ged", "ged.csv", "text/csv", ged.write),
)
# Those that are also written of what could be released now.
LIVE = ("csv", "jsonl")
