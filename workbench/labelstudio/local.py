"""A Label Studio of our own: installed once, bound to loopback, its data in the state folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

VERSION = "1.23.2"


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `started` says that this call started it."""

    url: str
    pid: int
    started: bool
    user: str
    token: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Status:
    running: bool
    installed: bool
    url: str | None = None
    pid: int | None = None


def start(
    state: Path, *, tools: Path | None = None, say: Callable[[str], None] = lambda line: None
) -> Server:
    """Installs, starts and awaits the server of this state folder, or returns the one that runs.

    Raises LabelStudioUnavailable with the tail of its log."""
    raise NotImplementedError


def stop(state: Path) -> bool:
    """Ends the server and all its processes; False where none was running."""
    raise NotImplementedError


def status(state: Path, *, tools: Path | None = None) -> Status:
    raise NotImplementedError
