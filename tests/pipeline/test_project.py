"""Several projects, each for the sentences of its rule."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from tests.pipeline.flow import VOCABULARY, Flow, article
from workbench.core.project import Order, Rule, Terms
from workbench.exceptions import Conflict, InvalidData
from workbench.labelstudio import project as projects
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.config import load_config
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.project import open_project
from workbench.pipeline.push import push
from workbench.store.outbox import fill_outbox
from workbench.store.projects import keep_project
from workbench.store.rows import ProjectRow, SentenceRow, TaskRow


@pytest.fixture
def made(flow: Flow) -> Iterator[list[int]]:
    """Numbers of projects that are deleted in the end."""
    numbers: list[int] = []
    yield numbers
    for number in numbers:
        projects.delete(flow.client, number)


def opened(flow: Flow, made: list[int], title: str, terms: Terms | None) -> ProjectRow:
    row, _ = open_project(
        flow.session,
        flow.client,
        server="local",
        xml=load_config(),
        vocabulary=VOCABULARY,
        title=title,
        terms=terms,
    )
    if row.number not in made:
        made.append(row.number)
    return row


def wanted(session: Session, row: ProjectRow) -> set[str]:
    """The texts of the sentences that are to be in the project."""
    query = select(SentenceRow.text).join(TaskRow, TaskRow.sentence_id == SentenceRow.id)
    return set(session.scalars(query.where(TaskRow.project_id == row.id)))


def test_a_rule_chooses_by_event_and_by_language(flow: Flow) -> None:
    others = [
        replace(article("Diario", "Murieron 12 personas."), language="es-MX", event=None),
        replace(article("Daily", "It rained."), event=None),
        replace(article("Hoy", "Murieron 13 personas."), language="es"),
    ]
    ingest_articles(flow.session, others, now=NOON, max_characters=10_000)
    spanish = keep_project(flow.session, "local", 101, "Spanish", Rule(language="es"))
    fill_outbox(flow.session, spanish)
    assert wanted(flow.session, spanish) == {"Murieron 12 personas.", "Murieron 13 personas."}
    both = keep_project(flow.session, "local", 102, "Both", Rule(event="storm", language="es"))
    fill_outbox(flow.session, both)
    assert wanted(flow.session, both) == {"Murieron 13 personas."}
    everything = keep_project(flow.session, "local", 103, "All", Rule())
    fill_outbox(flow.session, everything)
    assert len(wanted(flow.session, everything)) == 6


def test_two_projects_on_the_server_each_with_its_sentences(flow: Flow, made: list[int]) -> None:
    rain = replace(article("Daily", "It rained."), event=None)
    ingest_articles(flow.session, [rain], now=NOON, max_characters=10_000)
    row = opened(flow, made, "of the storm", Terms(Rule(event="storm"), 2, Order.UNCERTAIN))
    assert push(flow.work, flow.client, row.id, VOCABULARY, now=datetime.now(UTC)).pushed == 3
    there = flow.client.sdk.projects.get(row.number)
    assert (there.maximum_annotations, there.sampling) == (2, "Uncertainty sampling")
    assert flow.push() == 4, "the project without a rule has all"
    assert opened(flow, made, "of the storm", None).id == row.id, "its rule is kept"
    with pytest.raises(Conflict, match="is for event storm, and not for language es"):
        opened(flow, made, "of the storm", Terms(Rule(language="es")))


def test_terms_that_make_no_sense(flow: Flow, made: list[int]) -> None:
    with pytest.raises(InvalidData, match="unknown event 'atlantis'"):
        opened(flow, made, "of atlantis", Terms(Rule(event="atlantis")))
    with pytest.raises(InvalidData, match="0 annotators"):
        opened(flow, made, "for nobody", Terms(annotators=0))
    assert made == []


def test_a_config_that_would_break_what_is_labelled_is_refused_with_the_reason(flow: Flow) -> None:
    """Label Studio itself takes any; a label more is no matter."""
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    before = flow.client.sdk.projects.get(flow.project.number)
    less = load_config().replace('<Label value="killed"', '<Label value="dead"')
    with pytest.raises(Conflict, match="measure killed"):
        projects.find_or_create(flow.client, flow.project.title, less)
    assert flow.client.sdk.projects.get(flow.project.number).label_config == before.label_config
    more = load_config().replace('<Label value="killed"', '<Label value="drowned"/>\n<Label value="killed"')
    projects.find_or_create(flow.client, flow.project.title, more)
    assert "drowned" in (flow.client.sdk.projects.get(flow.project.number).label_config or "")
