"""What the queue knows of each discrepancy beside its finding: its state, its desk, who speaks in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, literal, select, union, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from workbench.core.case import State, state_of
from workbench.core.decision import Outcome
from workbench.core.finding import Severity
from workbench.store.parts import parts
from workbench.store.rows import (
    AssignmentRow,
    ClaimRow,
    DecisionRow,
    DiscrepancyClaimRow,
    DiscrepancyRow,
    ReferenceCountRow,
    ReleaseRow,
    VoiceRow,
)

OUTLET, ORIGIN = "outlet", "origin"


def take(session: Session, fingerprint: str, reviewer: str, *, now: datetime) -> None:
    """Puts the case on that reviewer's desk, from whoever had it."""
    row = session.get(AssignmentRow, fingerprint)
    if row is None:
        session.add(AssignmentRow(fingerprint=fingerprint, reviewer=reviewer, taken_at=now))
    else:
        row.reviewer, row.taken_at = reviewer, now
    session.flush()
    note_states(session, [fingerprint])


def give_back(session: Session, fingerprint: str) -> None:
    """Takes the case from whoever has it."""
    session.execute(delete(AssignmentRow).where(AssignmentRow.fingerprint == fingerprint))
    note_states(session, [fingerprint])


def assignees(session: Session, fingerprints: Sequence[str]) -> dict[str, tuple[str, datetime]]:
    """Who has each of these cases, and since when, by fingerprint."""
    return {
        row.fingerprint: (row.reviewer, row.taken_at)
        for part in parts(fingerprints)
        for row in session.scalars(select(AssignmentRow).where(AssignmentRow.fingerprint.in_(part)))
    }


def note_states(session: Session, fingerprints: Iterable[str]) -> None:
    """Writes down the state of these discrepancies as decisions and desks have it."""
    before = aliased(DecisionRow)
    decided = (
        select(before.id)
        .where(before.slot == DiscrepancyRow.slot, before.fingerprint != DiscrepancyRow.id)
        .where(before.live.is_(True), before.outcome != Outcome.WITHDRAWN.value)
        .exists()
    )
    known = session.scalar(select(func.max(ReleaseRow.decided_to))) or 0
    for part in parts(fingerprints):
        query = (
            select(DiscrepancyRow, DecisionRow.outcome, DecisionRow.provisional, AssignmentRow.fingerprint)
            .add_columns(decided, DecisionRow.id)
            .outerjoin(
                DecisionRow, (DecisionRow.fingerprint == DiscrepancyRow.id) & DecisionRow.live.is_(True)
            )
            .outerjoin(AssignmentRow, AssignmentRow.fingerprint == DiscrepancyRow.id)
            .where(DiscrepancyRow.id.in_(part))
        )
        changed: dict[State, list[str]] = {}
        for row, outcome, provisional, taken, reopened, number in session.execute(query):
            state = state_of(
                Severity(row.severity),
                Outcome(outcome) if outcome else None,
                taken=taken is not None,
                provisional=bool(provisional),
                reopened=reopened,
                released=number is not None and number <= known,
            )
            if state.value != row.state:
                changed.setdefault(state, []).append(row.id)
        for state, ids in changed.items():
            session.execute(
                update(DiscrepancyRow)
                .where(DiscrepancyRow.id.in_(ids))
                .values(state=state.value, todo=state.todo)
            )


def note_released(session: Session) -> None:
    """Writes down which resolved discrepancies the newest release knew the decision of."""
    resolved = select(DiscrepancyRow.id).where(DiscrepancyRow.state == State.RESOLVED.value)
    note_states(session, session.scalars(resolved).all())


def note_voices(session: Session, fingerprints: Iterable[str]) -> None:
    """Writes down what these discrepancies count, of which event, and who speaks in them."""
    for part in parts(fingerprints):
        session.execute(delete(VoiceRow).where(VoiceRow.discrepancy_id.in_(part)))
        session.execute(
            insert(VoiceRow).from_select(
                ["kind", "name", "discrepancy_id"],
                union(
                    _voices(ClaimRow, OUTLET, ClaimRow.outlet, part),
                    _voices(ClaimRow, ORIGIN, func.coalesce(ClaimRow.origin, ClaimRow.outlet), part),
                    _voices(ReferenceCountRow, ORIGIN, ReferenceCountRow.origin, part),
                ),
            )
        )
        session.execute(
            update(DiscrepancyRow)
            .where(DiscrepancyRow.id.in_(part))
            .values(
                measure=func.coalesce(_first(ClaimRow.measure), _first(ReferenceCountRow.measure)),
                event_id=func.coalesce(_first(ClaimRow.event_id), _first(ReferenceCountRow.event_id)),
            )
            .execution_options(synchronize_session=False)
        )
    session.expire_all()


def _voices(
    rows: type[ClaimRow] | type[ReferenceCountRow], kind: str, name: Any, part: list[str]
) -> Select[Any]:
    return (
        select(literal(kind), name, DiscrepancyClaimRow.discrepancy_id)
        .join(rows, rows.id == DiscrepancyClaimRow.claim_id)
        .where(DiscrepancyClaimRow.discrepancy_id.in_(part), name.is_not(None))
    )


def _first(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """Of the first claim of the discrepancy, which is one of its worst pair."""
    table = column.class_
    return (
        select(column)
        .join(DiscrepancyClaimRow, DiscrepancyClaimRow.claim_id == table.id)
        .where(DiscrepancyClaimRow.discrepancy_id == DiscrepancyRow.id, DiscrepancyClaimRow.position == 0)
        .scalar_subquery()
    )
