"""What differs between two releases, and what did it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.moments import NOON
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.difference import Because, Difference, Kind, line_of
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.release import Entry
from workbench.review.differences import NOTHING, Side, differences


def row(name: str, event: str = "storm", **parts: Any) -> dict[str, Any]:
    given = {
        "measure": "killed",
        "figure": "12",
        "status": "verified",
        "article_id": f"x-{name}",
        "origins": 1,
    }
    return {"claim_id": name, "event": event, **given, **parts}


def side(*rows: dict[str, Any], log: tuple[Entry, ...] = (), versions: str = "1") -> Side:
    finding = Finding(
        FindingClass.HARD_CONFLICT, Severity.HIGH, "hard_conflict@1", ("a", "b"), "They differ."
    )
    ids = {str(one["article_id"]): versions for one in rows}
    return Side(rows, {"f": finding} if log else {}, log, ids)


def decided(minute: int = 0, reviewer: str = "Ada") -> Entry:
    decision = Decision(
        fingerprint="f",
        outcome=Outcome.GROWTH,
        reason=ReasonCode.LATER_UPDATE,
        reviewer=reviewer,
        decided_at=NOON + timedelta(minutes=minute),
    )
    return Entry(decision=decision, live=True)


def found(before: Side, after: Side, **more: Any) -> dict[str, Difference]:
    return {one.claim: one for one in differences(before, after, **more)}


def test_equal_releases_do_not_differ() -> None:
    assert found(side(row("a"), row("b")), side(row("a"), row("b"))) == {}


def test_what_came_and_went_is_told_with_the_article_that_did_it() -> None:
    told = found(side(row("a"), row("b")), side(row("b"), row("c", "war")))
    assert {claim: (one.kind, one.because, one.id) for claim, one in told.items()} == {
        "a": (Kind.WITHDRAWN, Because.ARTICLE, "x-a"),
        "c": (Kind.ADDED, Because.ARTICLE, "x-c"),
    }


def test_a_new_decision_did_it_and_an_old_one_did_not() -> None:
    before = side(row("a"), log=(decided(),))
    after = side(row("a", status="superseded"), log=(decided(), decided(5, "Ben")))
    assert (found(before, after)["a"].because, found(before, after)["a"].who) == (Because.DECISION, "Ben")
    same = side(row("a", figure="13"), log=(decided(),))
    assert found(before, same)["a"].because is Because.LABELLING


def test_a_field_that_differs_is_told_as_it_was_and_is() -> None:
    told = found(side(row("a")), side(row("a", figure="13", origins=2), versions="2"))["a"]
    assert told.fields == {"figure": ("12", "13"), "origins": (1, 2)}
    assert (told.because, told.id) == (Because.ARTICLE, "x-a")
    support = found(side(row("a")), side(row("a", origins=2)))["a"]
    assert support.because is Because.SUPPORT
    assert line_of(support) == "changed a (storm, killed, 12): origins 1 → 2; because of support"


def test_a_claim_that_moved_to_another_event_has_changed_and_did_not_go() -> None:
    told = found(side(row("a"), row("b")), side(row("b"), row("a", "war")))
    assert {claim: one.kind for claim, one in told.items()} == {"a": Kind.CHANGED}
    assert told["a"].fields == {"event": ("storm", "war")}


def test_an_open_discrepancy_did_it_where_somebody_knows() -> None:
    told = found(side(row("a")), NOTHING, held=lambda claim: ("f9",) if claim == "a" else ())
    assert (told["a"].because, told["a"].id) == (Because.DISCREPANCY, "f9")


def test_rows_that_are_withdrawn_already_are_not_there() -> None:
    gone = row("a", status="withdrawn")
    assert found(side(row("b"), gone), side(row("b"), gone)) == {}
    assert found(side(row("a")), side(gone))["a"].kind is Kind.WITHDRAWN
    assert found(side(gone), side(row("a")))["a"].kind is Kind.ADDED
