"""The outbox: which sentence is to be in which project, what is there of it, and what is under way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, String, and_, func, insert, literal, or_, select, update
from sqlalchemy.orm import Session, defer

from workbench.store.parts import parts
from workbench.store.rows import ProjectRow, SentenceRow, TaskRow, VersionRow, VersionSentenceRow

OUTDATED = "The article has changed, and this sentence is no longer in it: skip it."

_OPEN = and_(TaskRow.number.is_(None), TaskRow.gone_at.is_(None), TaskRow.refused.is_(None))
_THERE = and_(TaskRow.number.is_not(None), TaskRow.gone_at.is_(None))


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A sentence in its current version, with what stands around it."""

    sentence_id: str
    text: str
    before: str
    after: str
    suggestions: list[Any]
    note: str


def fill_outbox(session: Session, project: ProjectRow) -> int:
    """Writes down that each sentence of a current version that meets the rule of the project is to be in it;
    how many are new."""
    there = select(TaskRow.sentence_id).where(TaskRow.project_id == project.id)
    wanted = (
        select(
            literal(project.id),
            VersionSentenceRow.sentence_id,
            literal("", String),
            literal("", String),
        )
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(VersionRow.current.is_(True), VersionSentenceRow.sentence_id.not_in(there))
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


def waiting(session: Session, project: ProjectRow) -> list[tuple[str, int]]:
    """The current versions with sentences that are not there yet, and how many, by day."""
    query = (
        select(VersionRow.id, func.count())
        .join(VersionSentenceRow, VersionSentenceRow.version_id == VersionRow.id)
        .join(TaskRow, TaskRow.sentence_id == VersionSentenceRow.sentence_id)
        .where(TaskRow.project_id == project.id, _OPEN, VersionRow.current.is_(True))
        .group_by(VersionRow.id)
        .order_by(VersionRow.published_at, VersionRow.article_id)
    )
    return [(version_id, count) for version_id, count in session.execute(query)]


def stale(session: Session, project: ProjectRow) -> list[tuple[str, int]]:
    """The current versions with tasks that show something older, and how many such tasks they have."""
    query = (
        select(VersionRow.id, func.count())
        .join(VersionSentenceRow, VersionSentenceRow.version_id == VersionRow.id)
        .join(TaskRow, TaskRow.sentence_id == VersionSentenceRow.sentence_id)
        .where(TaskRow.project_id == project.id, _THERE, VersionRow.current.is_(True), _shows_older())
        .group_by(VersionRow.id)
        .order_by(VersionRow.published_at, VersionRow.article_id)
    )
    return [(version_id, count) for version_id, count in session.execute(query)]


def outgoing(session: Session, project: ProjectRow, version_id: str, *, there: bool) -> Iterator[Outgoing]:
    """The sentences of this version that wait to be sent, or (`there`) whose task shows something older."""
    query = (
        select(VersionSentenceRow, SentenceRow.text, TaskRow)
        .join(SentenceRow, SentenceRow.id == VersionSentenceRow.sentence_id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .outerjoin(
            TaskRow,
            and_(TaskRow.sentence_id == VersionSentenceRow.sentence_id, TaskRow.project_id == project.id)
            & (and_(_THERE, _shows_older()) if there else _OPEN),
        )
        .where(VersionSentenceRow.version_id == version_id)
        .order_by(VersionSentenceRow.position)
    )
    rows = session.execute(query).all()
    for position, (place, text, task) in enumerate(rows):
        if task is not None:
            yield Outgoing(
                sentence_id=place.sentence_id,
                text=text,
                before=rows[position - 1][1] if position else "",
                after=rows[position + 1][1] if position + 1 < len(rows) else "",
                suggestions=place.suggestions or [],
                note=task.note,
            )


def retired(session: Session, project: ProjectRow) -> list[str]:
    """The sentences with a task that no current version has, and whose task does not say so yet."""
    query = select(TaskRow.sentence_id).where(
        TaskRow.project_id == project.id, _THERE, ~_is_current(), TaskRow.told != OUTDATED
    )
    return list(session.scalars(query.order_by(TaskRow.sentence_id)))


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
    _update(session, project, ({"sentence_id": one, "claimed_at": None} for one in sentence_ids))


def give_up(
    session: Session, project: ProjectRow, sentence_ids: Iterable[str], watched_until: datetime
) -> None:
    """A request with these did not arrive in time; should it arrive all the same, it will be noticed."""
    _update(
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


def mark_there(session: Session, project: ProjectRow, rows: Iterable[Mapping[str, Any]]) -> None:
    """Each row has sentence_id and what is known now of its task: number, version_id, model_version, told."""
    _update(session, project, rows)


def mark_gone(session: Session, project: ProjectRow, sentence_ids: Iterable[str], now: datetime) -> None:
    """Somebody deleted these tasks in Label Studio; they are not sent again unless that is asked for."""
    _update(
        session, project, ({"sentence_id": one, "gone_at": now, "claimed_at": None} for one in sentence_ids)
    )


def numbers(session: Session, project: ProjectRow) -> set[int]:
    """The numbers of the tasks that we know of."""
    query = select(TaskRow.number).where(TaskRow.project_id == project.id, _THERE)
    return {number for number in session.scalars(query) if number is not None}


def seen(session: Session, project: ProjectRow, sentence_ids: Iterable[str]) -> dict[int, datetime | None]:
    """By number of the task: its last change that was pulled."""
    query = select(TaskRow.number, TaskRow.seen_at).where(TaskRow.project_id == project.id, _THERE)
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
    _update(session, project, rows)


def forget(session: Session, project: ProjectRow, lost: Iterable[int], now: datetime) -> int:
    """Marks these tasks, by their numbers, as deleted in Label Studio; how many."""
    query = select(TaskRow.sentence_id).where(TaskRow.project_id == project.id, _THERE)
    gone = [one for part in parts(lost) for one in session.scalars(query.where(TaskRow.number.in_(part)))]
    mark_gone(session, project, gone, now)
    return len(gone)


def shown(
    session: Session, project: ProjectRow, sentence_ids: Iterable[str]
) -> Iterator[tuple[str, str, VersionRow, list[Any]]]:
    """Sentence, its text, the version that its task shows, and the suggestions in it; only where we still
    hold those of the suggester that the task shows."""
    query = (
        select(SentenceRow.id, SentenceRow.text, VersionRow, VersionSentenceRow.suggestions)
        .join(TaskRow, TaskRow.sentence_id == SentenceRow.id)
        .join(VersionRow, VersionRow.id == TaskRow.version_id)
        .join(
            VersionSentenceRow,
            and_(
                VersionSentenceRow.version_id == TaskRow.version_id,
                VersionSentenceRow.sentence_id == SentenceRow.id,
            ),
        )
        .where(TaskRow.project_id == project.id, TaskRow.model_version == VersionRow.suggester)
        .options(defer(VersionRow.text, raiseload=True))
    )
    for part in parts(sentence_ids):
        for sentence_id, text, version, suggestions in session.execute(query.where(SentenceRow.id.in_(part))):
            yield sentence_id, text, version, suggestions or []


def mark_pushed(
    session: Session, project: ProjectRow, numbers: Iterable[tuple[str, int]], now: datetime
) -> None:
    mark_there(
        session,
        project,
        ({"sentence_id": one, "number": number, "pushed_at": now} for one, number in numbers),
    )


def refuse(session: Session, project: ProjectRow, reasons: Mapping[str, str]) -> None:
    """These sentences are not sent until something about them changes; why."""
    _update(
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


def shows(session: Session, project_id: int, model_version: str) -> bool:
    """Does any task of the project have a suggestion of this model version?"""
    query = select(TaskRow.sentence_id).where(
        TaskRow.project_id == project_id, TaskRow.model_version == model_version, TaskRow.gone_at.is_(None)
    )
    return session.scalar(query.limit(1)) is not None


def known_tasks(session: Session, project_id: int) -> tuple[int, int | None]:
    """How many tasks of the project we know of, and the highest of their numbers."""
    query = select(func.count(TaskRow.number), func.max(TaskRow.number)).where(
        TaskRow.project_id == project_id, TaskRow.gone_at.is_(None)
    )
    count, highest = session.execute(query).one()
    return count, highest


def _is_current() -> ColumnElement[bool]:
    return (
        select(VersionSentenceRow.sentence_id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(VersionSentenceRow.sentence_id == TaskRow.sentence_id, VersionRow.current.is_(True))
        .exists()
    )


def _shows_older() -> ColumnElement[bool]:
    return or_(
        TaskRow.version_id.is_distinct_from(VersionRow.id),
        TaskRow.model_version.is_distinct_from(VersionRow.suggester),
        TaskRow.told != TaskRow.note,
    )


def _update(session: Session, project: ProjectRow, rows: Iterable[Mapping[str, Any]]) -> None:
    changes = [{"project_id": project.id, **row} for row in rows]
    if changes:
        session.execute(update(TaskRow), changes)
        session.expire_all()
