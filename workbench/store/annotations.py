"""Annotations as they came back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, func, select, union
from sqlalchemy.orm import Session

from workbench.core.annotation import WORTH_SAID, Annotation, Region
from workbench.core.identity import content_id
from workbench.store.parts import parts
from workbench.store.rows import (
    AnnotationRow,
    AnnotationVersionRow,
    ArticleRow,
    ClaimRow,
    ProjectRow,
    SentenceRow,
    VersionRow,
    VersionSentenceRow,
)
from workbench.store.touched import touch_sentences
from workbench.store.values import as_json, from_json
from workbench.store.withdrawals import withdrawn_ids

CREATED, UPDATED, SKIPPED = "created", "updated", "skipped"
DELETED, RESTORED = "deleted", "restored"
KEPT = (
    *("annotator", "created_at", "updated_at", "answer"),
    *("cancelled", "ground_truth", "lead_time"),
)


def annotation_id(project: ProjectRow, annotation: Annotation) -> str:
    """Label Studio uses ids again after a deletion, so the moment of creation is part of the id."""
    created = annotation.created_at.isoformat()
    return content_id("annotation", project.server, project.number, annotation.id, created)


def keep_annotations(
    session: Session,
    project: ProjectRow,
    sentence_id: str,
    annotations: Sequence[Annotation],
    *,
    now: datetime,
    task: int | None = None,
) -> bool:
    """Makes the stored annotations of one task those that were given; whether anything changed."""
    return keep_tasks(session, project, [(task, sentence_id, annotations)], now=now) > 0


def keep_tasks(
    session: Session,
    project: ProjectRow,
    tasks: Sequence[tuple[int | None, str, Sequence[Annotation]]],
    *,
    now: datetime,
) -> int:
    """Makes the stored annotations of these tasks (number, sentence, annotations) those that were given, each
    change as a new version; in how many sentences anything changed."""
    stored: dict[tuple[int | None, str], dict[str, AnnotationRow]] = {}
    for part in parts({sentence_id for _, sentence_id, _ in tasks}):
        query = select(AnnotationRow).where(
            AnnotationRow.project_id == project.id, AnnotationRow.sentence_id.in_(part)
        )
        for row in session.scalars(query):
            stored.setdefault((row.task, row.sentence_id), {})[row.id] = row
    versions: list[tuple[AnnotationRow, str]] = []
    for task, sentence_id, answers in tasks:
        known = stored.get((task, sentence_id), {})
        if task is not None:
            known = known | stored.get((None, sentence_id), {})
        given = {annotation_id(project, annotation): annotation for annotation in answers}
        for row_id, annotation in given.items():
            if row_id in known:
                row = known[row_id]
                what = _what_happened(row, annotation)
                row.task = task
            else:
                row = AnnotationRow(id=row_id, project_id=project.id, sentence_id=sentence_id, task=task)
                session.add(row)
                what = SKIPPED if annotation.cancelled else CREATED
            if what:
                for name, value in _values(annotation).items():
                    setattr(row, name, value)
                versions.append((row, what))
        for row_id, row in known.items():
            if row_id not in given and row.deleted_at is None:
                row.deleted_at = now
                versions.append((row, DELETED))
    session.flush()
    _keep_versions(session, versions, now)
    changed = {row.sentence_id for row, _ in versions}
    touch_sentences(session, changed)
    return len(changed)


def _values(annotation: Annotation) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(annotation, name) for name in KEPT}
    values["regions"] = as_json(annotation.regions)
    values["changes"] = None if annotation.changes is None else as_json(annotation.changes)
    values["deleted_at"] = None
    return values


def _what_happened(row: AnnotationRow, annotation: Annotation) -> str:
    """Since it was last seen; "" for nothing. What was suggested then is no part of it."""
    values = _values(annotation)
    values.pop("changes")
    if all(getattr(row, name) == value for name, value in values.items()):
        return ""
    if annotation.cancelled and not row.cancelled:
        return SKIPPED
    return RESTORED if row.deleted_at is not None else UPDATED


def _keep_versions(session: Session, versions: list[tuple[AnnotationRow, str]], now: datetime) -> None:
    numbers: dict[str, int] = {}
    for part in parts(row.id for row, _ in versions):
        query = (
            select(AnnotationVersionRow.annotation_id, func.max(AnnotationVersionRow.number))
            .where(AnnotationVersionRow.annotation_id.in_(part))
            .group_by(AnnotationVersionRow.annotation_id)
        )
        for found, number in session.execute(query):
            numbers[found] = number
    session.add_all(
        AnnotationVersionRow(
            annotation_id=row.id,
            number=numbers.get(row.id, 0) + 1,
            what=what,
            seen_at=now,
            body={
                "annotator": row.annotator,
                "updated_at": row.updated_at.isoformat(),
                "answer": row.answer,
                "cancelled": row.cancelled,
                "ground_truth": row.ground_truth,
                "lead_time": row.lead_time,
                "regions": row.regions,
                "changes": row.changes,
            },
        )
        for row, what in versions
    )
    session.flush()


def annotation_history(session: Session, annotation_id: str) -> list[AnnotationVersionRow]:
    """Each version of an annotation, the first one first."""
    query = select(AnnotationVersionRow).where(AnnotationVersionRow.annotation_id == annotation_id)
    return list(session.scalars(query.order_by(AnnotationVersionRow.number)))


def annotated_tasks(session: Session, project: ProjectRow, among: Iterable[int]) -> set[tuple[str, int]]:
    """Sentence and number of the tasks with one of these numbers that have annotations."""
    return {(row.sentence_id, row.task) for row in _living(session, project, among) if row.task is not None}


def forget_tasks(
    session: Session, project: ProjectRow, tasks: Collection[tuple[str, int]], *, now: datetime
) -> int:
    """Marks the annotations of tasks (by sentence and number) that are no longer in the project as deleted;
    in how many sentences."""
    found = _living(session, project, {number for _, number in tasks})
    gone = [row for row in found if (row.sentence_id, row.task) in tasks]
    for row in gone:
        row.deleted_at = now
    session.flush()
    _keep_versions(session, [(row, DELETED) for row in gone], now)
    changed = {row.sentence_id for row in gone}
    touch_sentences(session, changed)
    return len(changed)


def labelled_sentences(session: Session) -> list[str]:
    """All sentences that have annotations, or claims, whatever became of them."""
    query = union(select(AnnotationRow.sentence_id), select(ClaimRow.sentence_id))
    return sorted(session.scalars(query))


def _living(session: Session, project: ProjectRow, numbers: Iterable[int]) -> list[AnnotationRow]:
    """The annotations of tasks with these numbers that were not deleted."""
    query = select(AnnotationRow).where(
        AnnotationRow.project_id == project.id, AnnotationRow.deleted_at.is_(None)
    )
    return [
        row for part in parts(numbers) for row in session.scalars(query.where(AnnotationRow.task.in_(part)))
    ]


def says_claims() -> ColumnElement[bool]:
    """Of an annotation: does it speak of claims, or only of whether its sentence is worth checking?"""
    return func.coalesce(AnnotationRow.answer, "").not_like(f"{WORTH_SAID}%")


def annotated_sentences(
    session: Session, sentences: Iterable[str]
) -> Iterator[tuple[SentenceRow, ArticleRow, VersionRow, list[Annotation]]]:
    """Those of these sentences that stand in a current version and have annotations which were not deleted,
    with all of those; none of an article that was withdrawn, and no answer whether one is worth checking."""
    query = (
        select(SentenceRow, ArticleRow, VersionRow, AnnotationRow)
        .join(AnnotationRow, AnnotationRow.sentence_id == SentenceRow.id)
        .join(ArticleRow, ArticleRow.id == SentenceRow.article_id)
        .join(VersionRow, VersionRow.article_id == ArticleRow.id)
        .join(
            VersionSentenceRow,
            (VersionSentenceRow.version_id == VersionRow.id)
            & (VersionSentenceRow.sentence_id == SentenceRow.id),
        )
        .where(
            VersionRow.current.is_(True),
            AnnotationRow.deleted_at.is_(None),
            SentenceRow.article_id.not_in(withdrawn_ids()),
            says_claims(),
        )
        .order_by(SentenceRow.article_id, SentenceRow.start, SentenceRow.id, AnnotationRow.created_at)
    )
    for part in parts(sentences):
        rows = session.execute(query.where(AnnotationRow.sentence_id.in_(part)))
        for _, group in groupby(rows, key=lambda found: found[0].id):
            found = list(group)
            sentence, article, version, _ = found[0]
            yield sentence, article, version, [_annotation(row) for *_, row in found]


def _annotation(row: AnnotationRow) -> Annotation:
    return Annotation(
        id=row.id,
        sentence=row.sentence_id,
        annotator=row.annotator,
        created_at=row.created_at,
        updated_at=row.updated_at,
        regions=from_json(row.regions, tuple[Region, ...]),
        answer=row.answer,
        cancelled=row.cancelled,
        ground_truth=row.ground_truth,
        lead_time=row.lead_time,
    )
