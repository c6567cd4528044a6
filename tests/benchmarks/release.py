"""How fast a release is written and checked, beside the bare writers and sha256sum, and how much it holds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.line import Line, rounded
from tests.benchmarks.process import LAUNCH, ROOT
from tests.benchmarks.store import claim_at
from workbench.core.release import About, VerifiedClaim
from workbench.export import EXPORTERS
from workbench.pipeline.compile import Spool
from workbench.pipeline.release import seal
from workbench.pipeline.verify import verify_release

SIZE = int(os.environ.get("CLAIMS", "1000000"))
FORMATS = ("csv", "jsonl", "parquet")


def release() -> list[Line]:
    """Seconds of CPU, each in a process of its own."""
    lines = []
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "release"
        folder.mkdir()
        spool = Spool(Path(temporary) / "spool")
        spool.add(_claims())
        files = {name: file for name, file, *_ in EXPORTERS}
        for name in FORMATS:
            took, megabytes = _exported("ours", name, spool.path, folder / files[name])
            bare, _ = _exported("bare", name, spool.path, Path(temporary) / "bare")
            lines.append(
                Line(
                    f"{SIZE:,} verified claims to {name}",
                    f"{rounded(SIZE / took)} a second, {megabytes:.0f} MB",
                    f"{bare / took:.2f} times the speed of the bare writer; floor 0.3, under 300 MB",
                )
            )
        lines.append(_verified(folder))
    return lines


def _claims() -> Iterator[VerifiedClaim]:
    for number in range(SIZE):
        claim = claim_at(number)
        yield VerifiedClaim(
            claim=claim,
            accepted=claim.quantity.hard,
            as_of=claim.as_of,
            quote=f"{claim.origin} said that {claim.quantity.text} people had died by then.",
            quote_start=(claim.start or 0) - 20,
            url=f"https://news.example/{number // 50}",
            title=f"Report {number // 50}",
            language="en",
        )


def _exported(kind: str, name: str, spool: Path, out: Path) -> tuple[float, float]:
    """Seconds of CPU that the writing took, and the greatest resident memory in megabytes."""
    words = [sys.executable, "-m", "tests.benchmarks.exporting", kind, name, str(spool), str(out)]
    told = out.with_suffix(".seconds")
    shell = ["/bin/sh", "-c", 'out=$1; shift; exec "$@" > "$out"', "sh", str(told), *words]
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCH), *shell],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        cwd=ROOT,
    ).stdout
    code, _, kilobytes, _ = done.split()
    if int(code):
        raise subprocess.CalledProcessError(int(code), words)
    seconds = float(told.read_text())
    told.unlink()
    return seconds, int(kilobytes) * 1024 / 1e6


def _verified(folder: Path) -> Line:
    about = About(
        number=1,
        made_at=datetime(2024, 3, 1, tzinfo=UTC),
        made_by="benchmark",
        workbench="",
        vocabulary="",
        profile="",
        normaliser="",
    )
    seal(folder, about, None)
    names = sorted(path.name for path in folder.iterdir())
    size = sum(path.stat().st_size for path in folder.iterdir())
    beside = min(
        _seconds(["sha256sum", *names], folder) + _seconds(["cat", *names], folder) for _ in range(3)
    )
    took = min(_timed(folder) for _ in range(3))
    return Line(
        f"verify of a release of {size / 1e6:,.0f} MB",
        f"{rounded(took)} s",
        f"{beside / took:.2f} times the speed of sha256sum and one read; floor 0.5",
    )


def _timed(folder: Path) -> float:
    begun = time.perf_counter()
    report = verify_release(folder, [])
    took = time.perf_counter() - begun
    assert report.holds, report.problems
    return took


def _seconds(command: Sequence[str], folder: Path) -> float:
    begun = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun
