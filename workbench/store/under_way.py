"""What is under way: claimed before a request leaves, and taken back once its answer has been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from workbench.store.outbox import change
from workbench.store.parts import parts
from workbench.store.rows import ProjectRow, TaskRow


def claim(session: Session, project: ProjectRow, sentence_ids: Sequence[str], now: datetime) -> set[str]:
    """Writes down that a request with these leaves now; those that no other process has under way.

    Commit before it leaves: whoever finds the claim of a process that was killed knows what may still arrive.
    """
    free: set[str] = set()
    for part in parts(sentence_ids):
        query = (
            update(TaskRow)
            .where(
                TaskRow.project_id == project.id, TaskRow.sentence_id.in_(part), TaskRow.claimed_at.is_(None)
            )
            .values(claimed_at=now)
            .returning(TaskRow.sentence_id)
        )
        free |= set(session.scalars(query.execution_options(synchronize_session=False)))
    return free


def release(session: Session, project: ProjectRow, sentence_ids: Iterable[str]) -> None:
    """Nothing of these is under way: the request cannot have been heard."""
    change(session, project, ({"sentence_id": one, "claimed_at": None} for one in sentence_ids))


def give_up(
    session: Session, project: ProjectRow, sentence_ids: Iterable[str], watched_until: datetime
) -> None:
    """A request with these did not arrive in time; should it arrive all the same, it will be noticed."""
    change(
        session,
        project,
        (
            # What a task shows that a request was to change is not known either.
            {"sentence_id": one, "claimed_at": None, "watched_until": watched_until, "model_version": None}
            for one in sentence_ids
        ),
    )


def end_watch(session: Session, project: ProjectRow, now: datetime) -> None:
    session.execute(
        update(TaskRow)
        .where(TaskRow.project_id == project.id, TaskRow.watched_until < now)
        .values(watched_until=None)
        .execution_options(synchronize_session=False)
    )


def under_way(session: Session, project: ProjectRow) -> dict[str, tuple[int | None, datetime | None]]:
    """Number and moment of the claim of what a process has under way that was killed, or is still at it; no
    moment where a request is only watched for."""
    query = select(TaskRow.sentence_id, TaskRow.number, TaskRow.claimed_at).where(
        TaskRow.project_id == project.id,
        or_(TaskRow.claimed_at.is_not(None), TaskRow.watched_until.is_not(None)),
    )
    return {sentence_id: (number, claimed_at) for sentence_id, number, claimed_at in session.execute(query)}
