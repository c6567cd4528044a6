"""The gold files of this folder, and where the shared ones may lie."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"
SHARED = Path(__file__).parents[3] / "shared"


def cases(name: str) -> list[Any]:
    """The lines of a gold file, each a parameter with its topic and line as its name."""
    lines = (DATA / name).read_text("utf-8").strip().split("\n")
    rows = [json.loads(line) for line in lines]
    return [pytest.param(row, id=f"{row['topic']}-{place}") for place, row in enumerate(rows, start=1)]


def shared(path: str) -> list[dict[str, Any]]:
    """The lines of a shared file; skips the test where the folder is not beside the project."""
    file = SHARED / path
    if not file.is_file():
        pytest.skip(f"{file} is not there")
    return [json.loads(line) for line in file.read_text("utf-8").strip().split("\n")]
