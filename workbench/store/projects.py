"""Label Studio projects and the outbox of tasks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.exceptions import NotFound
from workbench.store.parts import parts
from workbench.store.rows import ProjectRow, SentenceRow, TaskRow, VersionRow, VersionSentenceRow


def keep_project(session: Session, server: str, number: int, title: str) -> ProjectRow:
    row = session.scalar(select(ProjectRow).where(ProjectRow.server == server, ProjectRow.number == number))
    if row is None:
        row = ProjectRow(server=server, number=number, title=title, pulled_to=None)
        session.add(row)
    row.title = title
    session.flush()
    return row


def get_project(session: Session, project_id: int) -> ProjectRow:
    """Raises NotFound."""
    row = session.get(ProjectRow, project_id)
    if row is None:
        raise NotFound(f"no project {project_id}")
    return row


def all_projects(session: Session) -> list[ProjectRow]:
    return list(session.scalars(select(ProjectRow).order_by(ProjectRow.id)))


def fill_outbox(session: Session, project: ProjectRow) -> int:
    """Writes down that each sentence of a current version is to be in the project; how many are new."""
    there = select(TaskRow.sentence_id).where(TaskRow.project_id == project.id)
    wanted = session.scalars(
        select(VersionSentenceRow.sentence_id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(VersionRow.current.is_(True), VersionSentenceRow.sentence_id.not_in(there))
        .distinct()
    ).all()
    session.add_all(
        TaskRow(project_id=project.id, sentence_id=sentence_id, number=None, pushed_at=None)
        for sentence_id in wanted
    )
    session.flush()
    return len(wanted)


def waiting(
    session: Session, project: ProjectRow
) -> list[tuple[SentenceRow, VersionRow, VersionSentenceRow]]:
    """What is in the outbox and not yet known to be there, article by article."""
    query = (
        select(SentenceRow, VersionRow, VersionSentenceRow)
        .join(TaskRow, TaskRow.sentence_id == SentenceRow.id)
        .join(VersionSentenceRow, VersionSentenceRow.sentence_id == SentenceRow.id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(TaskRow.project_id == project.id, TaskRow.number.is_(None), VersionRow.current.is_(True))
        .order_by(VersionRow.published_at, VersionRow.article_id, VersionSentenceRow.position)
    )
    return [(sentence, version, place) for sentence, version, place in session.execute(query)]


def mark_pushed(
    session: Session, project: ProjectRow, numbers: Iterable[tuple[str, int]], now: datetime
) -> None:
    for sentence_id, number in numbers:
        row = session.get(TaskRow, (project.id, sentence_id))
        if row is not None:
            row.number, row.pushed_at = number, now
    session.flush()


def tasks_of(session: Session, sentence_ids: Iterable[str]) -> dict[str, tuple[ProjectRow, int]]:
    """By sentence: the project that it is labelled in, and the number of its task there."""
    query = (
        select(TaskRow.sentence_id, ProjectRow, TaskRow.number)
        .join(ProjectRow, ProjectRow.id == TaskRow.project_id)
        .where(TaskRow.number.is_not(None))
        .order_by(ProjectRow.id.desc())  # of several projects the first one stays
    )
    return {
        sentence: (project, number)
        for part in parts(sentence_ids)
        for sentence, project, number in session.execute(query.where(TaskRow.sentence_id.in_(part)))
        if number is not None
    }


def count_tasks(session: Session, project_id: int) -> tuple[int, int]:
    """How many sentences are to be in the project, and how many are known to be there."""
    query = select(func.count(), func.count(TaskRow.number)).where(TaskRow.project_id == project_id)
    wanted, there = session.execute(query).one()
    return wanted, there
