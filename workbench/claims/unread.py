"""Why a part of a region could not be read."""

from __future__ import annotations


class NotRead(Exception):
    """Raised inside this folder alone; the normaliser turns it into an Unreadable of its region."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field
        self.reason = reason
