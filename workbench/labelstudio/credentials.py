"""Who may enter the local Label Studio: made up once, kept in a file that only its owner can read."""

from __future__ import annotations

import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Credentials:
    """`token` is what programs send (40 hexadecimal digits), user and password are for the browser."""

    user: str
    password: str = field(repr=False)
    token: str = field(repr=False)


def load_or_create(path: Path) -> Credentials:
    """The credentials in the file, or fresh ones where there are none that can be read.

    Label Studio heeds password and token only when it creates the user, and creates any user it does not
    know when it starts. So fresh ones name a user of their own, and losing the file locks nobody out.
    """
    kept = load(path)
    if kept is not None:
        path.chmod(0o600)
        return kept
    user = f"workbench-{secrets.token_hex(3)}@localhost.local"
    fresh = Credentials(user, secrets.token_urlsafe(18), secrets.token_hex(20))
    write_private(path, json.dumps(asdict(fresh), indent=1))
    return fresh


def load(path: Path) -> Credentials | None:
    try:
        kept = json.loads(path.read_text("utf-8"))
        return Credentials(*(str(kept[name]) for name in ("user", "password", "token")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_private(path: Path, text: str) -> None:
    """All or nothing, and never readable by others, not even for a moment."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # mkstemp makes it 0600
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)
