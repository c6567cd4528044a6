"""How the cross-check of a folder of claims fares: narrowing, end to end, and the worst day there can be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.parquet as pq

from tests.benchmarks.claims import write_generated
from tests.benchmarks.line import Line, rounded
from tests.benchmarks.process import ROOT, WORKBENCH, Ran, run

MILLION = 1_000_000
WORST = (50_000, 100_000)


def scale() -> list[Line]:
    """A million generated claims; TEN_MILLION=1: ten as well, in some minutes."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / "million"
        folder.mkdir()
        write_generated(MILLION, folder)
        lines = [*_narrowing(folder), *_worst()]
        ran, findings = _whole(folder, Path(scratch) / "out")
        lines.append(_line(MILLION, ran, findings, "floor: 15 s, under 1,500 MB"))
        if os.environ.get("TEN_MILLION"):
            folder = Path(scratch) / "ten"
            folder.mkdir()
            write_generated(10 * MILLION, folder)
            more, found = _whole(folder, Path(scratch) / "more")
            times = f"{more.seconds / ran.seconds:.1f} times that of 1 million (floor 12), under 8,000 MB"
            lines.append(_line(10 * MILLION, more, found, times))
        return lines


def _narrowing(folder: Path) -> list[Line]:
    told = _measured("narrowing", folder)
    times = told["narrowed"] / told["group_by"]
    took = f"{rounded(told['wall'])} s, {rounded(told['narrowed'])} s of CPU"
    what = "narrowing 1,000,000 claims, as a multiple of a plain group-by of the same file"
    return [
        Line(
            what,
            f"{rounded(times)} times: {took}",
            f"floor 20, aim 8; group-by {rounded(told['group_by'])} s of CPU",
        ),
        Line(
            "the same, as a multiple of a group-by whose groups are counted alone, without their bounds",
            f"{rounded(told['narrowed'] / told['counted'])} times",
            f"{rounded(told['counted'])} s of CPU",
        ),
        Line(
            "all pairs of one series and day, by a self-join of the same file (hard conflicts alone)",
            f"{rounded(told['naive'])} s of CPU",
            "naive",
        ),
    ]


def _worst() -> list[Line]:
    half, whole = (_measured("conflict", size) for size in WORST)
    what = f"checks of {WORST[1]:,} claims of one day that all conflict"
    took = f"{rounded(whole['cpu'])} s of CPU, {whole['findings']:.0f} finding"
    times = whole["cpu"] / half["cpu"]
    return [Line(what, took, f"{times:.1f} times that of half as many (floor 2.3)")]


def _whole(folder: Path, out: Path) -> tuple[Ran, int]:
    ran = run([WORKBENCH, "corpus", "crosscheck", folder, out])
    return ran, pq.read_metadata(out / "findings.parquet").num_rows


def _line(size: int, ran: Ran, findings: int, beside: str) -> Line:
    what = f"`workbench corpus crosscheck` of {size:,} claims, {findings:,} findings"
    took = f"{rounded(ran.seconds)} s, {rounded(ran.cpu)} s of CPU, {rounded(ran.megabytes)} MB"
    return Line(what, took, beside)


def _measured(what: str, given: object) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.narrowing", what, str(given)]
    told = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, cwd=ROOT).stdout
    found: dict[str, float] = json.loads(told)
    return found
