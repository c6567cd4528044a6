from __future__ import annotations

from typing import Any

import pytest

from tests.crosscheck.figures import claim, day
from tests.crosscheck.scenario import SCENARIOS, Scenario
from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from workbench.core.claim import Claim
from workbench.core.finding import Finding
from workbench.crosscheck.explain import MOST_DAYS, explain
from workbench.crosscheck.run import cross_check, prepare


def sections(found: Finding, claims: list[Claim]) -> dict[str, tuple[str, ...]]:
    prepared = prepare(claims, vocabulary=VOCABULARY, events=EVENTS)
    return {section.title: section.lines for section in explain(found, prepared)}


def explained(*claims: Claim, cls: str) -> dict[str, tuple[str, ...]]:
    (found,) = (
        one for one in cross_check(claims, vocabulary=VOCABULARY, events=EVENTS) if one.cls.value == cls
    )
    return sections(found, list(claims))


def test_a_conflict_tells_intervals_arithmetic_and_why_it_is_one() -> None:
    told = explained(claim("a", 12), claim("b", 20, None), cls="hard_conflict")
    assert told["Finding"][0] == "hard_conflict, severity high, rule hard_conflict@1"
    assert told["Finding"][1] == "Independent origins give figures for the same day that cannot both be so."
    assert told["Claims and intervals"][0].endswith("as of 2024-01-01: 20 or more at the widest [b]")
    assert told["Arithmetic"] == ("at least 20 and at most 12: 8 apart",)


def test_a_timeline_stars_the_claims_and_stops_somewhere() -> None:
    others = [claim(f"o{number:02}", 10 + number, as_of=day(number)) for number in range(1, 40)]
    told = explained(claim("a", 10), claim("b", 9), *others, cls="hard_conflict")["Timeline"]
    assert told[0].startswith("* 2024-01-01")
    assert [line for line in told if line.startswith("*")] == list(told[:2])
    assert len(told) == MOST_DAYS + 1
    assert told[-1] == "… 17 later"


def test_figures_are_supported_by_outlets_and_origins() -> None:
    ministry: dict[str, Any] = {"origin": "Ministry", "origin_text": "the ministry"}
    told = explained(
        claim("a", 12, **ministry), claim("b", 12, **ministry), claim("c", 15), cls="hard_conflict"
    )["Origins"]
    assert told[:2] == ("exactly 12: 2 outlets, 1 origin", "exactly 15: 1 outlet, 1 origin")
    assert any("attribution: “the ministry”" in line for line in told)
    assert any("no origin is named" in line for line in told)


def test_other_series_say_why_they_were_not_compared() -> None:
    told = explained(
        claim("a", 12),
        claim("b", 15),
        claim("c", 3, place="Israel"),
        claim("d", 4, place="Puerto Rico", event=None),
        cls="hard_conflict",
    )["Not compared"]
    assert told == (
        "1 claim: place Israel, not Gaza Strip",
        "1 claim: no event fits Puerto Rico on 2024-01-01",
    )


def test_an_inferred_event_says_so() -> None:
    told = explained(claim("a", 12, event=None), claim("b", 15), cls="hard_conflict")["Event and series"]
    assert "[a] event war: the only event in Gaza Strip on 2024-01-01 is war" in told


def test_the_sum_is_written_out() -> None:
    parts = [
        claim("p", 3, part_of="w", population="children"),
        claim("q", 4, part_of="w", population="women"),
    ]
    told = explained(claim("w", 9, parts_exhaustive=True), *parts, cls="sum_mismatch")["Arithmetic"]
    assert told[0] == "“3” + “4” = exactly 7, against “9”: exactly 9"


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=list(SCENARIOS))
def test_every_finding_of_the_scenarios_can_be_explained(scenario: Scenario) -> None:
    prepared = prepare(
        scenario.claims,
        vocabulary=VOCABULARY,
        events=scenario.events,
        edges=scenario.edges,
        printed=scenario.printed,
        rulings=scenario.rulings,
    )
    for found in scenario.findings():
        told = explain(found, prepared)
        assert told[0].lines[-1] == found.message
        assert all("\n" not in line for section in told for line in section.lines)
