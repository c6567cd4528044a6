"""Asks the command as an outsider does: what it prints is all that counts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.eval.cases import Row

WORKBENCH = Path(sys.executable).with_name("workbench")


def inspect(verb: str, lines: Sequence[Row]) -> list[Row]:
    """The answers of `workbench inspect sentences|numbers|suggestions` to {"id", "text", …}, in order."""
    return run(["inspect", verb], "".join(map(_line, lines)))


def cross_check(claims: Iterable[Row], events: Path) -> list[Row]:
    """The findings of `workbench crosscheck` on lines of claims and a file of events."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "claims.jsonl"
        file.write_text("".join(map(_line, claims)), encoding="utf-8")
        return run(["crosscheck", "--claims", str(file), "--events", str(events), "--format", "jsonl"])


def run(arguments: Sequence[str], given: str = "") -> list[Row]:
    """Without settings of the user's own. Raises CalledProcessError where the command fails."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("WORKBENCH_")}
    answer = subprocess.run(
        [str(WORKBENCH), *arguments], input=given.encode(), stdout=subprocess.PIPE, check=True, env=plain
    )
    return [json.loads(line) for line in answer.stdout.splitlines()]


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
