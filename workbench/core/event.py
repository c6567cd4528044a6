"""An episode of violence: counts of two events are never compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """`end` None goes on. `populations` says whom an unspecific population means in a place."""

    id: str
    name: str
    start: date
    end: date | None = None
    places: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    populations: Mapping[str, str] = field(default_factory=dict)

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)
