"""Records an answer to a discrepancy, from the API or from the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from workbench.core.decision import Decision
from workbench.core.quantity import Interval
from workbench.pipeline.decide import decide

from .bench import Bench


def record(session: Session, bench: Bench, discrepancy_id: str, answer: Mapping[str, Any]) -> Decision:
    """`answer` is what AnswerSchema loaded. Raises NotFound for an unknown discrepancy, Conflict where the
    evidence is no longer what the cross-check saw, InvalidData naming the field that does not fit."""
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
        guideline=answer["guideline"],
        two_person=bench.house.two_person,
    )
