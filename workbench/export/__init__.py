"""Writes a release: one format a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from workbench.core.release import Release
from workbench.export import csv, jsonl

# Name of the format (and ending of the file), media type, writer.
EXPORTERS: tuple[tuple[str, str, Callable[[Release, TextIO], None]], ...] = (
    ("csv", "text/csv", csv.write),
    ("jsonl", "application/x-ndjson", jsonl.write),
)
