"""The outbox: which sentence is to be in which project, and what is there of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import String, and_, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session

from workbench.store.parts import parts
from workbench.store.rows import ProjectRow, TaskRow, VersionRow, VersionSentenceRow
from workbench.store.withdrawals import withdrawn_ids

OPEN = and_(TaskRow.number.is_(None), TaskRow.gone_at.is_(None), TaskRow.refused.is_(None))
THERE = and_(TaskRow.number.is_not(None), TaskRow.gone_at.is_(None))


def fill_outbox(session: Session, project: ProjectRow) -> int:
    """Writes down that each sentence of a current version that meets the rule of the project is to be in it;
    how many are new. None of an article that was withdrawn."""
    there = select(TaskRow.sentence_id).where(TaskRow.project_id == project.id)
    wanted = (
        select(
            literal(project.id),
            VersionSentenceRow.sentence_id,
            literal("", String),
            literal("", String),
        )
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(
            VersionRow.current.is_(True),
            VersionRow.article_id.not_in(withdrawn_ids()),
            VersionSentenceRow.sentence_id.not_in(there),
        )
        .distinct()
    )
    if project.event_id is not None:
        wanted = wanted.where(VersionRow.event_id == project.event_id)
    if project.language is not None:
        ours = [
            VersionRow.language == project.language,
            VersionRow.language.startswith(f"{project.language}-"),
        ]
        wanted = wanted.where(or_(*ours))
    columns = ["project_id", "sentence_id", "note", "told"]
    done: Any = session.execute(insert(TaskRow).from_select(columns, wanted))
    return int(done.rowcount)


def want(session: Session, project: ProjectRow, notes: Mapping[str, str]) -> int:
    """Writes down that these sentences are to be in the project, each with its note; how many are new."""
    known = {
        row.sentence_id: row
        for part in parts(notes)
        for row in session.scalars(
            select(TaskRow).where(TaskRow.project_id == project.id, TaskRow.sentence_id.in_(part))
        )
    }
    for sentence_id, note in notes.items():
        if sentence_id in known:
            known[sentence_id].note = note
        else:
            session.add(TaskRow(project_id=project.id, sentence_id=sentence_id, note=note, told=""))
    session.flush()
    return len(notes) - len(known)


def refuse(session: Session, project: ProjectRow, reasons: Mapping[str, str]) -> None:
    """These sentences are not sent until something about them changes; why."""
    change(
        session,
        project,
        ({"sentence_id": one, "refused": reason, "claimed_at": None} for one, reason in reasons.items()),
    )


def refused(session: Session, project: ProjectRow) -> dict[str, str]:
    query = select(TaskRow.sentence_id, TaskRow.refused).where(
        TaskRow.project_id == project.id, TaskRow.refused.is_not(None)
    )
    return {sentence_id: reason or "" for sentence_id, reason in session.execute(query)}


def restore(session: Session, project: ProjectRow, *, gone: bool) -> None:
    """What was refused is tried again, and what was deleted in Label Studio too, if `gone` says so."""
    ours = TaskRow.project_id == project.id
    session.execute(update(TaskRow).where(ours, TaskRow.refused.is_not(None)).values(refused=None))
    if gone:
        lost = {"number": None, "pushed_at": None, "version_id": None, "model_version": None, "told": ""}
        session.execute(
            update(TaskRow).where(ours, TaskRow.gone_at.is_not(None)).values(gone_at=None, **lost)
        )


def mark_there(session: Session, project: ProjectRow, rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row has sentence_id and what is known now of its task: number, version_id, model_version, told."""
    change(session, project, rows)


def mark_gone(session: Session, project: ProjectRow, sentence_ids: Iterable[str], now: datetime) -> None:
    """Somebody deleted these tasks in Label Studio; they are not sent again unless that is asked for."""
    change(
        session, project, ({"sentence_id": one, "gone_at": now, "claimed_at": None} for one in sentence_ids)
    )


def forget(session: Session, project: ProjectRow, lost: Iterable[tuple[str, int]], now: datetime) -> int:
    """Marks these tasks, by sentence and number, as deleted in Label Studio; how many."""
    wanted = dict(lost)
    query = select(TaskRow.sentence_id, TaskRow.number).where(TaskRow.project_id == project.id, THERE)
    gone = [
        sentence_id
        for part in parts(wanted)
        for sentence_id, number in session.execute(query.where(TaskRow.sentence_id.in_(part)))
        if wanted[sentence_id] == number
    ]
    mark_gone(session, project, gone, now)
    return len(gone)


def numbers(
    session: Session, project: ProjectRow, among: Iterable[int] | None = None
) -> set[tuple[str, int]]:
    """Sentence and number of the tasks that we know of; `among`: of those with one of these numbers."""
    query = select(TaskRow.sentence_id, TaskRow.number).where(TaskRow.project_id == project.id, THERE)
    queries = [query] if among is None else [query.where(TaskRow.number.in_(part)) for part in parts(among)]
    return {
        (sentence_id, number)
        for some in queries
        for sentence_id, number in session.execute(some)
        if number is not None
    }


def known_tasks(session: Session, project_id: int) -> tuple[int, int | None]:
    """How many tasks of the project we know of, and the highest of their numbers."""
    query = select(func.count(TaskRow.number), func.max(TaskRow.number)).where(
        TaskRow.project_id == project_id, TaskRow.gone_at.is_(None)
    )
    count, highest = session.execute(query).one()
    return count, highest


def seen(session: Session, project: ProjectRow, sentence_ids: Iterable[str]) -> dict[int, datetime | None]:
    """By number of the task: its last change that was pulled."""
    query = select(TaskRow.number, TaskRow.seen_at).where(TaskRow.project_id == project.id, THERE)
    return {
        number: seen_at
        for part in parts(sentence_ids)
        for number, seen_at in session.execute(query.where(TaskRow.sentence_id.in_(part)))
        if number is not None
    }


def mark_seen(
    session: Session, project: ProjectRow, tasks: Iterable[tuple[str, int, datetime]], now: datetime
) -> None:
    """Sentence, number and last change of tasks that were pulled.

    A second task of a sentence, and one that we did not know of, is watched for: the next push looks.
    """
    pulled = {sentence_id: (number, seen_at) for sentence_id, number, seen_at in tasks}
    rows = []
    for part in parts(pulled):
        query = select(TaskRow.sentence_id, TaskRow.number).where(
            TaskRow.project_id == project.id, TaskRow.sentence_id.in_(part)
        )
        for sentence_id, known in session.execute(query):
            number, seen_at = pulled[sentence_id]
            if number == known:
                rows.append({"sentence_id": sentence_id, "seen_at": seen_at})
            else:
                rows.append({"sentence_id": sentence_id, "watched_until": now})
    change(session, project, rows)


def change(session: Session, project: ProjectRow, rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row has sentence_id and the columns of its task that are others now."""
    changes = [{"project_id": project.id, **row} for row in rows]
    if changes:
        session.execute(update(TaskRow), changes)
        session.expire_all()
