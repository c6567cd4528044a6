"""What a person corrects on Label Studio's own page is what the claims say; nothing else changes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from tests.labelstudio.hand import Hand
from tests.moments import NOON
from workbench.core.article import Article
from workbench.core.claim import Claim
from workbench.core.quantity import Bound
from workbench.labelstudio import local
from workbench.labelstudio import project as projects
from workbench.labelstudio.browser import find_chromium, open_task, signed_in
from workbench.labelstudio.client import Client
from workbench.labelstudio.config import load_config
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.normalise import normalise
from workbench.pipeline.project import open_project
from workbench.pipeline.pull import pull
from workbench.pipeline.push import push
from workbench.store.claims import all_claims
from workbench.store.rows import ProjectRow
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
CHROMIUM = os.environ.get("WORKBENCH_CHROMIUM", "")
TEXT = (
    "🏥 The ministry said 40 people of the camp, including 14 children, were killed in Khartoum on Monday, "
    "70 were injured, 9 are missing, and 6 lie in the clinic."
)

pytestmark = pytest.mark.skipif(
    find_chromium(CHROMIUM) is None, reason="no Chromium is installed (apt-get install chromium)"
)


class Desk:
    """One sentence on the way to Label Studio and back."""

    def __init__(self, session: Session, client: Client, project: ProjectRow) -> None:
        self.session, self.client, self.project = session, client, project

    @contextmanager
    def work(self) -> Iterator[Session]:
        yield self.session
        self.session.flush()

    def claims(self) -> dict[str, Claim]:
        """What the annotations say now, by the words of the number."""
        pull(self.work, self.client, self.project.id, VOCABULARY, now=datetime.now(UTC))
        assert normalise(self.session, VOCABULARY).unreadable == 0
        found = all_claims(self.session)
        return {TEXT[claim.start : claim.end]: claim for claim in found}


@pytest.fixture
def desk(session: Session, client: Client, request: pytest.FixtureRequest) -> Iterator[Desk]:
    article = Article("Wire", date(2024, 1, 24), TEXT, file="wire.txt")
    ingest_articles(session, [article], now=NOON, max_characters=10_000)
    title = f"{request.node.name[:40]} {os.getpid()}"[-50:]
    row, _ = open_project(
        session, client, server="local", xml=load_config(), vocabulary=VOCABULARY, title=title
    )
    yield Desk(session, client, row)
    projects.delete(client, row.number)


@contextmanager
def hand_on(desk: Desk, server: local.Server) -> Iterator[Hand]:
    push(desk.work, desk.client, desk.project.id, VOCABULARY, now=NOON)
    task: Any = (desk.client.sdk.tasks.list(project=desk.project.number).items or [])[0]
    with signed_in(server.url, server.user, server.password, chromium=CHROMIUM) as page:
        open_task(page, server.url, desk.project.number, task.id)
        yield Hand(page)


def test_a_right_suggestion_takes_one_key(desk: Desk, label_studio: local.Server) -> None:
    with hand_on(desk, label_studio) as hand:
        hand.submit()
    found = desk.claims()
    assert [(words, claim.measure) for words, claim in sorted(found.items())] == [
        ("14", "killed"),
        ("40", "killed"),
        ("70", "injured"),
        ("9", "missing"),
    ]
    assert (found["40"].population_text, found["40"].quantity.bound) == ("people", Bound.EXACT)
    assert (found["14"].part_of, found["14"].population) == (found["40"].id, "children")
    assert {claim.place for claim in found.values()} == {"Khartoum"}


def test_a_persons_corrections_count(desk: Desk, label_studio: local.Server) -> None:
    with hand_on(desk, label_studio) as hand:
        hand.select("40")
        hand.choose("l", "at_least")
        hand.write_number("value", "43")
        hand.delete("people")
        hand.mark("p", "people of the camp")
        hand.relate("40", "people of the camp")
        hand.unrelate("killed.*killed")  # 14 of 40
        hand.relate("14", "70")
        hand.delete("9")
        hand.mark("i", "6")
        hand.submit()
    found = desk.claims()
    assert sorted((words, claim.measure) for words, claim in found.items()) == [
        ("14", "killed"),
        ("40", "killed"),
        ("6", "injured"),
        ("70", "injured"),
    ], "one region is gone, one is new"
    corrected = found["40"]
    assert (corrected.quantity.value, corrected.quantity.bound) == (43, Bound.AT_LEAST)
    assert corrected.population_text == "people of the camp"
    assert (found["14"].part_of, corrected.part_of) == (found["70"].id, None)
    assert (found["14"].population, found["14"].quantity.value) == ("children", 14), "nobody touched these"
    assert found["6"].population is None
    assert {claim.origin_text for claim in found.values()} == {"🏥 The ministry"}
    assert {claim.place for claim in found.values()} == {"Khartoum"}, "words for the whole sentence"
