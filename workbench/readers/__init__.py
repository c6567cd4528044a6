"""Reads what comes in from outside: one format a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from workbench.core.article import Article, Rejected
from workbench.exceptions import InvalidData
from workbench.readers.folder import read_folder
from workbench.readers.jsonl import read_jsonl

# What a path must be, and who reads it then.
READERS: tuple[tuple[Callable[[Path], bool], Callable[[Path], Iterator[Article | Rejected]]], ...] = (
    (Path.is_dir, read_folder),
    (Path.is_file, read_jsonl),
)


def read_articles(path: Path) -> Iterator[Article | Rejected]:
    """Articles from a folder with a manifest.jsonl, or from a file of JSON lines."""
    for accepts, read in READERS:
        if accepts(path):
            return _at_least_one(path, read(path))
    raise InvalidData(f"there is no folder or file {path}")


def _at_least_one(path: Path, records: Iterator[Article | Rejected]) -> Iterator[Article | Rejected]:
    first = next(records, None)
    yield first or Rejected(path.name, "it is empty: there is no article in it")
    yield from records
