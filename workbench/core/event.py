"""An episode of violence: counts of two events are never compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

MOST_CANDIDATES = 8  # what a person takes in at a glance


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


def candidates(events: Iterable[Event], published_at: date, *, given: str | None) -> tuple[str, ...]:
    """The events that a sentence published that day may speak of: the one given first, then the latest.

    None that begins afterwards, and at most MOST_CANDIDATES.
    """
    begun = sorted(
        (event for event in events if event.start <= published_at and event.id != given),
        key=lambda event: (not event.covers(published_at), -event.start.toordinal(), event.id),
    )
    return tuple(([given] if given else []) + [event.id for event in begun])[:MOST_CANDIDATES]
