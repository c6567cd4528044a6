"""Label Studio projects, and which tasks are there."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.exceptions import NotFound
from workbench.store.rows import ProjectRow, TaskRow

CORRECTIONS = "Corrections"  # title of the project that sentences are sent back to


def keep_project(session: Session, server: str, number: int, title: str | None) -> ProjectRow:
    """The project with this number at that server. Without a title, it keeps its own."""
    row = session.scalar(select(ProjectRow).where(ProjectRow.server == server, ProjectRow.number == number))
    if row is None:
        row = ProjectRow(server=server, number=number, title=title or f"project {number}", pulled_to=None)
        session.add(row)
    row.title = title or row.title
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


def count_tasks(session: Session, project_id: int) -> tuple[int, int]:
    """How many sentences are to be in the project, and how many are known to be there."""
    query = select(func.count(), func.count(TaskRow.number)).where(TaskRow.project_id == project_id)
    wanted, there = session.execute(query).one()
    return wanted, there
