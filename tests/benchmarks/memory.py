"""How much memory a run over a large file holds."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.corpus import write_generated
from tests.benchmarks.line import Line, rounded
from tests.benchmarks.process import WORKBENCH, run

SMALL, LARGE = 2, 20  # megabytes


def memory() -> list[Line]:
    """Peak memory of `workbench inspect suggestions` on a small and on a larger file; GIGABYTE=1: on 1 GB."""
    large = 1000 if os.environ.get("GIGABYTE") else LARGE
    lines = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "news.jsonl"
        for megabytes in (SMALL, large):
            write_generated(file, megabytes)
            ran = run([WORKBENCH, "inspect", "suggestions", file])
            what = f"peak memory of `workbench inspect suggestions` on {megabytes:,} MB of text"
            took = f"in {rounded(ran.seconds)} s; floor: flat, under 200 MB"
            lines.append(Line(what, f"{ran.megabytes:.0f} MB", took))
    return lines
