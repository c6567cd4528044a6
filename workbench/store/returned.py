"""Sentences that a reviewer sent back to the annotators."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.decision import Outcome
from workbench.store.rows import ClaimRow, DecisionRow, DiscrepancyClaimRow
from workbench.store.values import from_json


@dataclass(frozen=True, slots=True)
class Returned:
    """`figures` are those in question, as printed, with what they are labelled to count."""

    sentence: str
    reviewer: str
    note: str
    figures: tuple[str, ...]


def returned_sentences(session: Session) -> list[Returned]:
    """Of each live decision "annotation error" the sentences with its claims; of several on one sentence the
    latest speaks. A decision whose evidence has changed since has none: it was heard."""
    query = (
        select(DecisionRow, ClaimRow)
        .join(DiscrepancyClaimRow, DiscrepancyClaimRow.discrepancy_id == DecisionRow.fingerprint)
        .join(ClaimRow, ClaimRow.id == DiscrepancyClaimRow.claim_id)
        .where(DecisionRow.live.is_(True), DecisionRow.outcome == Outcome.ANNOTATION_ERROR.value)
        .order_by(DecisionRow.decided_at, DecisionRow.id, DiscrepancyClaimRow.position)
    )
    by_sentence: dict[str, tuple[DecisionRow, list[str]]] = {}
    for decision, row in session.execute(query):
        claim = from_json(row.body, Claim)
        known = by_sentence.get(row.sentence_id)
        figures = known[1] if known is not None and known[0] is decision else []
        figures.append(f"“{claim.quantity.text}” {claim.measure.replace('_', ' ')}")
        by_sentence[row.sentence_id] = (decision, figures)
    return [
        Returned(sentence, decision.reviewer, decision.note, tuple(dict.fromkeys(figures)))
        for sentence, (decision, figures) in by_sentence.items()
    ]
