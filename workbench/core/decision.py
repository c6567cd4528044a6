"""How a reviewer answers a discrepancy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.core.period import Period
from workbench.core.quantity import Interval


class Outcome(StrEnum):
    ACCEPT_CLAIM = "accept_claim"
    ACCEPT_RANGE = "accept_range"
    GROWTH = "growth"
    REVISION = "revision"
    NOT_COMPARABLE = "not_comparable"
    SAME_ORIGIN = "same_origin"
    ANNOTATION_ERROR = "annotation_error"
    NEEDS_EVIDENCE = "needs_evidence"
    ESCALATE = "escalate"
    WITHDRAWN = "withdrawn"

    @property
    def settles(self) -> bool:
        """Does this outcome close the discrepancy, so that its claims are free?"""
        return self not in _UNSETTLED


_UNSETTLED = (Outcome.ANNOTATION_ERROR, Outcome.NEEDS_EVIDENCE, Outcome.ESCALATE, Outcome.WITHDRAWN)


class ReasonCode(StrEnum):
    LATER_UPDATE = "later_update"
    OFFICIAL_CORRECTION = "official_correction"
    DIFFERENT_POPULATION = "different_population"
    DIFFERENT_AREA = "different_area"
    DIFFERENT_METHOD = "different_method"
    PERPETRATORS_INCLUDED = "perpetrators_included"
    CASUALTIES_NOT_KILLED = "casualties_not_killed"
    PHASE_RESET = "phase_reset"
    COPIED_FIGURE = "copied_figure"
    VAGUE_SOURCE = "vague_source"
    ROUNDING = "rounding"
    TYPO_IN_SOURCE = "typo_in_source"
    ANNOTATION_ERROR = "annotation_error"
    SOURCE_UNRELIABLE = "source_unreliable"
    PERPETRATOR_CLAIM = "perpetrator_claim"
    INSUFFICIENT = "insufficient"


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An answer to the evidence with this fingerprint. Never a bare number: an interval with its as-of.

    `guideline` says that the case is one for the annotators' guide. A `provisional` answer waits for a second
    reviewer. The outcome WITHDRAWN takes back what was answered before: undo is an entry of its own.
    """

    fingerprint: str
    outcome: Outcome
    reason: ReasonCode
    reviewer: str
    decided_at: datetime
    interval: Interval | None = None
    as_of: Period | None = None
    claim: str | None = None
    confidence: Confidence = Confidence.MEDIUM
    note: str = ""
    guideline: bool = False
    provisional: bool = False

    @property
    def settles(self) -> bool:
        """Is the discrepancy closed by it?"""
        return self.outcome.settles and not self.provisional

    @property
    def answer(self) -> tuple[object, ...]:
        """What two reviewers must agree in."""
        return self.outcome, self.claim, self.interval, self.as_of
