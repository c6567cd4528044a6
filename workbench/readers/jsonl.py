"""Articles from JSON lines: one object a line, with outlet, published_at and text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.core.article import Article, Rejected
from workbench.readers.record import article_of


def read_jsonl(path: Path) -> Iterator[Article | Rejected]:
    """One article or rejected line at a time; a broken line never stops the others."""
    for where, record in read_objects(path):
        if isinstance(record, Rejected):
            yield record
        else:
            yield article_of({**record, "file": record.get("file") or record.get("id")}, where)


def read_objects(path: Path) -> Iterator[tuple[str, dict[str, Any] | Rejected]]:
    """Each line that is not blank, with where it stands ("news.jsonl, line 3")."""
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, start=1):
            where = f"{path.name}, line {number}"
            if not raw.strip():
                continue
            try:
                record = json.loads(raw.decode("utf-8-sig"))
            except UnicodeDecodeError as error:
                message = (
                    f"not UTF-8 (byte {error.object[error.start]:#04x} at {error.start}); save it as UTF-8"
                )
                yield where, Rejected(where, message)
                continue
            except (json.JSONDecodeError, RecursionError) as error:
                yield where, Rejected(where, f"broken JSON: {error}")
                continue
            if isinstance(record, dict):
                yield where, record
            else:
                yield where, Rejected(where, "a line must be one JSON object")
