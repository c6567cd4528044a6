"""How far the work on a discrepancy has come."""

from __future__ import annotations

from enum import StrEnum

from workbench.core.decision import Outcome
from workbench.core.finding import FindingClass, Severity

_CLASSES = list(FindingClass)
_BROADER = 100  # more than there are classes


class State(StrEnum):
    """What a reviewer filters by. A note is of severity info: it may be answered, and need not be."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    HELP_NEEDED = "help_needed"
    SECOND_REVIEW = "second_review"
    REOPENED = "reopened"
    RESOLVED = "resolved"
    RELEASED = "released"
    NOTE = "note"

    @property
    def todo(self) -> bool:
        """Does somebody still have to decide?"""
        return self not in (State.RESOLVED, State.RELEASED, State.NOTE)


def state_of(
    severity: Severity,
    outcome: Outcome | None,
    *,
    taken: bool,
    provisional: bool = False,
    reopened: bool = False,
    released: bool = False,
) -> State:
    """`outcome` is that of the live decision, `provisional` that it waits for a second reviewer; `taken` says
    that somebody has put the case on their desk, `reopened` that it was decided on other evidence before,
    `released` that the newest release knew the decision."""
    if outcome is not None and outcome.settles:
        if provisional:
            return State.SECOND_REVIEW
        return State.RELEASED if released else State.RESOLVED
    if severity is Severity.INFO:
        return State.NOTE
    if outcome is not None and outcome is not Outcome.WITHDRAWN:
        return State.HELP_NEEDED
    if taken:
        return State.IN_PROGRESS
    return State.REOPENED if reopened else State.OPEN


def rank_of(severity: Severity, cls: FindingClass) -> int:
    """The place in the queue, the gravest first: by severity, then in the order of the classes."""
    return (Severity.HIGH - severity) * _BROADER + _CLASSES.index(cls)


def severity_at(rank: int) -> Severity:
    """The severity that a rank stands for."""
    return Severity(Severity.HIGH - rank // _BROADER)


def ranks_of(*, severity: Severity | None = None, cls: FindingClass | None = None) -> list[int]:
    """All places in the queue of this severity, or of this class; None is any."""
    severities = Severity if severity is None else (severity,)
    classes = FindingClass if cls is None else (cls,)
    return [rank_of(one, other) for one in severities for other in classes]
