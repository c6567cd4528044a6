"""What leaves the house: nothing that an open finding speaks against, and what a reviewer freed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.moments import NOON
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, quantity_of
from workbench.review.verify import verify

DAY = Period.day(date(2024, 1, 24))


def claim(name: str, value: int, **parts: object) -> Claim:
    given: dict[str, object] = {
        "id": name,
        "measure": "killed",
        "quantity": quantity_of(str(value), Bound.EXACT, value),
        "population": "civilians",
        "place": "Khartoum",
        "event": "storm",
        "scope": Scope.CUMULATIVE,
        "as_of": DAY,
        "outlet": f"Outlet {name}",
        "article": name,
    }
    return Claim(**(given | parts))  # type: ignore[arg-type]


A, B, C = claim("a", 12), claim("b", 25), claim("c", 12)
CLAIMS = {"a": A, "b": B, "c": C}
CONFLICT = Finding(
    FindingClass.HARD_CONFLICT, Severity.HIGH, "hard_conflict@1", ("a", "b", "c"), "They differ."
)


def decision(outcome: Outcome, **parts: object) -> Decision:
    given: dict[str, object] = {
        "fingerprint": "f",
        "outcome": outcome,
        "reason": ReasonCode.LATER_UPDATE,
        "reviewer": "ana",
        "decided_at": NOON,
    }
    return Decision(**(given | parts))  # type: ignore[arg-type]


def published(findings: dict[str, Finding], *decisions: Decision) -> dict[str, Interval]:
    verified = verify(CLAIMS, findings, {entry.fingerprint: entry for entry in decisions})
    return {entry.claim.id: entry.accepted for entry in verified}


def test_nothing_open_means_all_are_published_in_a_stable_order() -> None:
    assert published({}) == {"a": Interval(12, 12), "b": Interval(25, 25), "c": Interval(12, 12)}
    reverse = dict(reversed(CLAIMS.items()))
    assert verify(reverse, {}, {}) == verify(CLAIMS, {}, {})


def test_an_open_finding_holds_back_every_claim_it_names() -> None:
    assert published({"f": replace(CONFLICT, severity=Severity.LOW)}) == {}


def test_an_info_finding_holds_nothing_back() -> None:
    growth = Finding(FindingClass.GROWTH, Severity.INFO, "growth@1", ("a", "b"), "It grew.")
    assert set(published({"f": growth})) == {"a", "b", "c"}


def test_an_accepted_claim_is_published_and_the_others_are_not() -> None:
    answer = decision(Outcome.ACCEPT_CLAIM, claim="b", interval=Interval(25, 25), as_of=DAY)
    assert published({"f": CONFLICT}, answer) == {"b": Interval(25, 25)}


def test_an_accepted_range_is_what_is_published() -> None:
    later = Period.day(date(2024, 1, 25))
    answer = decision(Outcome.ACCEPT_RANGE, interval=Interval(12, 25), as_of=later)
    verified = verify(CLAIMS, {"f": CONFLICT}, {"f": answer})
    assert {entry.claim.id for entry in verified} == {"a", "b", "c"}
    assert {(entry.accepted, entry.as_of) for entry in verified} == {(Interval(12, 25), later)}
    assert all(entry.decisions == (answer,) for entry in verified)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_an_outcome_that_settles_frees(outcome: Outcome) -> None:
    if outcome in (Outcome.ACCEPT_CLAIM, Outcome.ACCEPT_RANGE):
        return
    kept_back = {*(Outcome.ANNOTATION_ERROR, Outcome.NEEDS_EVIDENCE, Outcome.ESCALATE, Outcome.WITHDRAWN)}
    freed = published({"f": CONFLICT}, decision(outcome))
    assert set(freed) == (set() if outcome in kept_back else {"a", "b", "c"})


def test_one_open_finding_is_enough_to_hold_a_claim_back() -> None:
    other = replace(CONFLICT, claims=("a", "x"))
    answer = decision(Outcome.ACCEPT_CLAIM, claim="a", interval=Interval(12, 12), as_of=DAY)
    assert published({"f": CONFLICT, "g": other}, answer) == {}


def test_what_is_no_evidence_is_not_published() -> None:
    demanded = replace(A, modality=Modality.DEMANDED)
    assert verify({"a": demanded}, {}, {}) == []


def test_a_reference_count_is_published_only_where_it_was_accepted() -> None:
    count = claim("r", 13, reference=True, origin="Ministry", outlet=None, article=None)
    finding = replace(CONFLICT, claims=("a", "r"))
    answer = decision(Outcome.ACCEPT_CLAIM, claim="r", interval=Interval(13, 13), as_of=DAY)
    assert [entry.claim.id for entry in verify({"a": A, "r": count}, {}, {})] == ["a"]
    accepted = verify({"a": A, "r": count}, {"f": finding}, {"f": answer})
    assert [entry.claim.id for entry in accepted] == ["r"]


def test_support_counts_outlets_and_origins_that_agree_on_that_day() -> None:
    ministry = {"origin": "The Ministry"}
    claims = {
        "a": claim("a", 12, **ministry),
        "b": claim("b", 12, **ministry),
        "c": claim("c", 12),
        "d": claim("d", 12, as_of=Period.day(date(2024, 1, 25))),
        "e": claim("e", 12, place=None),
    }
    one = verify(claims, {}, {}, {"a": "name:ministry", "b": "name:ministry", "c": "name:ministry"})
    assert [(entry.outlets, entry.origins) for entry in one if entry.claim.id == "a"] == [(3, 1)]
    counted = {entry.claim.id: (entry.outlets, entry.origins) for entry in verify(claims, {}, {})}
    assert counted == {"a": (3, 2), "b": (3, 2), "c": (3, 2), "d": (1, 1), "e": (1, 1)}
