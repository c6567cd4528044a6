"""A reviewer's answer to a discrepancy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.changes import Reopened, reopened, shown
from workbench.core.claim import Claim
from workbench.core.decision import Confidence, Decision, Outcome, ReasonCode
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import Conflict, InvalidData
from workbench.pipeline.evidence import evidence_by_id
from workbench.review.allowed import IN_BULK, against_all, allowed_outcomes, seconds
from workbench.store.discrepancies import (
    Discrepancy,
    decided_before,
    discrepancies_by_id,
    get_discrepancy,
    keep_decision,
)


def decide(
    session: Session,
    vocabulary: Vocabulary,
    discrepancy_id: str,
    *,
    outcome: Outcome,
    reason: ReasonCode,
    reviewer: str,
    now: datetime,
    claim: str | None = None,
    interval: Interval | None = None,
    as_of: Period | None = None,
    confidence: Confidence = Confidence.MEDIUM,
    note: str = "",
    guideline: bool = False,
    two_person: bool = False,
) -> Decision:
    """Records the answer and makes it the live one, with the evidence as it was seen.

    An accepted claim brings its own interval and as-of; an accepted range needs both. A figure that no source
    gives needs a note. With `two_person` an answer that settles is provisional until another reviewer gives
    the same. Raises NotFound for an unknown discrepancy, InvalidData naming the field for an answer that does
    not fit it, Conflict where the evidence is no longer what the cross-check saw.
    """
    found = get_discrepancy(session, discrepancy_id)
    finding, reviewer, note = found.finding, reviewer.strip(), note.strip()
    allowed = allowed_outcomes(finding.cls)
    if outcome not in allowed:
        words = ", ".join(allowed)
        message = f"{outcome.value} does not answer a {finding.cls.value}; what does: {words}"
        raise InvalidData(message, fields={"outcome": [message]})
    if not reviewer:
        raise InvalidData("a decision needs a reviewer", fields={"reviewer": ["missing"]})
    evidence = evidence_by_id(session, vocabulary, finding.claims)
    if not found.as_found(evidence):
        raise Conflict(
            f"the evidence of discrepancy {discrepancy_id} has changed since it was found; "
            "run the cross-check again and decide on what it finds then"
        )
    if outcome is Outcome.ACCEPT_CLAIM:
        accepted = _accepted(evidence, finding.claims, claim)
        interval = interval or accepted.quantity.hard
        as_of = as_of or accepted.as_of or _published(accepted)
    elif claim is not None:
        message = f"{outcome.value} accepts no single claim"
        raise InvalidData(message, fields={"claim": [message]})
    if outcome is Outcome.ACCEPT_RANGE and (interval is None or as_of is None):
        missing = "interval" if interval is None else "as_of"
        message = "an accepted range needs low or high, and the day it is as of"
        raise InvalidData(message, fields={missing: [message]})
    if interval is not None and not note and against_all(interval, evidence.values()):
        message = "no source gives this figure: say in the note what it rests on"
        raise InvalidData(message, fields={"note": [message]})
    decision = Decision(
        fingerprint=discrepancy_id,
        outcome=outcome,
        reason=reason,
        reviewer=reviewer,
        decided_at=now,
        interval=interval,
        as_of=as_of,
        claim=claim,
        confidence=confidence,
        note=note,
        guideline=guideline,
    )
    if two_person and outcome.settles:
        decision = replace(decision, provisional=not seconds(found.decision, decision))
    keep_decision(session, decision, shown(evidence[name] for name in finding.claims))
    return decision


def withdraw(
    session: Session, discrepancy_id: str, *, reviewer: str, now: datetime, note: str = ""
) -> Decision:
    """Takes the live answer back, as an entry of its own: the case is open again.

    Raises NotFound for an unknown discrepancy, Conflict where there is no answer to take back.
    """
    before = get_discrepancy(session, discrepancy_id).decision
    if before is None or before.outcome is Outcome.WITHDRAWN:
        raise Conflict("there is no decision on this that could be withdrawn")
    if not reviewer.strip():
        raise InvalidData("a decision needs a reviewer", fields={"reviewer": ["missing"]})
    decision = Decision(
        fingerprint=discrepancy_id,
        outcome=Outcome.WITHDRAWN,
        reason=before.reason,
        reviewer=reviewer.strip(),
        decided_at=now,
        note=note.strip(),
    )
    keep_decision(session, decision)
    return decision


def reopened_by(session: Session, vocabulary: Vocabulary, discrepancy: Discrepancy) -> Reopened | None:
    """The earlier answer to the same case, and how the evidence has changed since; None for a new case and
    for one that is answered as it stands."""
    earlier = decided_before(session, discrepancy.id)
    if earlier is None or discrepancy.decision is not None:
        return None
    now = evidence_by_id(session, vocabulary, discrepancy.finding.claims)
    return reopened(earlier[0], earlier[1], shown(now.values()))


def decide_in_bulk(
    session: Session,
    vocabulary: Vocabulary,
    discrepancy_ids: Sequence[str],
    *,
    reviewer: str,
    now: datetime,
    note: str = "",
    two_person: bool = False,
) -> tuple[list[str], list[str]]:
    """Answers growth as growth and echo as one origin; the ids that were answered, and those whose evidence
    has changed or gone since, which are left alone. Raises InvalidData where another class is among them.
    """
    found = discrepancies_by_id(session, discrepancy_ids)
    for entry in found.values():
        if entry.finding.cls not in IN_BULK:
            message = f"a {entry.finding.cls.value} needs a look of its own; in bulk go: {', '.join(IN_BULK)}"
            raise InvalidData(message, fields={"discrepancy": [message]})
    evidence = evidence_by_id(
        session, vocabulary, {claim for entry in found.values() for claim in entry.finding.claims}
    )
    answered: list[str] = []
    for discrepancy_id, entry in found.items():
        if not entry.as_found(evidence):
            continue
        outcome, reason = IN_BULK[entry.finding.cls]
        decide(
            session,
            vocabulary,
            discrepancy_id,
            outcome=outcome,
            reason=reason,
            reviewer=reviewer,
            now=now,
            note=note,
            two_person=two_person,
        )
        answered.append(discrepancy_id)
    return answered, [left for left in dict.fromkeys(discrepancy_ids) if left not in answered]


def _accepted(evidence: Mapping[str, Claim], claims: tuple[str, ...], claim: str | None) -> Claim:
    if claim is None or claim not in claims:
        message = f"name the claim that is accepted, one of {', '.join(claims)}"
        raise InvalidData(message, fields={"claim": [message]})
    return evidence[claim]


def _published(claim: Claim) -> Period | None:
    return Period.day(claim.published_at) if claim.published_at else None
