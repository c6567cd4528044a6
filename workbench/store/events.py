"""Events and reference counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.core.event import Event, merged
from workbench.core.reference import ReferenceCount
from workbench.exceptions import NotFound
from workbench.store.parts import parts
from workbench.store.rows import EventRow, ReferenceCountRow
from workbench.store.touched import touch_evidence


def keep_events(session: Session, events: Iterable[Event]) -> int:
    """Adds the events, or takes over what changed; how many were new or changed."""
    touched = 0
    for event in events:
        values = _values(event)
        row = session.get(EventRow, event.id)
        if row is None:
            session.add(EventRow(**values))
            touched += 1
        elif any(getattr(row, key) != value for key, value in values.items()):
            for key, value in values.items():
                setattr(row, key, value)
            touched += 1
    session.flush()
    return touched


def all_events(session: Session) -> dict[str, Event]:
    """By id, the earliest first; an event that others were merged into is all of them."""
    return events_and_merges(session)[0]


def events_and_merges(session: Session) -> tuple[dict[str, Event], dict[str, str]]:
    """What all_events and merged_events tell, in one query."""
    rows = list(session.scalars(select(EventRow)))
    into = _into({row.id: row.merged_into for row in rows})
    others: dict[str, list[Event]] = defaultdict(list)
    for row in rows:
        if row.id in into:
            others[into[row.id]].append(_event(row))
    events = [merged(_event(row), others[row.id]) for row in rows if row.id not in into]
    return {event.id: event for event in sorted(events, key=lambda event: (event.start, event.id))}, into


def merged_events(session: Session) -> dict[str, str]:
    """What each event that was merged has become, by id."""
    query = select(EventRow.id, EventRow.merged_into).where(EventRow.merged_into.is_not(None))
    return _into({row.id: row.merged_into for row in session.execute(query)})


def nameable_events(session: Session) -> dict[str, Event]:
    """All events that an article or a count may name, by id; one that was merged means the other one."""
    events = all_events(session)
    return events | {event: events[into] for event, into in merged_events(session).items() if into in events}


def _into(pointers: Mapping[str, str | None]) -> dict[str, str]:
    found = {}
    for event, target in pointers.items():
        while target is not None and (further := pointers.get(target)) is not None:
            target = further
        if target is not None:
            found[event] = target
    return found


def merge_event(session: Session, event: str, into: str | None) -> None:
    """Says that an event is another one, or (None) that it is one of its own again. Raises NotFound."""
    row = session.get(EventRow, event)
    if row is None or (into is not None and session.get(EventRow, into) is None):
        raise NotFound(f"no event {event if row is None else into!r}")
    row.merged_into = into
    session.flush()


def recorded_event(session: Session, event: str) -> Event:
    """The event as it was recorded, without what was merged into it. Raises NotFound."""
    row = session.get(EventRow, event)
    if row is None:
        raise NotFound(f"no event {event!r}")
    return _event(row)


def recorded_events(session: Session, ids: Iterable[str]) -> dict[str, Event]:
    """Those that are there, by id, each as it was recorded."""
    return {
        row.id: _event(row)
        for part in parts(ids)
        for row in session.scalars(select(EventRow).where(EventRow.id.in_(part)))
    }


def keep_counts(session: Session, counts: Iterable[ReferenceCount]) -> int:
    """Adds the counts, or takes over a corrected value; how many were new or changed."""
    rows = {row.id: row for row in session.scalars(select(ReferenceCountRow))}
    touched: set[str] = set()
    for count in counts:
        row = rows.get(count.id)
        if row is None:
            row = ReferenceCountRow(
                id=count.id,
                event_id=count.event,
                place=count.place,
                population=count.population,
                measure=count.measure,
                origin=count.origin,
                as_of=count.as_of,
                value=count.value,
                reported=count.reported,
            )
            rows[count.id] = row
            session.add(row)
            touched.add(count.id)
        elif (row.value, row.reported) != (count.value, count.reported):
            row.value, row.reported = count.value, count.reported
            touched.add(count.id)
    session.flush()
    touch_evidence(session, ((count_id, None) for count_id in touched))
    return len(touched)


def all_counts(session: Session, *, events: Collection[str] | None = None) -> list[ReferenceCount]:
    """In a stable order; with `events` those of these."""
    query = select(ReferenceCountRow).order_by(ReferenceCountRow.id)
    queries = [query]
    if events is not None:
        queries = [query.where(ReferenceCountRow.event_id.in_(part)) for part in parts(sorted(events))]
    return [count_of(row) for each in queries for row in session.scalars(each)]


def count_reported(session: Session) -> int:
    query = select(func.count()).select_from(ReferenceCountRow)
    return session.scalar(query.where(ReferenceCountRow.reported.is_(True))) or 0


def counts_by_id(session: Session, ids: Iterable[str]) -> dict[str, ReferenceCount]:
    """Those that are there."""
    return {
        row.id: count_of(row)
        for part in parts(ids)
        for row in session.scalars(select(ReferenceCountRow).where(ReferenceCountRow.id.in_(part)))
    }


def count_of(row: ReferenceCountRow) -> ReferenceCount:
    return ReferenceCount(
        event=row.event_id,
        place=row.place,
        population=row.population,
        measure=row.measure,
        origin=row.origin,
        as_of=row.as_of,
        value=row.value,
        reported=row.reported,
    )


def _values(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "name": event.name,
        "start": event.start,
        "end": event.end,
        "places": list(event.places),
        "aliases": list(event.aliases),
        "populations": dict(event.populations),
    }


def _event(row: EventRow) -> Event:
    return Event(
        id=row.id,
        name=row.name,
        start=row.start,
        end=row.end,
        places=tuple(row.places),
        aliases=tuple(row.aliases),
        populations=row.populations,
    )
