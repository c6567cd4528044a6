from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.exceptions import NotFound
from workbench.store.discrepancies import (
    decisions_on,
    find_discrepancy,
    get_discrepancy,
    keep_decision,
    list_discrepancies,
    live_decisions,
)
from workbench.store.findings import replace_findings
from workbench.store.rows import DecisionRow

CONFLICT = Finding(
    FindingClass.HARD_CONFLICT, Severity.HIGH, "hard_conflict@1", ("b", "a"), "A says 5, B says 9."
)
GROWTH = Finding(FindingClass.GROWTH, Severity.INFO, "growth@1", ("a", "c"), "It grew.")
ANSWER = Decision(
    fingerprint="ff01",
    outcome=Outcome.ACCEPT_RANGE,
    reason=ReasonCode.ROUNDING,
    reviewer="ana",
    decided_at=NOON,
    interval=Interval(5, None),
    as_of=Period.parse("2024-02"),
    note="n",
)


def test_findings_come_stay_and_go(session: Session) -> None:
    assert replace_findings(session, {"ff01": CONFLICT, "aa02": GROWTH}, now=NOON) == (2, 0)
    assert replace_findings(session, {"ff01": CONFLICT, "aa02": GROWTH}, now=NOON) == (0, 0)
    assert replace_findings(session, {"ff01": replace(CONFLICT, message="Newly worded.")}, now=NOON) == (0, 1)
    (only,), total = list_discrepancies(session)
    assert total == 1
    assert only.finding == replace(CONFLICT, message="Newly worded.")


def test_the_gravest_come_first_and_filters_hold(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "aa02": GROWTH}, now=NOON)
    found, total = list_discrepancies(session)
    assert ([entry.id for entry in found], total) == (["ff01", "aa02"], 2)
    assert [entry.id for entry in list_discrepancies(session, state="open")[0]] == ["ff01"], (
        "info is never open"
    )
    assert [entry.id for entry in list_discrepancies(session, cls="growth")[0]] == ["aa02"]
    assert [entry.id for entry in list_discrepancies(session, claim="c")[0]] == ["aa02"]
    assert [entry.id for entry in list_discrepancies(session, at_least=Severity.LOW)[0]] == ["ff01"]
    assert list_discrepancies(session, offset=1, limit=1)[0][0].id == "aa02"


def test_a_decision_outlives_the_discrepancy_and_settles_it_again(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT}, now=NOON)
    keep_decision(session, ANSWER)
    assert not get_discrepancy(session, "ff01").open
    assert list_discrepancies(session, state="open")[1] == 0
    assert list_discrepancies(session, state="resolved")[1] == 1
    replace_findings(session, {}, now=NOON)
    replace_findings(session, {"ff01": CONFLICT}, now=NOON)
    assert get_discrepancy(session, "ff01").decision == ANSWER


def test_an_answer_that_settles_nothing_leaves_it_open(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT}, now=NOON)
    keep_decision(session, replace(ANSWER, outcome=Outcome.ESCALATE, interval=None, as_of=None))
    assert get_discrepancy(session, "ff01").open
    assert list_discrepancies(session, state="open")[1] == 1


def test_the_log_is_append_only_and_one_entry_is_live(session: Session) -> None:
    keep_decision(session, ANSWER)
    second = replace(ANSWER, outcome=Outcome.NOT_COMPARABLE, interval=None, as_of=None, reviewer="ben")
    keep_decision(session, second)
    assert decisions_on(session, "ff01") == [ANSWER, second]
    assert live_decisions(session) == {"ff01": second}
    session.query(DecisionRow).update({"live": False})
    session.flush()
    with pytest.raises(IntegrityError):
        session.query(DecisionRow).update({"live": True})
    session.rollback()


def test_an_id_may_be_given_by_its_beginning(session: Session) -> None:
    replace_findings(session, {"ff01": CONFLICT, "ff02": GROWTH}, now=NOON)
    assert find_discrepancy(session, "ff01").id == "ff01"
    with pytest.raises(NotFound, match="several"):
        find_discrepancy(session, "ff")
    for unknown in ("zz", "", "%", "_"):
        with pytest.raises(NotFound, match="no discrepancy"):
            find_discrepancy(session, unknown)
