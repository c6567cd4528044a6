"""Sentences to Label Studio: each of them once, with its suggestions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.client import Client
from workbench.labelstudio.controls import Controls
from workbench.labelstudio.project import live
from workbench.labelstudio.refresh import show
from workbench.pipeline.exchange import Exchange
from workbench.pipeline.refresh import mark_retired, refresh
from workbench.pipeline.send import send
from workbench.pipeline.settle import settle
from workbench.pipeline.suggest import suggest_pending
from workbench.store import outbox, showing
from workbench.store.projects import CORRECTIONS, get_project
from workbench.store.session import Work
from workbench.text.suggest import SUGGESTER


@dataclass(frozen=True, slots=True)
class Pushed:
    """What one call did: sentences brought there, tasks brought up to date, tasks marked as outdated; and
    which sentences cannot be sent, with the reason."""

    pushed: int
    refreshed: int
    marked: int
    refused: dict[str, str] = field(default_factory=dict)


def push(
    work: Work,
    client: Client,
    project_id: int,
    vocabulary: Vocabulary,
    *,
    now: datetime,
    restore: bool = False,
    fill: bool = True,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Pushed:
    """Makes the project what the outbox says: one task for each sentence, with what is suggested now.

    Whatever breaks in between, the same call later completes and doubles nothing: a claim is written down
    before each request, and a sentence leaves the outbox only once Label Studio has shown its task. Several
    calls at once share the work. `restore` sends again what somebody deleted there;
    without `fill` nothing is added to the outbox, nor ever to that of the corrections. Raises NotFound where
    the project is gone.
    """
    with work() as session:
        number = get_project(session, project_id).number
    project = live(client, number)
    controls = Controls.of(project.label_config)
    exchange = Exchange(work, client, project_id, number, vocabulary, controls, now, project.worth_first)
    with exchange.at() as (session, row):
        suggest_pending(session, vocabulary)
        if fill and row.title != CORRECTIONS:
            outbox.fill_outbox(session, row)
        outbox.restore(session, row, gone=restore)
    settle(exchange)
    refreshed = refresh(exchange)
    pushed = send(exchange, progress)
    refreshed += refresh(exchange)  # what turned out to be there already
    marked = mark_retired(exchange)
    with exchange.at() as (session, row):
        refused = outbox.refused(session, row)
        shows = showing.shows(session, row.id, SUGGESTER)
    if shows and project.model_version != SUGGESTER:
        show(client, number, SUGGESTER)
    return Pushed(pushed, refreshed, marked, refused)
