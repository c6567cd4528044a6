"""The key that pseudonyms are made with: a file that only its owner can read."""

from __future__ import annotations

import os
import secrets
import tempfile
from pathlib import Path

from workbench.core.pseudonym import KEY_BYTES
from workbench.exceptions import InvalidData


def read_or_make_key(path: Path, what: str = "the key of the pseudonyms") -> bytes:
    """The key in the file, made there where there is none; of several who make it at once one wins.

    Raises InvalidData where the file holds something else, or others can read it.
    """
    if not path.exists():
        _make(path)
    try:
        others = path.stat().st_mode & 0o077
        key = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError) as error:
        raise InvalidData(f"{what} cannot be read from {path}: {error}") from error
    if len(key) != KEY_BYTES:
        raise InvalidData(f"{path} does not hold {what} ({KEY_BYTES} bytes as hexadecimal digits)")
    if others:
        raise InvalidData(f"others can read {what}; run: chmod 600 {path}")
    return key


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # mkstemp makes it 0600
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
    try:
        os.link(name, path)
    except FileExistsError:
        pass
    finally:
        Path(name).unlink()
