"""The five real articles beside the project, cross-checked with the reference counts, say what they must."""

from __future__ import annotations

import csv
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.core.claim import Claim, Scope
from workbench.core.event import Event
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of
from workbench.crosscheck.run import cross_check
from workbench.readers.events import read_events
from workbench.vocabulary import load_vocabulary

SHARED = Path(__file__).parents[3] / "shared"
ARTICLES = SHARED / "articles"
REFERENCE = SHARED / "reference" / "daily_counts.csv"

pytestmark = pytest.mark.skipif(
    not (ARTICLES / "expected_claims.jsonl").is_file() or not REFERENCE.is_file(),
    reason="the real articles and reference counts are not beside the project (../shared)",
)


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ARTICLES / name).read_text(encoding="utf-8").splitlines() if line]


def _article_claims() -> list[Claim]:
    about = {entry["file"]: entry for entry in _lines("manifest.jsonl")}
    expected = _lines("expected_claims.jsonl")
    starts = {(entry["file"], entry["text"]): entry["start"] for entry in expected}
    found = []
    for entry in expected:
        article = about[entry["file"]]
        event = article["event"]
        whole = entry.get("part_of")
        scope = Scope.INCIDENT if entry["measure"] == "released" else Scope.CUMULATIVE
        found.append(
            Claim(
                id=f"{entry['file'][:3]}:{entry['start']}",
                measure=entry["measure"],
                quantity=quantity_of(entry["text"], Bound(entry["bound"]), entry["value"]),
                population=entry["population"].split(" (")[0] if entry["population"] else None,
                origin=entry["origin"],
                place=entry["place"],
                event=event,
                scope=scope,
                part_of=f"{entry['file'][:3]}:{starts[entry['file'], whole]}" if whole else None,
                outlet=article["outlet"],
                published_at=date.fromisoformat(article["published_at"]),
                article=entry["file"],
                start=entry["start"],
                end=entry["end"],
            )
        )
    return found


def _reference_claims() -> list[Claim]:
    with REFERENCE.open(encoding="utf-8", newline="") as stream:
        return [
            Claim(
                id=f"{row['series']}:{row['measure']}:{row['as_of']}",
                measure=row["measure"],
                quantity=quantity_of(row["value"], Bound.EXACT, int(row["value"]), prose=False),
                population=row["population"],
                origin=row["origin"],
                place=row["place"],
                event=row["event"],
                scope=Scope.CUMULATIVE,
                as_of=Period.parse(row["as_of"]),
                reference=True,
            )
            for row in csv.DictReader(stream)
            if row["reported"] == "true"
        ]


@pytest.fixture(scope="module")
def claims() -> dict[str, Claim]:
    return {claim.id: claim for claim in (*_article_claims(), *_reference_claims())}


@pytest.fixture(scope="module")
def events() -> dict[str, Event]:
    with (ARTICLES / "events.json").open(encoding="utf-8") as stream:
        return {event.id: event for event in read_events(stream, "events.json")}


@pytest.fixture(scope="module")
def findings(claims: dict[str, Claim], events: dict[str, Event]) -> list[Finding]:
    return cross_check(claims.values(), events=events, vocabulary=load_vocabulary())


def test_one_finding_outside_the_west_bank(findings: list[Finding], claims: dict[str, Claim]) -> None:
    held_back = [
        found
        for found in findings
        if found.severity >= Severity.LOW and claims[found.claims[0]].event != "west-bank-2023"
    ]
    (found,) = held_back
    assert (found.cls, found.severity) == (FindingClass.HARD_CONFLICT, Severity.HIGH)
    higher, lower = (claims[claim] for claim in found.claims)
    assert (higher.outlet, higher.quantity.value, higher.quantity.bound) == (
        "Press TV",
        56_000,
        Bound.MORE_THAN,
    )
    assert (lower.reference, lower.quantity.value, str(lower.as_of)) == (True, 54_036, "2023-12-24")
    assert "cannot both be so: 56,001 or more against exactly 54,036" in found.message


def test_growth_is_told_twice(findings: list[Finding], claims: dict[str, Claim]) -> None:
    growth = [found.claims for found in findings if found.cls is FindingClass.GROWTH]
    assert sorted(tuple(claims[claim].quantity.value for claim in pair) for pair in growth) == [
        (20_000, 25_700),
        (56_000, 63_740),
    ]


def test_west_bank_origins_differ_on_353_days(findings: list[Finding], claims: dict[str, Claim]) -> None:
    west_bank = [
        found
        for found in findings
        if found.severity >= Severity.LOW and claims[found.claims[0]].event == "west-bank-2023"
    ]
    assert {found.cls for found in west_bank} == {FindingClass.HARD_CONFLICT}
    measures = Counter((claims[found.claims[0]].measure, found.severity) for found in west_bank)
    assert measures == {
        ("killed", Severity.HIGH): 126,
        ("killed", Severity.LOW): 50,
        ("injured", Severity.HIGH): 172,
        ("injured", Severity.LOW): 5,
    }


def test_other_findings_are_those_that_are_allowed(findings: list[Finding]) -> None:
    info = {found.cls for found in findings if found.severity is Severity.INFO}
    assert info <= {FindingClass.GROWTH, FindingClass.ECHO, FindingClass.STALE}


def test_no_finding_spans_two_events(findings: list[Finding], claims: dict[str, Claim]) -> None:
    assert all(len({claims[claim].event for claim in found.claims}) == 1 for found in findings)
