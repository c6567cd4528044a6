"""What a page showed when it was opened, carried in its form, so that a later answer can say what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from workbench.core.decision import Decision
from workbench.exceptions import Conflict, WorkbenchError

from . import words

LONGEST = 200_000  # characters of the form field


class Stale(Conflict):
    """Somebody else, or new evidence, was quicker than the answer. `changed` says what, a sentence each."""

    def __init__(self, message: str, changed: list[str]) -> None:
        super().__init__(message)
        self.changed = changed


@dataclass(frozen=True, slots=True)
class Opened:
    """The case as the page showed it: its class, its claims, and a line for each of these."""

    cls: str
    claims: list[str]
    lines: list[str]


def written(opened: Opened) -> str:
    """The evidence as it goes into the form."""
    return msgspec.json.encode(opened).decode()


def read(text: str) -> Opened | None:
    """The evidence as it came back; None where the field is missing, or somebody tampered with it."""
    if not text or len(text) > LONGEST:
        return None
    try:
        return msgspec.json.decode(text, type=Opened)
    except (msgspec.ValidationError, msgspec.DecodeError):
        return None


def check_log(given: Mapping[str, str], log: list[Decision]) -> None:
    """Raises Stale where entries have come since the page was opened."""
    entries = given.get("entries", "")
    if not entries.isdigit() or len(entries) > 6 or int(entries) >= len(log):
        return
    told = [
        f"{entry.reviewer}, {entry.decided_at.strftime('%Y-%m-%d %H:%M')} UTC: {words.answer(entry)}"
        for entry in log[int(entries) :]
    ]
    raise Stale("Somebody has decided on this while you had it open. Look again before you answer.", told)


def changed_since(given: Mapping[str, str], now: Opened) -> list[str]:
    """What differs between the evidence in the form and that of now, a line each."""
    before = read(given.get("evidence", ""))
    if before is None:
        return []
    went, came = set(before.lines) - set(now.lines), set(now.lines) - set(before.lines)
    return [f"was: {line}" for line in sorted(went)] + [f"is: {line}" for line in sorted(came)]


def told(error: WorkbenchError) -> list[str]:
    return error.changed if isinstance(error, Stale) else []
