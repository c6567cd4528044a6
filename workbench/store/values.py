"""Core values as JSON and back."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def as_json(value: object) -> Any:
    """Dataclasses, enums and dates as what a JSON column takes, and gives back."""
    return msgspec.json.decode(msgspec.json.encode(value))  # what comes back from the column, lists and all


def from_json(stored: Any, kind: type[Value]) -> Value:
    """The value that as_json was given."""
    return msgspec.convert(stored, kind, strict=False)
