"""An episode of violence: counts of two events are never compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.exceptions import InvalidData

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

    def __post_init__(self) -> None:
        if self.end is not None and self.end < self.start:
            message = f"the event {self.id!r} ends ({self.end}) before it starts ({self.start})"
            raise InvalidData(message, fields={"end": ["before start"]})

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


def merged(into: Event, others: Iterable[Event]) -> Event:
    """One event out of several: from the first start to the last end, with all places and names.

    Where two give an unspecific population different meanings in one place, that of the event that the
    others are merged into holds, then that of the least id.
    """
    others = sorted(others, key=lambda event: event.id)
    events = (into, *others)
    populations: dict[str, str] = {}
    for event in events:
        populations = {**event.populations, **populations}
    ends = [event.end for event in events]
    names = (*into.aliases, *(name for event in others for name in (event.id, event.name, *event.aliases)))
    return Event(
        id=into.id,
        name=into.name,
        start=min(event.start for event in events),
        end=None if None in ends else max(end for end in ends if end is not None),
        places=tuple(dict.fromkeys(place for event in events for place in event.places)),
        aliases=tuple(dict.fromkeys(name for name in names if name not in (into.id, into.name))),
        populations=populations,
    )


def candidates(events: Iterable[Event], published_at: date, *, given: str | None) -> tuple[str, ...]:
    """The events that a sentence published that day may speak of: the one given first, then the latest.

    None that begins afterwards, and at most MOST_CANDIDATES.
    """
    begun = sorted(
        (event for event in events if event.start <= published_at and event.id != given),
        key=lambda event: (not event.covers(published_at), -event.start.toordinal(), event.id),
    )
    return tuple(([given] if given else []) + [event.id for event in begun])[:MOST_CANDIDATES]
