"""Tasks that Label Studio told us to look at. Task 0 stands for "something in this project"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workbench.store.rows import HintRow, ProjectRow


def project_at(session: Session, server: str, number: int) -> int | None:
    """Our number of the project with this one at that server; None where we have no such project."""
    query = select(ProjectRow.id).where(ProjectRow.server == server, ProjectRow.number == number)
    return session.scalar(query)


def keep_hints(session: Session, marks: Iterable[tuple[int, int]], now: datetime) -> None:
    """Marks tasks, each with our number of its project."""
    for project_id, task in marks:
        session.merge(HintRow(project_id=project_id, task=task, received_at=now))
    session.flush()


def hinted(session: Session, project: ProjectRow) -> set[int]:
    """The numbers of the tasks that were marked and not looked at since."""
    return set(
        session.scalars(select(HintRow.task).where(HintRow.project_id == project.id, HintRow.task > 0))
    )


def drop_hints(session: Session, project: ProjectRow, before: datetime) -> None:
    """Those received up to this moment have been looked at."""
    session.execute(delete(HintRow).where(HintRow.project_id == project.id, HintRow.received_at <= before))
