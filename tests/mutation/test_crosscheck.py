"""A comparison that is off by one, a severity swapped, a rule left away: the scenarios notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.crosscheck.scenario import SCENARIOS, Scenario, load, shape
from tests.mutation.tampering import everywhere
from workbench.core.claim import Claim, Modality
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck import (
    annotators,
    arithmetic,
    checks,
    compare,
    copying,
    evidence,
    series,
    standing,
    starts,
)
from workbench.crosscheck.checks import CHECKS, Check, conflict
from workbench.crosscheck.comparison import Comparison
from workbench.crosscheck.events import Events, Inference
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.origins import Origins
from workbench.crosscheck.series import Day, Series
from workbench.crosscheck.terms import Terms

UNNOTICED = "no scenario depends on this: write one down in tests/crosscheck/scenarios"
OWN = Path(__file__).parent / "data" / "scenarios"
EVERY = (*SCENARIOS.values(), *map(load, sorted(OWN.glob("*.yaml"))))

Patch = pytest.MonkeyPatch
Change = Callable[[Scenario], Scenario]


def noticed_by(change: Change = lambda scenario: scenario) -> str | None:
    """The first scenario whose findings are not those expected; None where all are."""
    for scenario in EVERY:
        if shape(change(scenario).findings()) != sorted(scenario.expected):
            return scenario.name
    return None


def test_the_scenarios_are_right_as_they_stand() -> None:
    assert noticed_by() is None


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_check_left_away(check: Check, monkeypatch: Patch) -> None:
    everywhere(monkeypatch, checks.CHECKS, tuple(one for one in CHECKS if one is not check))
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("cls", FindingClass)
def test_a_severity_swapped(cls: FindingClass, monkeypatch: Patch) -> None:
    """Low for high and medium, high for low and info, of all findings of a class."""
    swapped = {Severity.HIGH: Severity.LOW, Severity.MEDIUM: Severity.LOW}

    def swap(check: Check) -> Check:
        def swapping(comparison: Comparison) -> Iterator[Finding]:
            for found in check(comparison):
                severity = swapped.get(found.severity, Severity.HIGH)
                yield replace(found, severity=severity) if found.cls is cls else found

        return swapping

    everywhere(monkeypatch, checks.CHECKS, tuple(swap(check) for check in CHECKS))
    assert noticed_by(), UNNOTICED


def test_a_boundary_that_is_as_grave_as_a_conflict(monkeypatch: Patch) -> None:
    def grave(comparison: Comparison) -> Iterator[Finding]:
        for found in conflict.hard_conflict(comparison):
            yield replace(found, severity=Severity.HIGH)

    everywhere(monkeypatch, checks.CHECKS, (grave, *CHECKS[1:]))
    assert CHECKS[0] is conflict.hard_conflict
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("end", ["low", "high", "soft_low", "soft_high"])
def test_an_end_of_the_evidence_off_by_one(end: str, by: int, monkeypatch: Patch) -> None:
    """Every comparison of that end is off by one with it: what just meets lies apart, or the reverse."""

    def move(one: Evidence) -> None:
        setattr(one, end, max(0, getattr(one, end) + by))

    _evidence(monkeypatch, move)
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("end", ["first", "last"])
def test_an_as_of_day_off_by_one(end: str, by: int, monkeypatch: Patch) -> None:
    """Of articles only, so that they come out of step with reference counts; a span never turns around."""

    def move(one: Evidence) -> None:
        if one.first is not None and one.last is not None and not one.reference:
            moved = getattr(one, end) + by
            one.first, one.last = (
                (moved, max(one.last, moved)) if end == "first" else (min(one.first, moved), moved)
            )

    _evidence(monkeypatch, move)
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize("setting", ["as_of_days", "outlier_factor", "stale_days"])
def test_a_setting_off_by_one(setting: str, by: int) -> None:
    def moved(scenario: Scenario) -> Scenario:
        value = max(0, getattr(scenario.settings, setting) + by)
        given: dict[str, Any] = {setting: value}
        return replace(scenario, settings=replace(scenario.settings, **given))

    assert noticed_by(moved), UNNOTICED


FLAWS: dict[str, dict[str, Any]] = {
    "population": {"population": None},
    "place": {"place": None},
    "measure": {"measure": "killed"},
    "scope": {"scope": None},
    "start": {"start": None},
    "method": {"method": None},
    "stock": {"stock": False},
    "all_stock": {"stock": True},
    "reference": {"reference": False},
    "all_reference": {"reference": True},
    "value": {"value": None},
    "origin": {"origin": "name:one"},
    "publisher": {"publisher": "outlet:one"},
    "article": {"article": "one"},
}


@pytest.mark.parametrize("flaw", FLAWS)
def test_a_part_of_the_evidence_that_is_not_told_apart(flaw: str, monkeypatch: Patch) -> None:
    def blur(one: Evidence) -> None:
        for name, value in FLAWS[flaw].items():
            setattr(one, name, value)

    _evidence(monkeypatch, blur)
    assert noticed_by(), UNNOTICED


def _evidence(monkeypatch: Patch, change: Callable[[Evidence], None]) -> None:
    original = evidence.bring_to_terms

    def changed(claims: Iterable[Claim], **context: Any) -> list[Evidence]:
        found = original(claims, **context)
        for one in found:
            change(one)
        return found

    everywhere(monkeypatch, original, changed)


@pytest.mark.parametrize("part", ["part_of", "sentence", "annotator", "ground_truth", "parts_exhaustive"])
def test_a_part_of_the_claims_that_is_lost(part: str) -> None:
    lost: dict[str, Any] = {part: False if part in ("ground_truth", "parts_exhaustive") else None}

    def without(scenario: Scenario) -> Scenario:
        return replace(scenario, claims=tuple(replace(claim, **lost) for claim in scenario.claims))

    assert noticed_by(without), UNNOTICED


def test_edges_that_are_not_followed() -> None:
    assert noticed_by(lambda scenario: replace(scenario, edges=())), UNNOTICED


@pytest.mark.parametrize("by", [-1, 1])
def test_an_odd_figure_of_a_digit_more_or_less(by: int, monkeypatch: Patch) -> None:
    monkeypatch.setattr(copying, "ODD_DIGITS", copying.ODD_DIGITS + by)
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("likeness", [0.4, 1.0])
def test_a_likeness_that_is_half_or_whole(likeness: float, monkeypatch: Patch) -> None:
    monkeypatch.setattr(copying, "NEARLY", likeness)
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("modality", [one for one in Modality if one is not Modality.ASSERTED])
def test_a_modality_taken_for_another(modality: Modality) -> None:
    """What is no evidence taken for a fact, and what was reported for a demand."""
    instead = Modality.DEMANDED if modality.is_evidence else Modality.ASSERTED

    def taken(claim: Claim) -> Claim:
        return replace(claim, modality=instead) if claim.modality is modality else claim

    assert noticed_by(lambda scenario: replace(scenario, claims=tuple(map(taken, scenario.claims)))), (
        UNNOTICED
    )


def test_an_alignment_that_is_dropped(monkeypatch: Patch) -> None:
    """Claims of a day meet only those of exactly the same days."""
    original = series.align

    def apart(claims: Iterable[Evidence], tolerance: int) -> list[Day]:
        return [replace(day, others=()) for day in original(claims, tolerance)]

    everywhere(monkeypatch, original, apart)
    assert noticed_by(), UNNOTICED


ANSWERS: tuple[tuple[type, str, Any], ...] = (
    (Events, "infer", lambda self, claim: Inference(None, (), "")),
    (Events, "meaning", lambda self, event, place: None),
    (Events, "start", lambda self, event: None),
    (Origins, "name", lambda self, words: words),
    (Origins, "is_cut", lambda self, edge: False),
    (Origins, "publisher_of", lambda self, claim: claim.id),
    (Terms, "is_unspecific", lambda self, population: False),
    (Terms, "join", lambda self, part, whole: part),
    (Terms, "wider_populations", lambda self, population: frozenset()),
    (Terms, "wider_places", lambda self, place: frozenset()),
    (Terms, "exclude", lambda self, one, other: False),
    (Terms, "measures_taken_for", lambda self, measure: ()),
    (Terms, "populations_taken_for", lambda self, population: ()),
    (Terms, "measure_holds", lambda self, whole, part: True),
    (Terms, "measure_holds", lambda self, whole, part: whole == part),
    (Terms, "population", lambda self, term, words: term),
    (Terms, "place", lambda self, term, words: term),
    (Series, "over_time", property(lambda self: True)),
)


@pytest.mark.parametrize(
    ("owner", "name", "answer"), ANSWERS, ids=[f"{owner.__name__}.{name}" for owner, name, _ in ANSWERS]
)
def test_an_answer_that_says_nothing(owner: type, name: str, answer: Any, monkeypatch: Patch) -> None:
    monkeypatch.setattr(owner, name, answer)
    assert noticed_by(), UNNOTICED


def _all_elected(
    claims: Iterable[Claim], outvoted: Iterable[Claim] = (), silent: object = None
) -> tuple[list[Claim], list[annotators.Disagreement]]:
    return list(claims), []


def _no_revision(self: standing.Standing, series: Series) -> None:
    self.ended, self.revised = {}, []


FUNCTIONS: tuple[tuple[Any, Any], ...] = (
    (annotators.elect, _all_elected),
    (copying.find_copies, lambda evidence, printed: []),
    (copying._credited, lambda claims, printed: iter(())),
    (copying._reprinted, lambda claims, printed: iter(())),
    (copying._odd, lambda claims: iter(())),
    (copying._may_copy, lambda claim: True),
    (arithmetic.term_forbids, lambda pair, terms: None),
    (arithmetic.day_allows, lambda pair, tolerance: True),
    (arithmetic.day_allows, lambda pair, tolerance: False),
    (arithmetic.excess_over_wider, lambda narrower, wider: iter(())),
    (starts.agreeing_starts, lambda found: {start: start for start in found}),
    (standing.drops, lambda series, standing: iter(())),
)


@pytest.mark.parametrize(("original", "changed"), FUNCTIONS, ids=lambda function: function.__name__)
def test_a_step_left_away(original: Any, changed: Any, monkeypatch: Patch) -> None:
    everywhere(monkeypatch, original, changed)
    assert noticed_by(), UNNOTICED


def test_a_figure_that_its_origin_takes_back_still_stands(monkeypatch: Patch) -> None:
    monkeypatch.setattr(standing.Standing, "__init__", _no_revision)
    assert noticed_by(), UNNOTICED


@pytest.mark.parametrize("field", ["parts", "narrower", "methods", "terms_apart", "phases"])
def test_a_neighbour_that_is_not_looked_at(field: str, monkeypatch: Patch) -> None:
    original = compare.comparisons
    nothing: dict[str, Any] = {field: ()}

    def alone(*given: Any, **context: Any) -> Iterator[Comparison]:
        for comparison in original(*given, **context):
            yield replace(comparison, **nothing)

    everywhere(monkeypatch, original, alone)
    assert noticed_by(), UNNOTICED
