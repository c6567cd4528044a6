"""Which event a claim belongs to where nobody has said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.crosscheck.terms import Terms


@dataclass(frozen=True, slots=True)
class Inference:
    """The one event that fits, or None with the events that might, and the reason in words."""

    event: str | None
    candidates: tuple[str, ...]
    reason: str


class Events:
    """Events by the places they have, and whom an unspecific population means in those."""

    def __init__(self, events: Mapping[str, Event], terms: Terms) -> None:
        self.events = events
        self._terms = terms
        self._by_place: dict[str, list[Event]] = defaultdict(list)
        self._meanings: dict[str, dict[str, str]] = {}
        for event in sorted(events.values(), key=lambda event: event.id):
            places = {terms.place(place, None) for place in event.places}
            for place in sorted(place for place in places if place is not None):
                self._by_place[place].append(event)
            self._meanings[event.id] = {
                canonical: meaning
                for place, population in event.populations.items()
                if (canonical := terms.place(place, None)) and (meaning := terms.population(population, None))
            }

    def infer(self, claim: Claim) -> Inference:
        """The event whose days hold the claim's as-of and whose places hold its place.

        Exactly one that fits is the event; with two or none the event is unknown. A claim without a place or
        a day fits nothing.
        """
        place = self._terms.place(claim.place, claim.place_text)
        day = claim.as_of or (Period.day(claim.published_at) if claim.published_at else None)
        if place is None or day is None:
            return Inference(None, (), "no event was given, and the claim has no place or no day to infer it")
        wider = (place, *sorted(self._terms.wider_places(place)))
        fitting = {
            event.id
            for name in wider
            for event in self._by_place.get(name, ())
            if event.start <= day.last and (event.end is None or day.first <= event.end)
        }
        found = tuple(sorted(fitting))
        if len(found) == 1:
            return Inference(found[0], found, f"the only event in {place} on {day} is {found[0]}")
        if found:
            return Inference(None, found, f"several events fit {place} on {day}: {', '.join(found)}")
        return Inference(None, (), f"no event fits {place} on {day}")

    def meaning(self, event: str, place: str | None) -> str | None:
        """Whom an unspecific population means in a place of the event, or in the place that holds it."""
        meanings = self._meanings.get(event)
        if not meanings or place is None:
            return None
        if place in meanings:
            return meanings[place]
        held = {meanings[wider] for wider in self._terms.wider_places(place) if wider in meanings}
        return held.pop() if len(held) == 1 else None

    def is_incident(self, event: str) -> bool:
        """Did it begin and end on one day, so that all that happened in it is one incident?"""
        return event in self.events and self.events[event].end == self.events[event].start

    def start(self, event: str) -> Period | None:
        """The day from which the event's cumulative figures count; None where the event is not on file."""
        return Period.day(self.events[event].start) if event in self.events else None
