"""Articles from a folder: manifest.jsonl names the files and says outlet and day; no other file is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.core.article import Article, Rejected
from workbench.exceptions import InvalidData
from workbench.readers.jsonl import read_objects
from workbench.readers.record import article_of

MANIFEST = "manifest.jsonl"


def read_folder(path: Path, *, max_bytes: int = 8_000_000) -> Iterator[Article | Rejected]:
    """One article or rejected entry at a time. Raises InvalidData where the manifest itself is missing."""
    manifest = path / MANIFEST
    if not manifest.is_file():
        raise InvalidData(
            f"{path} has no {MANIFEST}: one JSON line a file, with file, outlet and published_at"
        )
    root = path.resolve()
    for where, record in read_objects(manifest):
        if isinstance(record, Rejected):
            yield record
            continue
        name = record.get("file")
        if not isinstance(name, str) or not name:
            yield Rejected(where, "file is missing", "file")
            continue
        text = _text(root, name, where, max_bytes)
        if isinstance(text, Rejected):
            yield text
        else:
            yield article_of({**record, "text": text}, where)


def _text(root: Path, name: str, where: str, max_bytes: int) -> str | Rejected:
    file = (root / name).resolve()
    if not file.is_relative_to(root):
        return Rejected(where, f"{name} lies outside the folder", "file")
    if not file.is_file():
        return Rejected(where, f"there is no file {name}", "file")
    if file.stat().st_size > max_bytes:
        return Rejected(where, f"{name} is larger than {max_bytes:,} bytes", "file")
    raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8 (byte {raw[error.start]:#04x} at {error.start}); save it as UTF-8"
        return Rejected(where, message, "file")
    return text if text.strip() else Rejected(where, f"{name} is empty", "file")
