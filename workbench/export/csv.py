"""The verified claim set as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
from typing import TextIO

from workbench.core.release import Release
from workbench.export.columns import COLUMNS, Cell, row_of

# A spreadsheet takes a cell that begins like this for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(release: Release, stream: TextIO) -> None:
    """A header and a row a verified claim. A text that a spreadsheet would run gets an apostrophe."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(name for name, _ in COLUMNS)
    for verified in release.claims:
        rows.writerow(_cell(cell) for cell in row_of(verified).values())


def _cell(cell: Cell) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
