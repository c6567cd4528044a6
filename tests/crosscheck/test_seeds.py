"""The seeds' claims, as a careful reader finds them, give the findings that were written down with them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.core.claim import Claim, Modality, Scope
from workbench.core.finding import FindingClass, Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.run import cross_check
from workbench.readers.counts import read_counts
from workbench.readers.events import read_events
from workbench.vocabulary import load_vocabulary

SEEDS = Path(__file__).parents[2] / "seeds"
TOLD = (FindingClass.GROWTH, FindingClass.REVISION, FindingClass.ECHO)


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _claim(entry: dict[str, Any], article: dict[str, Any]) -> Claim:
    return Claim(
        id=f"{entry['file']}:{entry['start']}",
        measure=entry["measure"],
        quantity=Quantity(
            entry["text"],
            entry["value"],
            Bound(entry["bound"]),
            Interval(entry["low"], entry["high"]),
            Interval(entry["soft_low"], entry["soft_high"]),
        ),
        population=entry["population"],
        population_text=entry["population_text"],
        origin=entry["origin"],
        place=entry["place"],
        event=entry["event"],
        scope=Scope(entry["scope"]) if entry["scope"] else None,
        since=Period.parse(entry["since"]) if entry["since"] else None,
        as_of=Period.parse(entry["as_of"]) if entry["as_of"] else None,
        modality=Modality(entry["modality"]),
        part_of=None if entry["part_of"] is None else f"{entry['file']}:{entry['part_of']}",
        outlet=article["outlet"],
        published_at=date.fromisoformat(article["published_at"]),
        article=entry["file"],
        start=entry["start"],
        end=entry["end"],
    )


@pytest.mark.skipif(not (SEEDS / "expected_findings.jsonl").is_file(), reason="no seeds beside the package")
def test_findings_of_the_seeds() -> None:
    vocabulary = load_vocabulary()
    about = {entry["file"]: entry for entry in _lines(SEEDS / "articles" / "manifest.jsonl")}
    claims = [_claim(entry, about[entry["file"]]) for entry in _lines(SEEDS / "expected_claims.jsonl")]
    with (SEEDS / "daily_counts.csv").open(encoding="utf-8", newline="") as stream:
        counts = [count for count in read_counts(stream, "daily_counts.csv") if count.reported]
    with (SEEDS / "events.json").open(encoding="utf-8") as stream:
        events = {event.id: event for event in read_events(stream, "events.json")}
    references = {
        (count.origin, count.measure, count.place, count.as_of.isoformat()): count.id for count in counts
    }

    def named(entry: dict[str, Any]) -> str:
        if "reference" not in entry:
            return f"{entry['file']}:{entry['start']}"
        row = entry["reference"]
        return references[row["origin"], row["measure"], row["place"], row["as_of"]]

    expected = {
        (entry["class"], entry["severity"], frozenset(map(named, entry["claims"])))
        for entry in _lines(SEEDS / "expected_findings.jsonl")
    }
    evidence = [*claims, *(count.claim(vocabulary) for count in counts)]
    found = {
        (finding.cls.value, finding.severity.word, frozenset(finding.claims))
        for finding in cross_check(evidence, events=events, vocabulary=vocabulary)
        if finding.severity >= Severity.LOW or finding.cls in TOLD
    }
    assert found == expected
