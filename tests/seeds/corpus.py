"""The seeds as values, with the claims and findings that were written down by hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from workbench.bundled import bundled
from workbench.core.article import Article
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, quantity_of
from workbench.core.vocabulary import Vocabulary
from workbench.readers import read_articles
from workbench.readers.counts import read_counts
from workbench.readers.events import read_events

SEEDS = bundled("seeds")
Pair = tuple[str, str, frozenset[str]]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def articles() -> dict[str, Article]:
    return {
        str(article.file): article
        for article in read_articles(SEEDS / "articles")
        if isinstance(article, Article)
    }


def events() -> dict[str, Event]:
    with (SEEDS / "events.json").open(encoding="utf-8") as stream:
        return {event.id: event for event in read_events(stream, "events.json")}


def reference_claims(vocabulary: Vocabulary) -> list[Claim]:
    with (SEEDS / "daily_counts.csv").open(encoding="utf-8", newline="") as stream:
        return [
            count.claim(vocabulary) for count in read_counts(stream, "daily_counts.csv") if count.reported
        ]


def expected_claims() -> list[Claim]:
    """The claims of expected_claims.jsonl; an id is file and start."""
    published = {file: article.published_at for file, article in articles().items()}
    outlets = {file: article.outlet for file, article in articles().items()}
    return [
        Claim(
            id=f"{entry['file']}:{entry['start']}",
            measure=entry["measure"],
            quantity=quantity_of(
                entry["text"],
                Bound(entry["bound"]),
                entry["value"],
                hard=Interval(entry["low"], entry["high"]),
                soft=Interval(entry["soft_low"], entry["soft_high"]),
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
            implicit=entry["implicit"],
            part_of=None if entry["part_of"] is None else f"{entry['file']}:{entry['part_of']}",
            outlet=outlets[entry["file"]],
            published_at=published[entry["file"]],
            article=entry["file"],
            start=entry["start"],
            end=entry["end"],
        )
        for entry in lines(SEEDS / "expected_claims.jsonl")
    ]


def expected_findings() -> set[Pair]:
    """Class, severity and the claims it names, as `name_of` names them."""
    return {
        (entry["class"], entry["severity"], frozenset(_name(claim) for claim in entry["claims"]))
        for entry in lines(SEEDS / "expected_findings.jsonl")
    }


def name_of(claim: Claim, file: str | None) -> str:
    if claim.reference:
        return f"{claim.origin}|{claim.measure}|{claim.place}|{claim.as_of}"
    return f"{file}:{claim.start}"


def _name(claim: dict[str, Any]) -> str:
    if "reference" in claim:
        count = claim["reference"]
        day = Period.day(date.fromisoformat(count["as_of"]))
        return f"{count['origin']}|{count['measure']}|{count['place']}|{day}"
    return f"{claim['file']}:{claim['start']}"
