"""Annotations as they came back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.core.annotation import Annotation, Region
from workbench.core.identity import content_id
from workbench.store.rows import (
    AnnotationRow,
    ArticleRow,
    ProjectRow,
    SentenceRow,
    VersionRow,
    VersionSentenceRow,
)
from workbench.store.values import as_json, from_json


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
) -> bool:
    """Makes the stored annotations of one task those that were given; whether anything changed."""
    known = {
        row.id: row
        for row in session.scalars(
            select(AnnotationRow).where(
                AnnotationRow.project_id == project.id, AnnotationRow.sentence_id == sentence_id
            )
        )
    }
    changed = False
    given: set[str] = set()
    for annotation in annotations:
        row_id = annotation_id(project, annotation)
        given.add(row_id)
        values = {
            "annotator": annotation.annotator,
            "created_at": annotation.created_at,
            "updated_at": annotation.updated_at,
            "answer": annotation.answer,
            "cancelled": annotation.cancelled,
            "ground_truth": annotation.ground_truth,
            "lead_time": annotation.lead_time,
            "regions": as_json(annotation.regions),
            "deleted_at": None,
        }
        row = known.get(row_id)
        if row is None:
            session.add(AnnotationRow(id=row_id, project_id=project.id, sentence_id=sentence_id, **values))
            changed = True
        elif any(getattr(row, key) != value for key, value in values.items()):
            for key, value in values.items():
                setattr(row, key, value)
            changed = True
    for row_id, row in known.items():
        if row_id not in given and row.deleted_at is None:
            row.deleted_at = now
            changed = True
    session.flush()
    return changed


def forget_vanished(session: Session, project: ProjectRow, present: Iterable[str], *, now: datetime) -> int:
    """Marks the annotations of tasks that are no longer in the project as deleted; how many."""
    there = set(present)
    gone = [
        row
        for row in session.scalars(
            select(AnnotationRow).where(
                AnnotationRow.project_id == project.id, AnnotationRow.deleted_at.is_(None)
            )
        )
        if row.sentence_id not in there
    ]
    for row in gone:
        row.deleted_at = now
    session.flush()
    return len(gone)


def annotated_sentences(
    session: Session,
) -> Iterator[tuple[SentenceRow, ArticleRow, VersionRow, list[Annotation]]]:
    """Each sentence of a current version that has annotations which were not deleted, with all of those."""
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
        .where(VersionRow.current.is_(True), AnnotationRow.deleted_at.is_(None))
        .order_by(SentenceRow.article_id, SentenceRow.start, SentenceRow.id, AnnotationRow.created_at)
    )
    for _, group in groupby(session.execute(query), key=lambda found: found[0].id):
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
