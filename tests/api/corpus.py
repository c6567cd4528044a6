"""A small corpus on a real SQLite file: articles, annotations as Label Studio would give them back, reference
counts, and findings on the claims that come of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.annotation import Annotation, Region
from workbench.core.article import Article
from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.finding import Finding, FindingClass, Place, Severity
from workbench.core.identity import content_id
from workbench.core.reference import ReferenceCount
from workbench.pipeline.evidence import all_evidence
from workbench.pipeline.ingest import ingest_articles, ingest_counts, ingest_events
from workbench.pipeline.normalise import normalise
from workbench.store.annotations import keep_annotations
from workbench.store.findings import replace_findings
from workbench.store.outbox import fill_outbox, mark_there
from workbench.store.projects import keep_project
from workbench.store.rows import SentenceRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
DAY = date(2024, 1, 24)
EVENT = Event(id="gaza", name="War in Gaza", start=date(2023, 10, 7), places=("Gaza Strip",))
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'

WIRE = "🏠🏠 The Health Ministry said at least 25,700 people were killed in Gaza."
DAILY = "Some 19,400 people were killed in Gaza, the ministry says."
HEBREW = "דיווח: <b>31,000</b> people were killed in Gaza."
VAGUE = "Dozens of people were injured in Gaza."
COUNT = ReferenceCount(
    event="gaza",
    place="Gaza Strip",
    population="people",
    measure="killed",
    origin="Palestinian Ministry of Health",
    as_of=DAY,
    value=25_700,
)

# Outlet, text, words marked, measure, what the annotator said of them.
LABELLED: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    (
        "Harbour Wire",
        WIRE,
        "25,700",
        "killed",
        {
            "bound": "at_least",
            "value": "25700",
            "origin": "Health Ministry",
            "population": "people",
            "place": "Gaza",
            "as_of": "2024-01-24",
            "since": "2023-10-07",
            "scope": "cumulative",
        },
    ),
    (
        "Coast Daily",
        DAILY,
        "19,400",
        "killed",
        {
            "bound": "about",
            "value": "19400",
            "population": "people",
            "place": "Gaza",
            "since": "2023-10-07",
            "scope": "cumulative",
        },
    ),
    (HOSTILE, HEBREW, "31,000", "killed", {"population": HOSTILE, "origin": HOSTILE}),
    ("Coast Daily", VAGUE, "Dozens", "injured", {"bound": "vague", "low": "12"}),
)


def fill(session: Session) -> dict[str, str]:
    """Fills the database; the ids of the discrepancies by a name of ours."""
    ingest_events(session, [EVENT])
    ingest_counts(session, [COUNT], VOCABULARY)
    ingest_articles(
        session,
        [
            Article(
                outlet=outlet,
                published_at=DAY,
                text=text,
                title=f"Report {place} {outlet}",
                url=f"https://news.example/{place}" if place else "javascript:alert(1)",
                event="gaza",
            )
            for place, (outlet, text, *_) in enumerate(LABELLED)
        ],
        now=NOON,
        max_characters=10_000,
    )
    project = keep_project(session, "local", 7, "Numeric claims")
    fill_outbox(session, project)
    for place, (_, text, words, measure, fields) in enumerate(LABELLED):
        sentence = sentence_id(session, text)
        start = text.index(words)
        region = Region(
            id="r1", start=start, end=start + len(words), text=words, measure=measure, fields=fields
        )
        annotation = Annotation(
            id=str(place),
            sentence=sentence,
            annotator="ann@example.org",
            created_at=NOON,
            updated_at=NOON,
            regions=(region,),
        )
        keep_annotations(session, project, sentence, [annotation], now=NOON)
        mark_there(session, project, [{"sentence_id": sentence, "number": 100 + place, "pushed_at": NOON}])
    normalise(session, VOCABULARY)
    return find(session)


def find(session: Session) -> dict[str, str]:
    """Stores findings of every severity, as a cross-check would."""
    evidence = all_evidence(session, VOCABULARY)
    wire, daily, hebrew, vague = (claim_of(evidence, outlet_text) for outlet_text in LABELLED)
    found = {
        "conflict": Finding(
            FindingClass.HARD_CONFLICT,
            Severity.HIGH,
            "hard_conflict@1",
            (wire.id, daily.id, COUNT.id),
            "The Health Ministry (Harbour Wire) says at least 25,700 and Coast Daily some 19,400 as of "
            "2024-01-24: both cannot be so.",
        ),
        "hostile": Finding(
            FindingClass.OUTLIER,
            Severity.MEDIUM,
            "outlier@1",
            (hebrew.id, wire.id),
            f"{HOSTILE} says 31,000.",
        ),
        "tension": Finding(
            FindingClass.TENSION, Severity.LOW, "tension@1", (vague.id,), "Dozens are not a few."
        ),
        "echo": Finding(
            FindingClass.ECHO, Severity.INFO, "echo@1", (wire.id, COUNT.id), "Both repeat the ministry."
        ),
    }
    fingerprints = {name: finding.fingerprint(evidence) for name, finding in found.items()}
    places = {fingerprints[name]: Place("gaza", content_id("slot", name)) for name in found}
    replace_findings(session, {fingerprints[name]: found[name] for name in found}, places, now=NOON)
    return fingerprints


def claim_of(evidence: Mapping[str, Claim], labelled: tuple[str, str, str, str, dict[str, str]]) -> Claim:
    outlet, _, _, measure, _ = labelled
    return next(claim for claim in evidence.values() if claim.outlet == outlet and claim.measure == measure)


def sentence_id(session: Session, text: str) -> str:
    return session.scalars(select(SentenceRow.id).where(SentenceRow.text == text)).one()
