"""The queue: a page of discrepancies by filter, in time that does not grow with the number of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_
from sqlalchemy.orm import Session

from workbench.core.case import State, ranks_of, severity_at
from workbench.core.finding import FindingClass, Severity
from workbench.exceptions import NotFound
from workbench.store.cases import assignees
from workbench.store.discrepancies import Discrepancy, claims_in, discrepancy_of
from workbench.store.rows import AssignmentRow, DecisionRow, DiscrepancyClaimRow, DiscrepancyRow, VoiceRow

Key = tuple[int, str]
MOST_NAMES = 300  # of outlets, or of origins, in a list to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the queue is narrowed down to; None is any. `states` are those that are shown, `before` and
    `since` the moments that a discrepancy was found before, or at the earliest."""

    states: frozenset[State] | None = None
    cls: FindingClass | None = None
    severity: Severity | None = None
    measure: str | None = None
    event: str | None = None
    outlet: str | None = None
    origin: str | None = None
    assignee: str | None = None
    since: datetime | None = None
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A discrepancy as the queue has it."""

    discrepancy: Discrepancy
    state: State
    measure: str | None
    event: str | None
    desk: tuple[str, datetime] | None  # who has it, since when
    key: Key


@dataclass(frozen=True, slots=True)
class QueuePage:
    """`before` and `after` are the keys of the pages beside this one, None where there is none."""

    entries: tuple[Entry, ...]
    before: Key | None
    after: Key | None


def queue_page(
    session: Session,
    filters: Filters,
    *,
    limit: int,
    after: Key | None = None,
    before: Key | None = None,
) -> QueuePage:
    """The first page, or the one after or before a key. Four queries, however long the queue."""
    place = tuple_(DiscrepancyRow.rank, DiscrepancyRow.id)
    query = (
        select(DiscrepancyRow, DecisionRow)
        .outerjoin(
            DecisionRow, and_(DecisionRow.fingerprint == DiscrepancyRow.id, DecisionRow.live.is_(True))
        )
        .where(*_conditions(filters))
        .limit(limit + 1)
    )
    if before is not None:
        query = query.where(place < before).order_by(DiscrepancyRow.rank.desc(), DiscrepancyRow.id.desc())
    else:
        query = query.order_by(DiscrepancyRow.rank, DiscrepancyRow.id)
    if after is not None:
        query = query.where(place > after)
    rows = session.execute(query).all()
    more, rows = len(rows) > limit, rows[:limit]
    if before is not None:
        rows = rows[::-1]
    ids = [row.id for row, _ in rows]
    claims, desks = claims_in(session, ids), assignees(session, ids)
    entries = tuple(_entry(row, claims[row.id], decision, desks.get(row.id)) for row, decision in rows)
    if not entries:
        return QueuePage((), None, None)
    has_before = more if before is not None else after is not None
    has_after = before is not None or more
    return QueuePage(entries, entries[0].key if has_before else None, entries[-1].key if has_after else None)


def get_entry(session: Session, discrepancy_id: str) -> Entry:
    """One discrepancy as the queue has it, in one query. Raises NotFound."""
    query = (
        select(DiscrepancyRow, DecisionRow, AssignmentRow, DiscrepancyClaimRow.claim_id)
        .outerjoin(
            DecisionRow, and_(DecisionRow.fingerprint == DiscrepancyRow.id, DecisionRow.live.is_(True))
        )
        .outerjoin(AssignmentRow, AssignmentRow.fingerprint == DiscrepancyRow.id)
        .outerjoin(DiscrepancyClaimRow, DiscrepancyClaimRow.discrepancy_id == DiscrepancyRow.id)
        .where(DiscrepancyRow.id == discrepancy_id)
        .order_by(DiscrepancyClaimRow.position)
    )
    found = session.execute(query).all()
    if not found:
        raise NotFound(f"no discrepancy {discrepancy_id}")
    row, decision, desk, _ = found[0]
    claims = [claim for *_, claim in found if claim is not None]
    return _entry(row, claims, decision, (desk.reviewer, desk.taken_at) if desk else None)


def _entry(
    row: DiscrepancyRow,
    claims: Sequence[str],
    decision: DecisionRow | None,
    desk: tuple[str, datetime] | None,
) -> Entry:
    return Entry(
        discrepancy_of(row, claims, decision),
        State(row.state),
        row.measure,
        row.event_id,
        desk,
        (row.rank, row.id),
    )


def next_after(session: Session, filters: Filters, key: Key) -> str | None:
    """The id of the next discrepancy in the queue; None at its end."""
    place = tuple_(DiscrepancyRow.rank, DiscrepancyRow.id)
    query = select(DiscrepancyRow.id).where(*_conditions(filters), place > key)
    return session.scalar(query.order_by(DiscrepancyRow.rank, DiscrepancyRow.id).limit(1))


def key_of(session: Session, discrepancy_id: str) -> Key | None:
    """The place of a discrepancy in the queue; None where it is gone."""
    found = session.execute(
        select(DiscrepancyRow.rank, DiscrepancyRow.id).where(DiscrepancyRow.id == discrepancy_id)
    ).first()
    return None if found is None else (found[0], found[1])


def count_queue(session: Session, filters: Filters) -> dict[tuple[State, Severity], int]:
    """How many there are in each state and of each severity; the states of the filter are left aside."""
    conditions = _conditions(filters, states=False)
    state: ColumnElement[str] = DiscrepancyRow.state.expression
    if conditions:
        state = state.concat("")  # else SQLite walks all rows by the index of states, since that groups them
    query = (
        select(state, DiscrepancyRow.rank, func.count())
        .where(*conditions)
        .group_by(state, DiscrepancyRow.rank)
    )
    counts: dict[tuple[State, Severity], int] = {}
    for found, rank, count in session.execute(query):
        key = State(found), severity_at(rank)
        counts[key] = counts.get(key, 0) + count
    return counts


def todo_by_event(session: Session) -> dict[str, int]:
    """How many somebody still has to decide, by event."""
    query = (
        select(DiscrepancyRow.event_id, func.count())
        .where(DiscrepancyRow.todo.is_(True), DiscrepancyRow.event_id.is_not(None))
        .group_by(DiscrepancyRow.event_id)
    )
    return {event: count for event, count in session.execute(query) if event is not None}


def voices(session: Session, kind: str) -> list[str]:
    """The names of this kind in any discrepancy, the first MOST_NAMES of them.

    From name to name by the index: a DISTINCT would read every row of it.
    """
    first = select(func.min(VoiceRow.name).label("name")).where(VoiceRow.kind == kind)
    step = first.cte("step", recursive=True)
    following = (
        select(func.min(VoiceRow.name))
        .where(VoiceRow.kind == kind, VoiceRow.name > step.c.name)
        .scalar_subquery()
    )
    step = step.union_all(select(following).where(step.c.name.is_not(None)))
    query = select(step.c.name).where(step.c.name.is_not(None)).limit(MOST_NAMES)
    return list(session.scalars(query))


def desks(session: Session) -> list[str]:
    """The names of those who have a case on their desk."""
    query = select(AssignmentRow.reviewer).distinct().order_by(AssignmentRow.reviewer)
    return list(session.scalars(query.limit(MOST_NAMES)))


def _conditions(filters: Filters, *, states: bool = True) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if states and filters.states is not None:
        if filters.states == frozenset(state for state in State if state.todo):
            conditions.append(DiscrepancyRow.todo.is_(True))
        else:
            conditions.append(DiscrepancyRow.state.in_(sorted(filters.states)))
    if filters.cls is not None:
        conditions.append(DiscrepancyRow.rank.in_(ranks_of(cls=filters.cls)))
    if filters.severity is not None:
        ranks = ranks_of(severity=filters.severity)  # they follow each other
        conditions.append(DiscrepancyRow.rank.between(min(ranks), max(ranks)))
    if filters.measure is not None:
        conditions.append(DiscrepancyRow.measure == filters.measure)
    if filters.event is not None:
        conditions.append(DiscrepancyRow.event_id == filters.event)
    for kind, name in (("outlet", filters.outlet), ("origin", filters.origin)):
        if name is not None:
            conditions.append(DiscrepancyRow.id.in_(_speaking(kind, name)))
    if filters.assignee is not None:
        taken = select(AssignmentRow.fingerprint).where(AssignmentRow.reviewer == filters.assignee)
        conditions.append(DiscrepancyRow.id.in_(taken))
    if filters.since is not None:
        conditions.append(DiscrepancyRow.found_at >= filters.since)
    if filters.before is not None:
        conditions.append(DiscrepancyRow.found_at < filters.before)
    return conditions


def _speaking(kind: str, name: str) -> Select[Any]:
    return select(VoiceRow.discrepancy_id).where(VoiceRow.kind == kind, VoiceRow.name == name)
