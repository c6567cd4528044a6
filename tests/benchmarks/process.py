"""Runs a command and tells how long it took and how much memory it held at most."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).parents[2]
LAUNCH = Path(__file__).with_name("launch.py")
WORKBENCH = Path(sys.executable).with_name("workbench")


@dataclass(frozen=True, slots=True)
class Ran:
    """Wall-clock seconds, the greatest resident memory in megabytes (10^6 bytes), and seconds of CPU.

    The last are those that other work on the machine changes least.
    """

    seconds: float
    megabytes: float
    cpu: float


def run(command: Sequence[str | Path], settings: Mapping[str, str] = MappingProxyType({})) -> Ran:
    """Raises CalledProcessError where the command fails. Settings of the user's own are left out."""
    words = [str(part) for part in command]
    told = subprocess.run(
        [sys.executable, "-I", "-S", str(LAUNCH), *words],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        env={**_plain(), **settings},
        cwd=ROOT,
    ).stdout
    code, seconds, kilobytes, cpu = told.split()
    if int(code):
        raise subprocess.CalledProcessError(int(code), words)
    return Ran(float(seconds), int(kilobytes) * 1024 / 1e6, float(cpu))


def best(command: Sequence[str | Path], times: int) -> float:
    """The seconds of the quickest of several runs."""
    return min(run(command).seconds for _ in range(times))


def _plain() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("WORKBENCH_")}
