"""Which outcome answers which class of finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.core.claim import Claim
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.finding import FindingClass
from workbench.core.quantity import Interval

# Those that answer anything.
ALWAYS = (
    Outcome.NOT_COMPARABLE,
    Outcome.ANNOTATION_ERROR,
    Outcome.NEEDS_EVIDENCE,
    Outcome.ESCALATE,
)
OVER_TIME = frozenset(
    {
        FindingClass.DROP,
        FindingClass.OUTLIER,
        FindingClass.REVISION,
        FindingClass.PHASE_RESET,
        FindingClass.GROWTH,
        FindingClass.CHANGE,
        FindingClass.STALE,
    }
)
# A part and its whole are two figures: neither can be taken in the other's place.
ARITHMETIC = frozenset({FindingClass.SUBSET_VIOLATION, FindingClass.SUM_MISMATCH, FindingClass.NOT_TESTABLE})
# Where two outlets may turn out to print one origin's word.
BETWEEN_SOURCES = frozenset(
    {
        FindingClass.HARD_CONFLICT,
        FindingClass.TENSION,
        FindingClass.DEFINITION_MISMATCH,
        FindingClass.DROP,
        FindingClass.ECHO,
    }
)
# What may be answered many at a time, without a look at each: agreement and what is expected anyway.
IN_BULK: Mapping[FindingClass, tuple[Outcome, ReasonCode]] = {
    FindingClass.GROWTH: (Outcome.GROWTH, ReasonCode.LATER_UPDATE),
    FindingClass.ECHO: (Outcome.SAME_ORIGIN, ReasonCode.COPIED_FIGURE),
}


def allowed_outcomes(cls: FindingClass) -> tuple[Outcome, ...]:
    """The outcomes that answer a finding of this class, in the order in which they are offered."""
    outcomes = [Outcome.ACCEPT_CLAIM]
    if cls not in ARITHMETIC:
        outcomes.append(Outcome.ACCEPT_RANGE)
    if cls is not FindingClass.ECHO:
        outcomes += [Outcome.GROWTH, Outcome.REVISION] if _tells_of_time(cls) else []
    if cls in BETWEEN_SOURCES:
        outcomes.append(Outcome.SAME_ORIGIN)
    return (*outcomes, *ALWAYS)


def _tells_of_time(cls: FindingClass) -> bool:
    """Figures of one day may also be of two moments of it, so conflicts can turn out to be growth."""
    one_origin = (FindingClass.ATTRIBUTION_MISMATCH, FindingClass.INTERNAL_CONTRADICTION)
    return cls in OVER_TIME or cls in BETWEEN_SOURCES or cls in one_origin


def against_all(interval: Interval, claims: Iterable[Claim]) -> bool:
    """Does the figure go against every source? Sources that are no evidence are not asked."""
    asked = [claim.quantity.hard for claim in claims if claim.modality.is_evidence]
    return bool(asked) and not any(interval.overlaps(hard) for hard in asked)


def seconds(before: Decision | None, answer: Decision) -> bool:
    """Is this the second reviewer's word for the answer that was live?"""
    return (
        before is not None
        and before.answer == answer.answer
        and before.reviewer.casefold() != answer.reviewer.casefold()
    )
