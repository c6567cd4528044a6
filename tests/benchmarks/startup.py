"""How long the command takes to answer."""

from __future__ import annotations

from tests.benchmarks.line import Line
from tests.benchmarks.process import WORKBENCH, best

TIMES = 10


def startup() -> list[Line]:
    seconds = best([WORKBENCH, "--help"], TIMES)
    return [Line(f"`workbench --help`, best of {TIMES}", f"{seconds:.2f} s", "floor 0.5 s")]
