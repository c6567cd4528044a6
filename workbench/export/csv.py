"""Rows as CSV (RFC 4180, UTF-8)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import TextIOWrapper
from typing import BinaryIO

from workbench.core.release import Release
from workbench.export.columns import NAMES, Cell, cells_of

# A spreadsheet takes a cell that begins like this for a formula. A text that begins so gets an apostrophe,
# and so does one that begins with apostrophes and then so: taking one away gives back what it was.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
FIRST = "'=+-@\t\r"


def write(release: Release, stream: BinaryIO) -> None:
    """A header and a row a claim. A text that a spreadsheet would run gets an apostrophe."""
    write_table(NAMES, map(cells_of, release.claims), stream)


def write_table(names: Sequence[str], rows: Iterable[Sequence[Cell]], stream: BinaryIO) -> None:
    """Any table. Lines end in CR LF, so that both are quoted wherever they stand in a text."""
    text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows(map(_plain, rows))
    text.flush()
    text.detach()


def _plain(cells: Sequence[Cell]) -> list[str | int | None]:
    return [
        ("'" + cell if cell and cell[0] in FIRST and _FORMULA.match(cell) else cell)
        if isinstance(cell, str)
        else ("true" if cell else "false")
        if isinstance(cell, bool)
        else cell
        for cell in cells
    ]


def as_given(cell: str) -> str:
    """The text of a cell as it was before it was written."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell) else cell
