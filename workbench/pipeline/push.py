"""Sentences to Label Studio: each of them once, with its suggestions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.annotation import Suggestion
from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.client import Client
from workbench.labelstudio.tasks import push as push_tasks
from workbench.pipeline.suggest import suggest_pending
from workbench.store.articles import sentences_of
from workbench.store.projects import fill_outbox, get_project, mark_pushed, waiting
from workbench.store.rows import ProjectRow
from workbench.store.session import Work
from workbench.store.values import from_json
from workbench.text.suggest import SUGGESTER


def push(
    work: Work,
    client: Client,
    project_id: int,
    vocabulary: Vocabulary,
    *,
    now: datetime,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """How many sentences were brought there by this call.

    The outbox says what is to be there; a sentence leaves it only once Label Studio has shown its task.
    So whatever breaks in between, the same call later completes and doubles nothing.
    """
    with work() as session:
        project = get_project(session, project_id)
        suggest_pending(session, vocabulary)
        fill_outbox(session, project)
        bodies = task_bodies(session, project)
    total = len(bodies)
    pushed = push_tasks(
        client, project.number, bodies, vocabulary, progress=lambda done: progress(done, total)
    )
    with work() as session:
        mark_pushed(session, project, ((entry.sentence_id, entry.task_id) for entry in pushed), now)
    return len(pushed)


def task_bodies(session: Session, project: ProjectRow) -> list[TaskBody]:
    """What waits in the outbox, as tasks with the sentences before and after."""
    bodies = []
    neighbours: dict[str, list[str]] = {}
    for sentence, version, place in waiting(session, project):
        if version.id not in neighbours:
            neighbours = {version.id: [entry.sentence.text for entry in sentences_of(session, version.id)]}
        texts = neighbours[version.id]
        position = place.position
        bodies.append(
            TaskBody(
                sentence_id=sentence.id,
                text=sentence.text,
                outlet=version.outlet,
                published_at=version.published_at,
                model_version=version.suggester or SUGGESTER,
                title=version.title,
                before=texts[position - 1] if position else "",
                after=texts[position + 1] if position + 1 < len(texts) else "",
                event=version.event_id,
                suggestions=from_json(place.suggestions or [], tuple[Suggestion, ...]),
            )
        )
    return bodies
