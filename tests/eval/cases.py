"""Where the cases lie: in the project, and in an optional folder beside it, of which nothing is copied."""

from __future__ import annotations

import json
from os.path import relpath
from pathlib import Path
from typing import Any

from workbench.languages import LANGUAGES

ROOT = Path(__file__).parents[2]
GOLD = (ROOT / "tests" / "text" / "data", ROOT / "tests" / "mutation" / "data")
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"

Row = dict[str, Any]


class NotThere(Exception):
    """Cases that are not here, so that nothing can be measured on them."""


def gold(pattern: str) -> list[Path]:
    """Our own gold files of that name, in both folders."""
    return sorted(file for folder in GOLD for file in folder.rglob(pattern))


def gold_rows(path: Path) -> list[Row]:
    """The cases of a gold file, each with its language: its own, else that of the file, else English."""
    names = {*path.stem.split("_"), path.parent.name}
    told = next((language.code for language in LANGUAGES if language.code in names), "en")
    return [{"language": told, **row} for row in rows(path)]


def rows(path: Path) -> list[Row]:
    """The objects of a file of JSON lines. Raises NotThere."""
    return [json.loads(line) for line in text(path).split("\n") if line.strip()]


def text(path: Path) -> str:
    """Raises NotThere where the file is missing."""
    if not path.is_file():
        raise NotThere(f"{relpath(path, ROOT)} is not there")
    return path.read_bytes().decode("utf-8")
