"""Prints one table. GIGABYTE=1 takes 1 GB of text for the memory, TEN_MILLION=1 ten million claims.

ONLY=reading,memory runs these alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from tests.benchmarks.crosscheck import crosscheck
from tests.benchmarks.demo import demo
from tests.benchmarks.faults import faults
from tests.benchmarks.labelling import labelling
from tests.benchmarks.line import Line, markdown
from tests.benchmarks.memory import memory
from tests.benchmarks.pages import pages
from tests.benchmarks.reading import reading
from tests.benchmarks.recheck import recheck
from tests.benchmarks.release import release
from tests.benchmarks.scale import scale
from tests.benchmarks.startup import startup

BENCHMARKS: tuple[Callable[[], list[Line]], ...] = (
    startup,
    reading,
    memory,
    crosscheck,
    recheck,
    scale,
    pages,
    demo,
)
LONG: tuple[Callable[[], list[Line]], ...] = (labelling, faults, release)  # run where ONLY names them


def main() -> int:
    chosen = os.environ.get("ONLY", "")
    lines: list[Line] = []
    for benchmark in (*BENCHMARKS, *LONG):
        name = benchmark.__name__
        if name not in chosen.split(",") and (chosen or benchmark in LONG):
            continue
        print(f"… {name}", file=sys.stderr, flush=True)
        try:
            lines += benchmark()
        except (OSError, subprocess.SubprocessError) as error:
            lines.append(Line(name, "skipped", str(error)[:120]))
    load = os.getloadavg()[0]
    print(markdown(lines))
    print(f"\n{os.cpu_count()} cores, Python {sys.version.split()[0]}, load at the end {load:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
