"""What holds of every cross-check, whatever the claims."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from workbench.core.claim import Claim, Scope
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.checks import CHECKS
from workbench.crosscheck.run import CheckSettings, cross_check

START = date(2024, 1, 1)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low = draw(st.integers(0, 40))
    high = draw(st.none() | st.integers(low, low + 20))
    soft_low = draw(st.integers(low, low + 20 if high is None else high))
    soft_high = draw(st.integers(soft_low, soft_low + 5) if high is None else st.integers(soft_low, high))
    exact = low == high
    value = low if exact else draw(st.none() | st.just(soft_low))
    bound = Bound.EXACT if exact else Bound.VAGUE if value is None else Bound.AT_LEAST
    return Quantity("n", value, bound, Interval(low, high), Interval(soft_low, soft_high))


@st.composite
def claims(draw: st.DrawFn, *, most: int = 9) -> list[Claim]:
    found: list[Claim] = []
    for place in range(draw(st.integers(0, most))):
        day = START + timedelta(days=draw(st.integers(0, 40)))
        measure = draw(st.sampled_from(["killed", "killed", "casualties", "held"]))
        reference = draw(st.integers(0, 4)) == 0
        as_of = draw(
            st.sampled_from([Period.day(START), Period.day(day), Period.day(day), Period(START, day)])
        )
        wholes = [claim.id for claim in found if claim.measure == measure]
        found.append(
            Claim(
                id=f"c{place}",
                measure=measure,
                quantity=draw(quantities()),
                population=draw(st.sampled_from(["palestinians", "palestinian_children", "soldiers", None])),
                origin=draw(
                    st.sampled_from(["Ministry", "Army"] if reference else [None, "Ministry", "Army"])
                ),
                place=draw(st.sampled_from(["Gaza Strip", "Gaza Strip", "Khan Younis"])),
                event=draw(st.sampled_from(["war", "war", "fighting", None])),
                scope=draw(
                    st.sampled_from([Scope.CUMULATIVE, Scope.CUMULATIVE, Scope.PERIOD, Scope.INCIDENT])
                ),
                as_of=as_of,
                part_of=draw(st.sampled_from([None, None, *wholes])),
                parts_exhaustive=draw(st.booleans()),
                method=draw(st.sampled_from([None, None, "excess"])),
                outlet=None if reference else draw(st.sampled_from(["A", "B", "C"])),
                article=None if reference else draw(st.sampled_from(["x", "y", "z"])),
                reference=reference,
            )
        )
    return found


def check(given: list[Claim], **parts: Any) -> list[Finding]:
    return cross_check(given, events=EVENTS, vocabulary=VOCABULARY, **parts)


def incompatible(findings: list[Finding], cls: FindingClass) -> set[str]:
    return {claim for found in findings if found.cls is cls for claim in found.claims}


@given(claims(), st.integers(0, 3), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_neither_does_a_second_run(
    given: list[Claim], tolerance: int, shuffler: random.Random
) -> None:
    found = check(given, settings=CheckSettings(as_of_days=tolerance))
    shuffled = given[:]
    shuffler.shuffle(shuffled)
    assert check(shuffled, settings=CheckSettings(as_of_days=tolerance)) == found
    assert found == sorted(found, key=lambda found: (-found.severity, found.cls.value, found.claims))


@given(claims())
def test_no_finding_spans_two_events_or_claims_without_one(given: list[Claim]) -> None:
    # Every claim in the pool that has no event of its own is inferred to be of the war, by day and place.
    by_id = {claim.id: claim for claim in given}
    for found in check(given):
        assert len({by_id[claim].event or "war" for claim in found.claims}) == 1


@given(claims(), st.integers(0, 8), st.sampled_from(["D", "E"]))
def test_a_claim_that_agrees_takes_no_conflict_away(given: list[Claim], which: int, outlet: str) -> None:
    if not given:
        return
    before = check(given)
    like = given[which % len(given)]
    origin = like.origin or like.outlet
    agreeing = replace(
        like, id="new", outlet=outlet, article="new", origin=origin, part_of=None, reference=False
    )
    after = check([*given, agreeing])
    for cls in (FindingClass.HARD_CONFLICT, FindingClass.SUBSET_VIOLATION):
        assert incompatible(before, cls) <= incompatible(after, cls)


@given(claims(), st.integers(0, 8), st.integers(0, 9), st.integers(0, 9))
def test_a_wider_interval_adds_no_conflict(given: list[Claim], which: int, down: int, up: int) -> None:
    if not given:
        return
    claim = given[which % len(given)]
    hard = claim.quantity.hard
    assert hard.low is not None
    wider = Interval(max(0, hard.low - down), None if hard.high is None else hard.high + up)
    widened = replace(claim, quantity=replace(claim.quantity, hard=wider))
    after = check([widened if other.id == claim.id else other for other in given])
    for cls in (FindingClass.HARD_CONFLICT, FindingClass.SUBSET_VIOLATION, FindingClass.ATTRIBUTION_MISMATCH):
        assert incompatible(after, cls) <= incompatible(check(given), cls)


@given(claims(most=7))
@settings(max_examples=300)
def test_hard_conflicts_are_those_that_a_look_at_every_pair_finds(given: list[Claim]) -> None:
    days = [claim for claim in given if claim.as_of and claim.as_of.first == claim.as_of.last]
    alone = [replace(claim, part_of=None, event="war") for claim in days]
    expected = set()
    for one in alone:
        for other in alone:
            independent = (one.origin or one.outlet) != (other.origin or other.outlet)
            disjoint = not one.quantity.hard.overlaps(other.quantity.hard)
            if independent and disjoint and _compared(one) == _compared(other):
                expected.add(one.id)
    assert incompatible(check(alone), FindingClass.HARD_CONFLICT) == expected


def _compared(claim: Claim) -> tuple[object, ...]:
    scope = Scope.STOCK if claim.measure == "held" and claim.reference else claim.scope
    population = claim.population or "palestinians"
    return (claim.measure, population, claim.place, scope, str(claim.as_of), claim.method)


@given(claims())
def test_one_finding_a_class_series_and_day(given: list[Claim]) -> None:
    seen = [(found.cls, found.claims[:2]) for found in check(given)]
    assert len(seen) == len(set(seen))


def test_every_check_tells_its_rule_in_one_sentence() -> None:
    names = [check.__name__ for check in CHECKS]
    assert names == [cls.value for cls in FindingClass]
    for each in CHECKS:
        assert each.__doc__
        assert each.__doc__.endswith(".")
        assert "\n" not in each.__doc__.strip()


def test_a_day_of_many_claims_is_one_finding() -> None:
    many = [
        Claim(
            id=f"c{place:05}",
            measure="killed",
            quantity=Quantity("n", place, Bound.EXACT, Interval(place, place), Interval(place, place)),
            population="palestinians",
            place="Gaza Strip",
            event="war",
            scope=Scope.CUMULATIVE,
            as_of=Period.day(START),
            outlet=f"outlet {place}",
        )
        for place in range(10_000)
    ]
    (found,) = check(many)
    assert (found.cls, found.severity) == (FindingClass.HARD_CONFLICT, Severity.HIGH)
    assert found.claims[:2] == ("c09999", "c00000")
    assert len(found.claims) == 10_000
