"""Records an answer to a discrepancy, from the API or from the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from workbench.core.decision import Decision
from workbench.core.quantity import Interval
from workbench.exceptions import Conflict
from workbench.pipeline.decide import decide
from workbench.store.discrepancies import get_discrepancy

from .bench import Bench
from .evidence import claims_of


def record(session: Session, bench: Bench, discrepancy_id: str, answer: Mapping[str, Any]) -> Decision:
    """`answer` is what AnswerSchema loaded. Raises NotFound for an unknown discrepancy, Conflict where the
    evidence is no longer what the cross-check saw, InvalidData naming the field that does not fit."""
    discrepancy = get_discrepancy(session, discrepancy_id)
    if not discrepancy.as_found(claims_of(session, bench, discrepancy.finding.claims)):
        raise Conflict(
            f"the evidence of discrepancy {discrepancy_id} has changed since it was found; "
            "run the cross-check again and decide on what it finds then"
        )
    low, high = answer.get("low"), answer.get("high")
    return decide(
        session,
        bench.vocabulary,
        discrepancy_id,
        outcome=answer["outcome"],
        reason=answer["reason"],
        reviewer=answer["reviewer"],
        now=bench.now(),
        claim=answer.get("claim"),
        interval=None if low is None and high is None else Interval(low, high),
        as_of=answer.get("as_of"),
        confidence=answer["confidence"],
        note=answer["note"],
    )
