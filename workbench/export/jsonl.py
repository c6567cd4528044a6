"""The verified claim set as JSON lines."""

from __future__ import annotations

from typing import BinaryIO

from workbench.core.release import Release
from workbench.export.columns import row_of
from workbench.export.record import write_lines


def write(release: Release, stream: BinaryIO) -> None:
    """One object a claim, with the columns of the CSV; null is unknown or unbounded."""
    write_lines(stream, map(row_of, release.claims))
