from __future__ import annotations

import pytest

from workbench.core.case import State, rank_of, ranks_of, severity_at, state_of
from workbench.core.decision import Outcome
from workbench.core.finding import FindingClass, Severity


@pytest.mark.parametrize(
    ("severity", "outcome", "taken", "state"),
    [
        (Severity.LOW, None, False, State.OPEN),
        (Severity.HIGH, None, True, State.IN_PROGRESS),
        (Severity.HIGH, Outcome.ESCALATE, True, State.HELP_NEEDED),
        (Severity.HIGH, Outcome.NEEDS_EVIDENCE, False, State.HELP_NEEDED),
        (Severity.HIGH, Outcome.ANNOTATION_ERROR, False, State.HELP_NEEDED),
        (Severity.HIGH, Outcome.ACCEPT_RANGE, True, State.RESOLVED),
        (Severity.INFO, None, True, State.NOTE),
        (Severity.INFO, Outcome.ESCALATE, False, State.NOTE),
        (Severity.INFO, Outcome.GROWTH, False, State.RESOLVED),
    ],
)
def test_state(severity: Severity, outcome: Outcome | None, taken: bool, state: State) -> None:
    assert state_of(severity, outcome, taken=taken) is state


def test_second_review_and_reopened() -> None:
    assert state_of(Severity.HIGH, Outcome.GROWTH, taken=False, provisional=True) is State.SECOND_REVIEW
    assert state_of(Severity.HIGH, None, taken=False, reopened=True) is State.REOPENED
    assert state_of(Severity.HIGH, None, taken=True, reopened=True) is State.IN_PROGRESS
    assert state_of(Severity.HIGH, Outcome.WITHDRAWN, taken=False) is State.OPEN


def test_what_a_release_knew_is_released_until_the_answer_changes() -> None:
    def state(**more: bool) -> State:
        return state_of(Severity.HIGH, Outcome.GROWTH, taken=False, released=True, **more)

    assert state() is State.RELEASED
    assert state(provisional=True) is State.SECOND_REVIEW
    assert state_of(Severity.HIGH, Outcome.WITHDRAWN, taken=False, released=True) is State.OPEN


def test_notes_and_resolved_cases_are_not_to_do() -> None:
    assert {state for state in State if not state.todo} == {*(State.NOTE, State.RESOLVED, State.RELEASED)}


def test_the_gravest_come_first_whatever_their_class() -> None:
    ranks = [rank_of(severity, cls) for severity in sorted(Severity)[::-1] for cls in FindingClass]
    assert ranks == sorted(set(ranks))
    assert all(severity_at(rank) is severity for severity in Severity for rank in ranks_of(severity=severity))


def test_ranks_of_a_class_are_those_of_every_severity() -> None:
    ranks = ranks_of(cls=FindingClass.DROP)
    assert sorted(ranks) == sorted(rank_of(severity, FindingClass.DROP) for severity in Severity)
    assert len(ranks_of()) == len(Severity) * len(FindingClass)
