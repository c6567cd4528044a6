"""Annotations from Label Studio: what changed since the last time, deletions included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.labelstudio.annotations import present
from workbench.labelstudio.annotations import pull as pull_tasks
from workbench.labelstudio.client import Client
from workbench.store.annotations import forget_vanished, keep_annotations
from workbench.store.rows import ProjectRow, SentenceRow


def pull(
    session: Session,
    client: Client,
    project: ProjectRow,
    *,
    now: datetime,
    full: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """In how many sentences the annotations changed. `full` looks at every task, and finds deleted ones."""
    changed = 0
    newest = project.pulled_to
    since = None if full else project.pulled_to
    for task in pull_tasks(client, project.number, since=since, progress=progress):
        newest = task.updated_at if newest is None else max(newest, task.updated_at)
        if session.get(SentenceRow, task.sentence_id) is None:
            continue  # a task of somebody else's database in the same project
        changed += keep_annotations(session, project, task.sentence_id, task.annotations, now=now)
    if full or since is None:
        changed += forget_vanished(session, project, present(client, project.number), now=now)
    project.pulled_to = newest
    session.flush()
    return changed
