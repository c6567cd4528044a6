"""Scenario files: a few claims, and the findings that a domain expert expects of them.

why: what it shows, in a sentence. common: fields that all claims share beside those of COMMON. claims: fields
of a line of `workbench crosscheck --claims`. events, settings, edges: where the ones of the tests do not do.
printed: by sentence, its words, or these, the wire that its article credits, and how. cut: by a reviewer.
expect: every finding, info included; claims name the worst pair first, then the others by id.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import yaml

from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from tests.moments import NOON
from workbench.core.claim import Claim
from workbench.core.edge import Printed, Ruling
from workbench.core.event import Event
from workbench.core.finding import Finding
from workbench.crosscheck.origins import Edge
from workbench.crosscheck.run import CheckSettings, cross_check
from workbench.readers.claims import read_claims
from workbench.readers.events import read_events

FOLDER = Path(__file__).parent / "scenarios"
COMMON = {
    "event": "war",
    "measure": "killed",
    "population": "palestinians",
    "place": "Gaza Strip",
    "scope": "cumulative",
    "as_of": "2024-01-24",
}
Expected = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True)
class Scenario:
    name: str
    lines: tuple[str, ...]
    claims: tuple[Claim, ...]
    events: dict[str, Event]
    settings: CheckSettings
    edges: tuple[Edge, ...]
    printed: dict[str, Printed]
    rulings: tuple[Ruling, ...]
    expected: tuple[Expected, ...]

    def findings(self, claims: tuple[Claim, ...] | None = None) -> list[Finding]:
        return cross_check(
            self.claims if claims is None else claims,
            events=self.events,
            vocabulary=VOCABULARY,
            settings=self.settings,
            edges=self.edges,
            printed=self.printed,
            rulings=self.rulings,
        )


def load(path: Path) -> Scenario:
    given = yaml.safe_load(path.read_text(encoding="utf-8"))
    common = COMMON | given.get("common", {})
    lines = tuple(json.dumps(common | claim, default=str, ensure_ascii=False) for claim in given["claims"])
    events = EVENTS
    if "events" in given:
        entries = StringIO(json.dumps(given["events"], default=str))
        events = {event.id: event for event in read_events(entries, path.name)}
    return Scenario(
        name=path.stem,
        lines=lines,
        claims=tuple(read_claims(StringIO("\n".join(lines)), path.name, events=events)),
        events=events,
        settings=CheckSettings(**given.get("settings", {})),
        edges=tuple(Edge(copy, original, "told by a reviewer") for copy, original in given.get("edges", ())),
        printed={
            sentence: Printed(*([words] if isinstance(words, str) else words))
            for sentence, words in given.get("printed", {}).items()
        },
        rulings=tuple(
            Ruling(copy=copy, original=original, cut=True, reviewer="a reviewer", ruled_at=NOON)
            for copy, original in given.get("cut", ())
        ),
        expected=tuple(_expected(entry) for entry in given["expect"]),
    )


def shape(findings: list[Finding]) -> list[Expected]:
    return sorted((found.cls.value, found.severity.word, found.claims) for found in findings)


def _expected(entry: dict[str, Any]) -> Expected:
    claims = tuple(str(claim) for claim in entry["claims"])
    return entry["class"], entry["severity"], (*claims[:2], *sorted(claims[2:]))


SCENARIOS = {path.stem: load(path) for path in sorted(FOLDER.glob("*.yaml"))}
