"""Annotations from Label Studio: what changed since the last time, deletions included."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import islice

from workbench.labelstudio.annotations import present
from workbench.labelstudio.annotations import pull as pull_tasks
from workbench.labelstudio.client import Client
from workbench.store.annotations import forget_vanished, keep_annotations
from workbench.store.projects import get_project
from workbench.store.rows import SentenceRow
from workbench.store.session import Work

AT_ONCE = 200  # tasks that are written down in one unit of work


def pull(
    work: Work,
    client: Client,
    project_id: int,
    *,
    now: datetime,
    full: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> int:
    """In how many sentences the annotations changed. `full` looks at every task, and finds deleted ones.

    Where it is interrupted, the next call fetches again what was not written down.
    """
    with work() as session:
        project = get_project(session, project_id)
    since = None if full else project.pulled_to
    newest, changed = project.pulled_to, 0
    tasks = pull_tasks(client, project.number, since=since, progress=progress)
    while some := list(islice(tasks, AT_ONCE)):
        with work() as session:
            for task in some:
                newest = task.updated_at if newest is None else max(newest, task.updated_at)
                if session.get(SentenceRow, task.sentence_id) is None:
                    continue  # a task of somebody else's database in the same project
                changed += keep_annotations(session, project, task.sentence_id, task.annotations, now=now)
    there = None if since else present(client, project.number)
    with work() as session:
        if there is not None:
            changed += forget_vanished(session, project, there, now=now)
        get_project(session, project_id).pulled_to = newest
    return changed
