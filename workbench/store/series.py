"""The figures that count the same thing as a claim, over time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import or_, select, union_all
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.reference import ReferenceCount
from workbench.core.vocabulary import Vocabulary
from workbench.store.events import count_of
from workbench.store.rows import ClaimRow, ReferenceCountRow
from workbench.store.values import from_json

AROUND = 100  # claims, and reference counts, on either side of the day


def series_around(session: Session, vocabulary: Vocabulary, claim: Claim, day: date) -> list[Claim]:
    """Claims that count, and reported reference counts, of the same event, measure, population and place, by
    day; the AROUND nearest before and after `day`. Empty for a claim of no known event."""
    if claim.event is None:
        return []
    same = (
        ClaimRow.chosen.is_(True),
        ClaimRow.event_id == claim.event,
        ClaimRow.measure == claim.measure,
        ClaimRow.population.is_not_distinct_from(claim.population),
        ClaimRow.place.is_not_distinct_from(claim.place),
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
    counts = (count.claim(vocabulary) for count in _counts(session, claim, day))
    found += [
        count
        for count in counts
        if count.modality.is_evidence and (count.population, count.place) == (claim.population, claim.place)
    ]
    return sorted(found, key=lambda one: (day_of(one), one.id))


def day_of(claim: Claim) -> date:
    """The day that a claim stands at on a line of time: the last one it is as of."""
    if claim.as_of is not None:
        return claim.as_of.last
    return claim.published_at or date.min


def _counts(session: Session, claim: Claim, day: date) -> list[ReferenceCount]:
    query = select(ReferenceCountRow.id).where(
        ReferenceCountRow.event_id == claim.event,
        ReferenceCountRow.measure == claim.measure,
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
