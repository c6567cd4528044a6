"""Annotations from Label Studio: what changed since the last time, deletions included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from sqlalchemy.orm import Session

from workbench.claims.changes import changes
from workbench.core.annotation import Annotation, Suggested
from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.annotations import PulledTask
from workbench.labelstudio.annotations import pull as pull_tasks
from workbench.labelstudio.client import Client
from workbench.labelstudio.export import read_export
from workbench.labelstudio.tasks import still_there
from workbench.labelstudio.wire import server_time
from workbench.pipeline.suggested import suggested_in
from workbench.store import hints, outbox
from workbench.store.annotations import annotated_tasks, forget_tasks, keep_tasks
from workbench.store.articles import sentences_by_id
from workbench.store.projects import CORRECTIONS, get_project, keep_project
from workbench.store.rows import ProjectRow
from workbench.store.session import Work

Item = TypeVar("Item")

AT_ONCE = 500  # tasks that are written down in one unit of work


@dataclass(slots=True)
class Pulled:
    """In how many sentences the annotations changed, how many tasks somebody deleted there, and which
    sentences are no longer the same words there (somebody edited their task)."""

    changed: int = 0
    gone: int = 0
    edited: list[str] = field(default_factory=list)


def pull(
    work: Work,
    client: Client,
    project_id: int,
    vocabulary: Vocabulary,
    *,
    now: datetime,
    full: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Pulled:
    """Writes down each change since the last call. `full` looks at every task, and finds deleted ones.

    Where it is interrupted, the next call fetches again what was not written down. Raises NotFound where the
    project is gone.
    """
    with work() as session:
        project = get_project(session, project_id)
        since = None if full else project.pulled_to
        number, newest = project.number, project.pulled_to
        known = set() if since else outbox.numbers(session, project)
        hinted = hints.hinted(session, project)
    asked_at = server_time(client)
    report = Pulled()
    changed = pull_tasks(client, number, since=since, progress=progress)
    marked = pull_tasks(client, number, numbers=hinted)
    seen: set[int] = set()
    for some in _portions(_once(changed, marked, hinted, seen)):
        latest = max(task.updated_at for task in some)
        newest = latest if newest is None else max(newest, latest)
        with work() as session:
            project = get_project(session, project_id)
            if since:  # whose number a task has now is gone
                known |= outbox.numbers(session, project, (task.task_id for task in some))
            known -= {(task.sentence_id, task.task_id) for task in some}
            _keep(session, project, some, vocabulary, report, now)
    if newest is not None and asked_at is not None:
        newest = max(newest, asked_at)  # nothing is older that is still to come, but for the overlap
    with work() as session:
        project = get_project(session, project_id)
        unseen = hinted - seen
        known |= outbox.numbers(session, project, unseen) | annotated_tasks(session, project, unseen)
    there = still_there(client, number, {task for _, task in known})
    lost = {(sentence_id, task) for sentence_id, task in known if there.get(task) != sentence_id}
    with work() as session:
        project = get_project(session, project_id)
        report.gone = outbox.forget(session, project, lost, now)
        report.changed += forget_tasks(session, project, lost, now=now)
        project.pulled_to = newest
        hints.drop_hints(session, project, now)
    return report


def pull_file(
    work: Work, path: Path, vocabulary: Vocabulary, *, server: str, now: datetime
) -> dict[int, Pulled]:
    """The same from a JSON export of Label Studio, by the number of the project there.

    A task that is not in the file is not taken for deleted, and one that was pulled in a newer state is left
    alone. Raises InvalidData where the file is no such export.
    """
    reports: dict[int, Pulled] = {}
    for some in _portions(read_export(path)):
        for number in sorted({project for project, _ in some}):
            mine = [task for project, task in some if project == number]
            with work() as session:
                project = keep_project(session, server, number, None)
                report = reports.setdefault(number, Pulled())
                _keep(session, project, mine, vocabulary, report, now)
    return reports


def _keep(
    session: Session,
    project: ProjectRow,
    tasks: list[PulledTask],
    vocabulary: Vocabulary,
    report: Pulled,
    now: datetime,
) -> None:
    ours = sentences_by_id(session, (task.sentence_id for task in tasks))  # others' tasks are left alone
    seen = outbox.seen(session, project, ours)
    fresh = [
        task
        for task in tasks
        if task.sentence_id in ours
        and not (seen.get(task.task_id) and task.updated_at < (seen[task.task_id] or task.updated_at))
    ]
    report.edited += [task.sentence_id for task in fresh if task.text != ours[task.sentence_id].text]
    bare = {task.sentence_id for task in fresh if any(one.suggested is None for one in task.annotations)}
    known = suggested_in(session, project, bare, vocabulary)
    report.changed += keep_tasks(
        session,
        project,
        [
            (
                task.task_id,
                task.sentence_id,
                [
                    _with_changes(_weighed(one, project), known.get(task.sentence_id))
                    for one in task.annotations
                ],
            )
            for task in fresh
        ],
        now=now,
    )
    outbox.mark_seen(
        session, project, ((task.sentence_id, task.task_id, task.updated_at) for task in fresh), now
    )


def _weighed(annotation: Annotation, project: ProjectRow) -> Annotation:
    """What was corrected at a reviewer's word is ground truth."""
    corrected = project.title == CORRECTIONS and not annotation.cancelled
    return replace(annotation, ground_truth=True) if corrected else annotation


def _with_changes(annotation: Annotation, known: Suggested | None) -> Annotation:
    suggested = annotation.suggested or known
    if suggested is None or annotation.cancelled:
        return annotation
    return replace(annotation, changes=changes(suggested, annotation.regions, annotation.answer))


def _once(
    changed: Iterable[PulledTask], marked: Iterable[PulledTask], hinted: set[int], seen: set[int]
) -> Iterator[PulledTask]:
    """What changed, then what was marked and did not come already; `seen` takes the marked that came."""
    for task in changed:
        seen |= {task.task_id} & hinted
        yield task
    for task in marked:
        if task.task_id not in seen:
            seen.add(task.task_id)
            yield task


def _portions(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Lists of AT_ONCE items."""
    waiting = iter(items)
    while some := list(islice(waiting, AT_ONCE)):
        yield some
