"""What each task shows, and what it is to show: what has to be sent, changed or marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, select
from sqlalchemy.orm import Session, defer

from workbench.store.outbox import OPEN, THERE
from workbench.store.parts import parts
from workbench.store.rows import (
    ProjectRow,
    SentenceRow,
    TaskRow,
    VersionRow,
    VersionSentenceRow,
    WithdrawalRow,
)
from workbench.store.withdrawals import withdrawn_ids

OUTDATED = "The article has changed, and this sentence is no longer in it: skip it."
WITHDRAWN = "The article was withdrawn; skip this sentence. Why: "


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A sentence in its current version, with what stands around it."""

    sentence_id: str
    text: str
    before: str
    after: str
    suggestions: list[Any]
    note: str


def waiting(session: Session, project: ProjectRow) -> list[tuple[str, int]]:
    """The current versions with sentences that are not there yet, and how many, by day."""
    query = (
        select(VersionRow.id, func.count())
        .join(VersionSentenceRow, VersionSentenceRow.version_id == VersionRow.id)
        .join(TaskRow, TaskRow.sentence_id == VersionSentenceRow.sentence_id)
        .where(TaskRow.project_id == project.id, OPEN, _in_force())
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
        .where(TaskRow.project_id == project.id, THERE, _in_force(), _shows_older())
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
            & (and_(THERE, _shows_older()) if there else OPEN),
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


def retired(session: Session, project: ProjectRow) -> dict[str, list[str]]:
    """By the note that is to stand on their tasks, and does not yet: the sentences with a task that no
    current version has, or whose article was withdrawn."""
    note = case((WithdrawalRow.id.is_(None), OUTDATED), else_=literal(WITHDRAWN) + WithdrawalRow.reason)
    query = (
        select(note, TaskRow.sentence_id)
        .join(SentenceRow, SentenceRow.id == TaskRow.sentence_id)
        .outerjoin(
            WithdrawalRow,
            and_(WithdrawalRow.article_id == SentenceRow.article_id, WithdrawalRow.ended_at.is_(None)),
        )
        .where(
            TaskRow.project_id == project.id,
            THERE,
            or_(WithdrawalRow.id.is_not(None), ~_is_current()),
            TaskRow.told != note,
        )
        .order_by(TaskRow.sentence_id)
    )
    found: dict[str, list[str]] = {}
    for told, sentence_id in session.execute(query):
        found.setdefault(told, []).append(sentence_id)
    return found


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


def shows(session: Session, project_id: int, model_version: str) -> bool:
    """Does any task of the project have a suggestion of this model version?"""
    query = select(TaskRow.sentence_id).where(
        TaskRow.project_id == project_id, TaskRow.model_version == model_version, TaskRow.gone_at.is_(None)
    )
    return session.scalar(query.limit(1)) is not None


def _in_force() -> ColumnElement[bool]:
    return and_(VersionRow.current.is_(True), VersionRow.article_id.not_in(withdrawn_ids()))


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
