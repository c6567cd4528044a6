"""Events made, edited, merged and split again, and all claims derived anew where that changes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.events import Events
from workbench.crosscheck.run import CheckSettings
from workbench.crosscheck.terms import Terms
from workbench.exceptions import Conflict, InvalidData, NotFound
from workbench.pipeline.crosscheck import CrossChecked, crosscheck
from workbench.pipeline.normalise import normalise
from workbench.store.claims import all_claims
from workbench.store.events import all_events, keep_events, merge_event, merged_events, recorded_event


@dataclass(frozen=True, slots=True)
class Derived:
    """The event as it is now, and what the cross-check came to with it."""

    event: Event
    checked: CrossChecked


def make_event(session: Session, event: Event) -> Event:
    """Raises Conflict where there is one of that id, InvalidData for an id or a name that is empty."""
    for field in ("id", "name"):
        if not getattr(event, field).strip():
            raise InvalidData(f"an event needs {field}", fields={field: ["missing"]})
    if event.id in all_events(session) or event.id in merged_events(session):
        raise Conflict(f"there is an event {event.id!r} already; edit it, or choose another id")
    keep_events(session, [event])
    return event


def edit_event(session: Session, event_id: str, changes: Mapping[str, Any]) -> Event:
    """Changes the fields that are given; the next cross-check goes by them.

    Raises NotFound, and InvalidData for an end before the start.
    """
    if event_id in (into := merged_events(session)):
        raise Conflict(
            f"the event {event_id!r} was merged into {into[event_id]!r}: edit that, or split it first"
        )
    keep_events(session, [replace(recorded_event(session, event_id), **changes)])
    return all_events(session)[event_id]


def merge_events(
    session: Session,
    vocabulary: Vocabulary,
    event_id: str,
    into: str,
    *,
    now: datetime,
    settings: CheckSettings | None = None,
) -> Derived:
    """Says that an event is the other one, and derives claims and findings anew.

    What names the merged event means the other one from now on; both stay recorded, so that they can be split
    again. Raises NotFound for an unknown event, Conflict for one that is merged already or with itself, and
    where the two give an unspecific population different meanings in one place.
    """
    events, merged = all_events(session), merged_events(session)
    into = merged.get(into, into)
    if event_id in merged:
        raise Conflict(f"the event {event_id!r} was merged into {merged[event_id]!r} already")
    for event in (event_id, into):
        if event not in events:
            raise NotFound(f"no event {event!r}; known are {', '.join(events)}")
    if event_id == into:
        raise Conflict(f"the event {event_id!r} cannot be merged into itself")
    for place, meaning in events[event_id].populations.items():
        if (other := events[into].populations.get(place, meaning)) != meaning:
            raise Conflict(
                f"in {place} people are {meaning} in the event {event_id!r} and {other} in {into!r}: "
                "edit one of them first"
            )
    merge_event(session, event_id, into)
    return _derive(session, vocabulary, into, now, settings)


def split_event(
    session: Session,
    vocabulary: Vocabulary,
    event_id: str,
    *,
    now: datetime,
    settings: CheckSettings | None = None,
) -> Derived:
    """Takes a merge back, and derives claims and findings anew. Raises Conflict where there was none."""
    if event_id not in merged_events(session):
        raise Conflict(f"the event {event_id!r} is not merged into another one")
    merge_event(session, event_id, None)
    return _derive(session, vocabulary, event_id, now, settings)


def _derive(
    session: Session, vocabulary: Vocabulary, event_id: str, now: datetime, settings: CheckSettings | None
) -> Derived:
    normalise(session, vocabulary)
    checked = crosscheck(session, vocabulary, now=now, settings=settings, full=True)
    return Derived(all_events(session)[event_id], checked)


def unknown_events(session: Session, vocabulary: Vocabulary) -> list[tuple[Claim, str]]:
    """Claims whose event is unknown, and which are compared with nothing, each with the reason in words."""
    infer = Events(all_events(session), Terms(vocabulary)).infer
    found = []
    for claim in all_claims(session, chosen=True, events=()):
        inference = infer(claim)
        if inference.event is None:
            found.append((claim, inference.reason))
    return found
