"""The seeds in a database, labelled as the demo's stand-in does, without a Label Studio in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.seeds.corpus import SEEDS, articles, events
from workbench.core.annotation import Annotation
from workbench.core.article import Article
from workbench.core.decision import Outcome, ReasonCode
from workbench.core.finding import FindingClass
from workbench.labelstudio.predictions import prediction_json
from workbench.labelstudio.regions import read_result
from workbench.pipeline.bodies import task_bodies
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.decide import decide
from workbench.pipeline.ingest import ingest_articles, ingest_counts, ingest_events
from workbench.pipeline.normalise import normalise
from workbench.pipeline.suggest import suggest_pending
from workbench.readers.counts import read_counts
from workbench.store.annotations import keep_tasks
from workbench.store.articles import current_articles
from workbench.store.discrepancies import Discrepancy, list_discrepancies
from workbench.store.outbox import fill_outbox
from workbench.store.projects import keep_project
from workbench.store.rows import ProjectRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
Some = TypeVar("Some")


def in_order(things: Iterable[Some], order: Sequence[int] = ()) -> list[Some]:
    """The things, those named by their places first."""
    given = list(things)
    first = [given[place % len(given)] for place in order]
    return list(dict.fromkeys([*first, *given]))


def fill(session: Session, *, order: Sequence[int] = (), more: Iterable[Article] = ()) -> ProjectRow:
    """Articles, counts, labels, claims and findings of the seeds; `order` says which comes first."""
    ingest_events(session, events().values())
    with (SEEDS / "daily_counts.csv").open(encoding="utf-8", newline="") as stream:
        ingest_counts(session, in_order(read_counts(stream, "daily_counts.csv"), order), VOCABULARY)
    ingest_articles(
        session, [*in_order(articles().values(), order), *more], now=NOON, max_characters=2_000_000
    )
    project = keep_project(session, "local", 1, "Numeric claims")
    label(session, project)
    check(session)
    return project


def label(session: Session, project: ProjectRow) -> None:
    """Whoever labels takes every suggestion as it is."""
    suggest_pending(session, VOCABULARY)
    fill_outbox(session, project)
    tasks = []
    for _, version in [*current_articles(session)]:
        for body in [*task_bodies(session, project, version.id, events().values(), there=False)]:
            regions, answer = read_result(prediction_json(body, VOCABULARY)["result"])
            number = int(body.sentence_id[:7], 16)
            annotation = Annotation(
                id=str(number),
                sentence=body.sentence_id,
                annotator="7",
                created_at=NOON,
                updated_at=NOON,
                regions=regions,
                answer=answer,
            )
            tasks.append((number, body.sentence_id, [annotation]))
    keep_tasks(session, project, tasks, now=NOON)


def check(session: Session) -> None:
    normalise(session, VOCABULARY)
    crosscheck(session, VOCABULARY, now=NOON)


def open_discrepancies(session: Session) -> list[Discrepancy]:
    """By id: an order that no ingestion changes."""
    return sorted(list_discrepancies(session, state="open")[0], key=lambda one: one.id)


def answer(session: Session, found: Discrepancy, *, at: datetime = NOON) -> None:
    """The first claim where one was to be accepted, else that the figures are not comparable."""
    accepts = found.finding.cls in (FindingClass.HARD_CONFLICT, FindingClass.OUTLIER)
    decide(
        session,
        VOCABULARY,
        found.id,
        outcome=Outcome.ACCEPT_CLAIM if accepts else Outcome.NOT_COMPARABLE,
        reason=ReasonCode.OFFICIAL_CORRECTION if accepts else ReasonCode.DIFFERENT_METHOD,
        reviewer="Ada",
        now=at,
        claim=found.finding.claims[0] if accepts else None,
    )


def answer_all(session: Session, *, order: Sequence[int] = (), leave: int = 0) -> None:
    """Each discrepancy has a moment of its own to be answered at, whenever it is."""
    found = open_discrepancies(session)
    moments = {one.id: NOON + timedelta(minutes=place) for place, one in enumerate(found)}
    for one in in_order(found[: len(found) - leave], order) if len(found) > leave else ():
        answer(session, one, at=moments[one.id])
