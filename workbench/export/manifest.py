"""The manifest of a release: each file with its SHA-256, as an in-toto statement and for sha256sum."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from workbench.core.release import About
from workbench.exceptions import InvalidData

MANIFEST, SUMS, ENVELOPE = "manifest.json", "SHA256SUMS", "manifest.dsse.json"
STATEMENT = "https://in-toto.io/Statement/v1"
PREDICATE = "https://claims-workbench.example/release/v1"
BLOCK = 1 << 20  # bytes that are read at once


@dataclass(frozen=True, slots=True)
class Digest:
    """SHA-256 in hexadecimal digits, and the length in bytes."""

    sha256: str
    size: int


def digest_of(path: Path) -> Digest:
    """Reads the file once, in constant memory. Raises InvalidData where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return Digest(hashlib.file_digest(stream, "sha256").hexdigest(), stream.tell())
    except OSError as error:
        raise InvalidData(f"{path} cannot be read: {error.strerror}") from error


def statement(about: About, files: Mapping[str, Digest]) -> bytes:
    """The manifest: in-toto statement v1 with a subject a file, and `about` as predicate."""
    return canonical(
        {
            "_type": STATEMENT,
            "subject": [
                {"name": name, "digest": {"sha256": files[name].sha256}, "size": files[name].size}
                for name in sorted(files)
            ],
            "predicateType": PREDICATE,
            "predicate": msgspec.to_builtins(about),
        }
    )


def canonical(value: Any) -> bytes:
    """JSON that is written in one way alone: keys sorted, two spaces, a line end."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2)
    return text.encode("utf-8") + b"\n"


def read_statement(content: bytes, name: str = MANIFEST) -> tuple[About, dict[str, Digest]]:
    """What the manifest says. Raises InvalidData that says what about it is wrong."""
    try:
        value = json.loads(content)
        if canonical(value) != content:
            raise InvalidData(f"{name} is not written as a release writes it")
        if (value["_type"], value["predicateType"]) != (STATEMENT, PREDICATE):
            raise InvalidData(f"{name} is no manifest of a release")
        files = {one["name"]: Digest(one["digest"]["sha256"], one["size"]) for one in value["subject"]}
        about = msgspec.convert(value["predicate"], About, strict=False)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidData(f"{name} is no manifest of a release: {error}") from error
    if unsafe := [file for file in files if not file or Path(file).name != file or file.startswith(".")]:
        raise InvalidData(f"{name} names a file outside of the release: {unsafe[0]!r}")
    return about, files


def sums(files: Mapping[str, Digest]) -> bytes:
    """What `sha256sum --check` reads."""
    return "".join(f"{files[name].sha256}  {name}\n" for name in sorted(files)).encode("utf-8")
