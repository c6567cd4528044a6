"""Label Studio projects, and which tasks are there."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.core.project import Rule
from workbench.exceptions import Conflict, NotFound
from workbench.store.rows import ProjectRow, TaskRow

CORRECTIONS = "Corrections"  # title of the project that sentences are sent back to


def keep_project(
    session: Session, server: str, number: int, title: str | None, rule: Rule | None = None
) -> ProjectRow:
    """The project with this number at that server. Without a title or a rule, it keeps its own.

    Raises Conflict for another rule than it has: what is there already would be in the wrong place.
    """
    row = session.scalar(select(ProjectRow).where(ProjectRow.server == server, ProjectRow.number == number))
    if row is None:
        row = ProjectRow(server=server, number=number, title=title or f"project {number}", pulled_to=None)
        session.add(row)
        if rule is not None:
            row.event_id, row.language = rule.event, rule.language
    elif rule is not None and rule != rule_of(row):
        raise Conflict(
            f"the project {row.title!r} is for {rule_of(row)}, and not for {rule}: choose another title"
        )
    row.title = title or row.title
    session.flush()
    return row


def rule_of(row: ProjectRow) -> Rule:
    return Rule(row.event_id, row.language)


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
