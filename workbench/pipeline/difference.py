"""Compares two releases by their files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.core.difference import Difference
from workbench.export import record
from workbench.review.differences import NOTHING, Side, differences

ROWS = "claims.jsonl"


def compare(
    before: Path | None, after: Path, *, held: Callable[[str], tuple[str, ...]] = lambda claim: ()
) -> Iterator[Difference]:
    """What differs between two folders of releases; None is nothing yet. Raises InvalidData naming a file."""
    return differences(NOTHING if before is None else _side(before), _side(after), held=held)


def _side(folder: Path) -> Side:
    return Side(
        record.read_lines(folder / ROWS, dict[str, Any]),
        record.read_findings(folder),
        record.read_decisions(folder),
        {name: source.version for name, source in record.read_sources(folder).items()},
    )
