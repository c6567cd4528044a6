"""A reviewer's answer to a discrepancy."""

from __future__ import annotations

from collections.abc import Sequence
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
from workbench.review.allowed import IN_BULK, allowed_outcomes
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
) -> Decision:
    """Records the answer and makes it the live one.

    An accepted claim brings its own interval and as-of; an accepted range needs both. Raises NotFound for
    an unknown discrepancy, InvalidData naming the field for an answer that does not fit it.
    """
    finding = get_discrepancy(session, discrepancy_id).finding
    allowed = allowed_outcomes(finding.cls)
    if outcome not in allowed:
        words = ", ".join(allowed)
        message = f"{outcome.value} does not answer a {finding.cls.value}; what does: {words}"
        raise InvalidData(message, fields={"outcome": [message]})
    if not reviewer.strip():
        raise InvalidData("a decision needs a reviewer", fields={"reviewer": ["missing"]})
    if outcome is Outcome.ACCEPT_CLAIM:
        accepted = _accepted(session, vocabulary, finding.claims, claim)
        interval = interval or accepted.quantity.hard
        as_of = as_of or accepted.as_of or _published(accepted)
    elif claim is not None:
        message = f"{outcome.value} accepts no single claim"
        raise InvalidData(message, fields={"claim": [message]})
    if outcome is Outcome.ACCEPT_RANGE and (interval is None or as_of is None):
        missing = "interval" if interval is None else "as_of"
        message = "an accepted range needs low or high, and the day it is as of"
        raise InvalidData(message, fields={missing: [message]})
    decision = Decision(
        fingerprint=discrepancy_id,
        outcome=outcome,
        reason=reason,
        reviewer=reviewer.strip(),
        decided_at=now,
        interval=interval,
        as_of=as_of,
        claim=claim,
        confidence=confidence,
        note=note.strip(),
    )
    seen = evidence_by_id(session, vocabulary, finding.claims)
    keep_decision(session, decision, shown(seen.values()))
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
        )
        answered.append(discrepancy_id)
    return answered, [left for left in dict.fromkeys(discrepancy_ids) if left not in answered]


def _accepted(session: Session, vocabulary: Vocabulary, claims: tuple[str, ...], claim: str | None) -> Claim:
    if claim is None or claim not in claims:
        message = f"name the claim that is accepted, one of {', '.join(claims)}"
        raise InvalidData(message, fields={"claim": [message]})
    evidence = evidence_by_id(session, vocabulary, [claim])
    if claim not in evidence:
        raise Conflict("the evidence has changed since this was found; run workbench crosscheck again")
    return evidence[claim]


def _published(claim: Claim) -> Period | None:
    return Period.day(claim.published_at) if claim.published_at else None
