"""Stored findings and the decisions that answer them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from workbench.core.case import State
from workbench.core.claim import Claim
from workbench.core.decision import Confidence, Decision, Outcome, ReasonCode
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.exceptions import NotFound
from workbench.store.cases import note_states
from workbench.store.parts import LARGEST_PART, parts
from workbench.store.rows import DecisionRow, DiscrepancyClaimRow, DiscrepancyRow, FiledRow


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A stored finding with the answer that is live. `open` says that somebody still has to decide."""

    id: str
    finding: Finding
    found_at: datetime
    decision: Decision | None

    @property
    def open(self) -> bool:
        return self.finding.severity > Severity.INFO and not (self.decision and self.decision.settles)

    def as_found(self, claims: Mapping[str, Claim]) -> bool:
        """Does the evidence still say what it said when the discrepancy was found?"""
        if any(claim not in claims for claim in self.finding.claims):
            return False
        return self.finding.fingerprint(claims) == self.id


def list_discrepancies(
    session: Session,
    *,
    cls: str | None = None,
    at_least: Severity = Severity.INFO,
    severity: Severity | None = None,
    state: str | None = None,
    claim: str | None = None,
    series_of: str | None = None,
    offset: int = 0,
    limit: int | None = None,
) -> tuple[list[Discrepancy], int]:
    """One page, the gravest first, and how many in all. `state` is open, resolved or None for both.

    `claim` asks for those that hold this claim, `series_of` for all of the series that it stands in.
    """
    query = select(DiscrepancyRow, DecisionRow).outerjoin(
        DecisionRow, and_(DecisionRow.fingerprint == DiscrepancyRow.id, DecisionRow.live.is_(True))
    )
    if cls is not None:
        query = query.where(DiscrepancyRow.cls == cls)
    if state == "open":
        query = query.where(DiscrepancyRow.todo.is_(True))
    elif state == "resolved":
        query = query.where(DiscrepancyRow.state.in_((State.RESOLVED.value, State.RELEASED.value)))
    if claim is not None:
        holds = select(DiscrepancyClaimRow.discrepancy_id).where(DiscrepancyClaimRow.claim_id == claim)
        query = query.where(DiscrepancyRow.id.in_(holds))
    if series_of is not None:
        series = select(FiledRow.series_id).where(FiledRow.id == series_of)
        query = query.where(DiscrepancyRow.series_id.in_(series))
    query = query.where(DiscrepancyRow.severity >= int(at_least))
    if severity is not None:
        query = query.where(DiscrepancyRow.severity == int(severity))
    total = session.scalar(
        select(func.count()).select_from(query.with_only_columns(DiscrepancyRow.id).subquery())
    )
    query = query.order_by(DiscrepancyRow.rank, DiscrepancyRow.id)
    rows = session.execute(query.offset(offset).limit(limit)).all()
    claims = claims_in(session, [row.id for row, _ in rows])
    return [discrepancy_of(row, claims[row.id], decision) for row, decision in rows], total or 0


def get_discrepancy(session: Session, discrepancy_id: str) -> Discrepancy:
    """Raises NotFound."""
    row = session.get(DiscrepancyRow, discrepancy_id)
    if row is None:
        raise NotFound(f"no discrepancy {discrepancy_id}")
    live = session.scalar(
        select(DecisionRow).where(DecisionRow.fingerprint == row.id, DecisionRow.live.is_(True))
    )
    return discrepancy_of(row, claims_in(session, [row.id])[row.id], live)


def discrepancies_by_id(session: Session, ids: Sequence[str]) -> dict[str, Discrepancy]:
    """Those that are there."""
    live = and_(DecisionRow.fingerprint == DiscrepancyRow.id, DecisionRow.live.is_(True))
    query = select(DiscrepancyRow, DecisionRow).outerjoin(DecisionRow, live)
    found = {
        row.id: (row, decision)
        for part in parts(ids)
        for row, decision in session.execute(query.where(DiscrepancyRow.id.in_(part)))
    }
    claims = claims_in(session, list(found))
    return {name: discrepancy_of(row, claims[name], decision) for name, (row, decision) in found.items()}


def successor_of(session: Session, cls: str, claims: Sequence[str]) -> str | None:
    """The discrepancy of this class that most of these claims are in now; None where there is none."""
    query = (
        select(DiscrepancyRow.id, func.count())
        .join(DiscrepancyClaimRow, DiscrepancyClaimRow.discrepancy_id == DiscrepancyRow.id)
        .where(DiscrepancyRow.cls == cls, DiscrepancyClaimRow.claim_id.in_(list(claims)[:LARGEST_PART]))
        .group_by(DiscrepancyRow.id)
        .order_by(func.count().desc(), DiscrepancyRow.id)
    )
    found = session.execute(query.limit(1)).first()
    return None if found is None else found[0]


def find_discrepancy(session: Session, beginning: str) -> Discrepancy:
    """The one whose id begins like this. Raises NotFound, also where several do."""
    if not beginning.isalnum():
        raise NotFound(f"no discrepancy {beginning!r}")
    query = select(DiscrepancyRow.id).where(DiscrepancyRow.id.startswith(beginning)).limit(2)
    ids = session.scalars(query).all()
    if len(ids) != 1:
        several = "several discrepancies begin with" if ids else "no discrepancy"
        raise NotFound(f"{several} {beginning!r}; workbench crosscheck prints the ids")
    return get_discrepancy(session, ids[0])


def keep_decision(session: Session, decision: Decision, seen: Sequence[str] = ()) -> None:
    """Adds the entry and makes it the live one; an earlier one stays in the log.

    `seen` are the lines of the claims that were decided on (see core/changes.py).
    """
    earlier = session.scalars(
        select(DecisionRow).where(DecisionRow.fingerprint == decision.fingerprint, DecisionRow.live.is_(True))
    )
    for row in earlier:
        row.live = False
    session.flush()
    interval = decision.interval
    session.add(
        DecisionRow(
            fingerprint=decision.fingerprint,
            live=True,
            outcome=decision.outcome.value,
            reason=decision.reason.value,
            reviewer=decision.reviewer,
            decided_at=decision.decided_at,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            as_of=decision.as_of.edtf if decision.as_of else None,
            claim_id=decision.claim,
            confidence=decision.confidence.value,
            note=decision.note,
            guideline=decision.guideline,
            provisional=decision.provisional,
            slot=session.scalar(select(DiscrepancyRow.slot).where(DiscrepancyRow.id == decision.fingerprint)),
            seen=list(seen),
        )
    )
    session.flush()
    note_states(session, [decision.fingerprint])


def decided_before(session: Session, discrepancy: str) -> tuple[Decision, list[str]] | None:
    """The last decision on the same case with other evidence, and the lines that were seen then."""
    return case_log(session, discrepancy)[1]


def case_log(session: Session, discrepancy: str) -> tuple[list[Decision], tuple[Decision, list[str]] | None]:
    """What decisions_on and decided_before tell, in one query."""
    slot = select(DiscrepancyRow.slot).where(DiscrepancyRow.id == discrepancy).scalar_subquery()
    earlier = and_(
        DecisionRow.slot == slot, DecisionRow.live.is_(True), DecisionRow.outcome != Outcome.WITHDRAWN.value
    )
    query = select(DecisionRow).where(or_(DecisionRow.fingerprint == discrepancy, earlier))
    rows = list(session.scalars(query.order_by(DecisionRow.id)))
    log = [decision_of(row) for row in rows if row.fingerprint == discrepancy]
    others = [(decision_of(row), list(row.seen or ())) for row in rows if row.fingerprint != discrepancy]
    return log, others[-1] if others else None


def count_discrepancies(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(DiscrepancyRow)) or 0


def live_decisions(session: Session) -> dict[str, Decision]:
    """By fingerprint."""
    rows = session.scalars(select(DecisionRow).where(DecisionRow.live.is_(True)))
    return {row.fingerprint: decision_of(row) for row in rows}


def newest_figures(session: Session, *, limit: int) -> list[Decision]:
    """The live decisions that accept a figure, the newest first."""
    query = (
        select(DecisionRow)
        .where(DecisionRow.live.is_(True), or_(DecisionRow.low.is_not(None), DecisionRow.high.is_not(None)))
        .where(DecisionRow.provisional.is_(False))
        .order_by(DecisionRow.id.desc())
    )
    return [decision_of(row) for row in session.scalars(query.limit(limit))]


def decisions_on(session: Session, fingerprint: str) -> list[Decision]:
    """The whole log of one discrepancy, the oldest first."""
    query = select(DecisionRow).where(DecisionRow.fingerprint == fingerprint).order_by(DecisionRow.id)
    return [decision_of(row) for row in session.scalars(query)]


def claims_in(session: Session, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {discrepancy_id: [] for discrepancy_id in ids}
    for part in parts(ids):
        query = (
            select(DiscrepancyClaimRow.discrepancy_id, DiscrepancyClaimRow.claim_id)
            .where(DiscrepancyClaimRow.discrepancy_id.in_(part))
            .order_by(DiscrepancyClaimRow.position)
        )
        for discrepancy_id, claim_id in session.execute(query):
            found[discrepancy_id].append(claim_id)
    return {discrepancy_id: tuple(claims) for discrepancy_id, claims in found.items()}


def discrepancy_of(row: DiscrepancyRow, claims: Iterable[str], decision: DecisionRow | None) -> Discrepancy:
    finding = Finding(
        cls=FindingClass(row.cls),
        severity=Severity(row.severity),
        rule=row.rule,
        claims=tuple(claims),
        message=row.message,
    )
    return Discrepancy(row.id, finding, row.found_at, decision_of(decision) if decision else None)


def decision_of(row: DecisionRow) -> Decision:
    """The entry as a value."""
    has_interval = row.low is not None or row.high is not None
    return Decision(
        fingerprint=row.fingerprint,
        outcome=Outcome(row.outcome),
        reason=ReasonCode(row.reason),
        reviewer=row.reviewer,
        decided_at=row.decided_at,
        interval=Interval(row.low, row.high) if has_interval else None,
        as_of=Period.parse(row.as_of) if row.as_of else None,
        claim=row.claim_id,
        confidence=Confidence(row.confidence),
        note=row.note,
        guideline=row.guideline,
        provisional=row.provisional,
    )
