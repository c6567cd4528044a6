"""Events and reference counts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.core.event import Event
from workbench.core.reference import ReferenceCount
from workbench.store.parts import parts
from workbench.store.rows import EventRow, ReferenceCountRow
from workbench.store.touched import touch_counts


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
    return {
        row.id: _event(row) for row in session.scalars(select(EventRow).order_by(EventRow.start, EventRow.id))
    }


def keep_counts(session: Session, counts: Iterable[ReferenceCount]) -> int:
    """Adds the counts, or takes over a corrected value; how many were new or changed."""
    rows = {row.id: row for row in session.scalars(select(ReferenceCountRow))}
    touched: dict[str, str] = {}
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
            touched[count.id] = count.event
        elif (row.value, row.reported) != (count.value, count.reported):
            row.value, row.reported = count.value, count.reported
            touched[count.id] = count.event
    session.flush()
    touch_counts(session, touched.items())
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
