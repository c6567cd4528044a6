"""The figures that count the same thing as a claim, over time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, or_, select, union_all
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.reference import ReferenceCount
from workbench.core.vocabulary import Vocabulary
from workbench.store.events import count_of, merged_events
from workbench.store.rows import ClaimRow, ReferenceCountRow
from workbench.store.values import from_json

AROUND = 100  # claims, and reference counts, on either side of the day
MOST_SERIES = 200

Kind = tuple[str | None, str | None]  # population and place


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """How many figures there are of one kind, and from when to when."""

    measure: str
    population: str | None
    place: str | None
    figures: int
    first: date | None
    last: date | None


def series_around(
    session: Session,
    vocabulary: Vocabulary,
    *,
    event: str,
    measure: str,
    kinds: Collection[Kind],
    day: date,
) -> list[Claim]:
    """Claims that count, and reported reference counts, of this event and measure and of one of these kinds,
    by day; the AROUND nearest before and after `day`. A count may name an event that was merged into it."""
    wanted = sorted(kinds, key=str)
    if not wanted:
        return []
    same = (
        ClaimRow.chosen.is_(True),
        ClaimRow.event_id == event,
        ClaimRow.measure == measure,
        or_(
            *(
                ClaimRow.population.is_not_distinct_from(population)
                & ClaimRow.place.is_not_distinct_from(place)
                for population, place in wanted
            )
        ),
    )
    query = select(ClaimRow.body, ClaimRow.day).where(*same)
    sides = (
        query.where(ClaimRow.day <= day).order_by(ClaimRow.day.desc(), ClaimRow.id).limit(AROUND).subquery(),
        query.where(ClaimRow.day > day).order_by(ClaimRow.day, ClaimRow.id).limit(AROUND).subquery(),
    )
    found = [
        from_json(body, Claim)
        for body, _ in session.execute(union_all(*(select(side.c.body, side.c.day) for side in sides)))
    ]
    named = [event, *(other for other, into in merged_events(session).items() if into == event)]
    counts = (count.claim(vocabulary) for count in _counts(session, named, measure, day))
    found += [
        replace(count, event=event)
        for count in counts
        if count.modality.is_evidence and (count.population, count.place) in kinds
    ]
    return sorted(found, key=lambda one: (day_of(one), one.id))


def series_of_event(session: Session, event: str) -> list[SeriesEntry]:
    """The longest first, at most MOST_SERIES; claims alone, reference counts not counted."""
    many = func.count().label("many")
    kind = (ClaimRow.measure, ClaimRow.population, ClaimRow.place)
    query = (
        select(*kind, many, func.min(ClaimRow.day), func.max(ClaimRow.day))
        .where(ClaimRow.event_id == event, ClaimRow.chosen.is_(True))
        .group_by(*kind)
        .order_by(many.desc(), *kind)
        .limit(MOST_SERIES)
    )
    return [SeriesEntry(*row) for row in session.execute(query)]


def day_of(claim: Claim) -> date:
    """The day that a claim stands at on a line of time: the last one it is as of."""
    if claim.as_of is not None:
        return claim.as_of.last
    return claim.published_at or date.min


def _counts(session: Session, events: Collection[str], measure: str, day: date) -> list[ReferenceCount]:
    query = select(ReferenceCountRow.id).where(
        ReferenceCountRow.event_id.in_(events),
        ReferenceCountRow.measure == measure,
        ReferenceCountRow.reported.is_(True),
    )
    days = ReferenceCountRow.as_of
    before = query.where(days <= day).order_by(days.desc(), ReferenceCountRow.id).limit(AROUND)
    after = query.where(days > day).order_by(days, ReferenceCountRow.id).limit(AROUND)
    near = or_(
        ReferenceCountRow.id.in_(select(before.subquery().c.id)),
        ReferenceCountRow.id.in_(select(after.subquery().c.id)),
    )
    return [count_of(row) for row in session.scalars(select(ReferenceCountRow).where(near))]
