"""Writes a release: one format a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from workbench.core.release import Release
from workbench.export import annotation, claimreview, csv, ged, jsonl, parquet, prov, report, series

Writer = Callable[[Release, BinaryIO], None]

# Name of the format, file, media type, writer. All of these follow from the record (see record.py) alone.
EXPORTERS: tuple[tuple[str, str, str, Writer], ...] = (
    ("csv", "claims.csv", "text/csv", csv.write),
    ("jsonl", "claims.jsonl", "application/x-ndjson", jsonl.write),
    ("parquet", "claims.parquet", "application/vnd.apache.parquet", parquet.write),
    ("series", "series.csv", "text/csv", series.write),
    ("ged", "ged.csv", "text/csv", ged.write),
    ("claimreview", "claimreview.jsonld", "application/ld+json", claimreview.write),
    ("annotation", "annotations.jsonld", "application/ld+json", annotation.write),
    ("prov", "prov.json", "application/json", prov.write),
    ("report", "report.html", "text/html", report.write),
)
# Those that are also written of what could be released now.
LIVE = ("csv", "jsonl")
