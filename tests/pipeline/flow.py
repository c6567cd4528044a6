"""The stages in order on one database and one project of the real server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.article import Article
from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.release import Release
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import load_config
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.ingest import ingest_articles, ingest_events
from workbench.pipeline.normalise import normalise
from workbench.pipeline.project import open_project
from workbench.pipeline.pull import Pulled, pull
from workbench.pipeline.push import push
from workbench.pipeline.suggest import suggest_pending
from workbench.pipeline.verified import verified_set
from workbench.store.claims import all_claims
from workbench.store.discrepancies import Discrepancy, list_discrepancies
from workbench.store.rows import ProjectRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
DAY = date(2024, 1, 24)
EVENT = Event(
    id="storm",
    name="Fighting in Khartoum",
    start=date(2024, 1, 1),
    places=("Khartoum",),
)
WIRE = (
    "🏠 الخرطوم: The Health Ministry said on Wednesday that 40 civilians were killed in Khartoum "
    "and 70 civilians were injured."
)
POST = (
    "Rescuers in Khartoum counted 55 civilians killed on Wednesday, the Red Crescent said.\n"
    "The vote was 13-0."
)


@dataclass
class Flow:
    """The stages in order on one database and one project of the real server."""

    session: Session
    client: Client
    project: ProjectRow

    @contextmanager
    def work(self) -> Iterator[Session]:
        yield self.session
        self.session.flush()

    def push(self) -> int:
        return push(self.work, self.client, self.project.id, VOCABULARY, now=NOON).pushed

    def pull(self, **more: Any) -> Pulled:
        return pull(self.work, self.client, self.project.id, VOCABULARY, now=datetime.now(UTC), **more)

    def derive(self) -> tuple[list[Claim], list[Discrepancy], Release]:
        self.pull()
        normalise(self.session, VOCABULARY)
        crosscheck(self.session, VOCABULARY, now=NOON)
        found, _ = list_discrepancies(self.session, state="open")
        return all_claims(self.session), found, verified_set(self.session, VOCABULARY)

    def annotation_of(self, text: str) -> dict[str, Any]:
        """The one annotation of the task whose sentence has this text, as the server holds it."""
        for task in self.client.sdk.tasks.list(project=self.project.number, fields="all").items or ():
            if text in str((task.data or {})["text"]):
                assert task.annotations is not None
                (annotation,) = task.annotations
                return annotation if isinstance(annotation, dict) else annotation.model_dump()
        raise AssertionError(f"no task with {text!r}")


def article(outlet: str, text: str) -> Article:
    return Article(outlet=outlet, published_at=DAY, text=text, file=f"{outlet}.txt", event="storm")


def made(session: Session, client: Client, title: str) -> Flow:
    """Two articles, three sentences, three suggestions."""
    ingest_events(session, [EVENT])
    ingest_articles(session, [article("Wire", WIRE), article("Post", POST)], now=NOON, max_characters=10_000)
    suggest_pending(session, VOCABULARY)
    row, _ = open_project(
        session, client, server="local", xml=load_config(), vocabulary=VOCABULARY, title=title
    )
    return Flow(session, client, row)
