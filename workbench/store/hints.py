"""Tasks that Label Studio told us to look at. Task 0 stands for "something in this project"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from workbench.store.rows import HintRow, ProjectRow


def keep_hint(session: Session, server: str, number: int, tasks: Iterable[int], now: datetime) -> bool:
    """Marks tasks of the project with this number at that server; False where we have no such project."""
    project = session.scalar(
        select(ProjectRow).where(ProjectRow.server == server, ProjectRow.number == number)
    )
    if project is None:
        return False
    for task in set(tasks) or {0}:
        session.merge(HintRow(project_id=project.id, task=task, received_at=now))
    session.flush()
    return True


def hinted(session: Session, project: ProjectRow) -> set[int]:
    """The numbers of the tasks that were marked and not looked at since."""
    return set(
        session.scalars(select(HintRow.task).where(HintRow.project_id == project.id, HintRow.task > 0))
    )


def drop_hints(session: Session, project: ProjectRow, before: datetime) -> None:
    """Those received up to this moment have been looked at."""
    session.execute(delete(HintRow).where(HintRow.project_id == project.id, HintRow.received_at <= before))
