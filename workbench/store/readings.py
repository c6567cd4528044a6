"""Which annotations of which sentence say what, for comparing annotators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from workbench.core.annotation import Answer, Region
from workbench.core.identity import content_id
from workbench.store.parts import parts
from workbench.store.rows import AnnotationRow, ClaimRow, VersionRow, VersionSentenceRow
from workbench.store.values import from_json


@dataclass(frozen=True, slots=True)
class Told:
    """One annotation of a sentence of a current version; `annotator` is Label Studio's number."""

    id: str
    sentence: str
    annotator: str | None
    answer: str | None
    skipped: bool
    regions: tuple[Region, ...]

    @property
    def voice(self) -> str:
        """Who says so; somebody without a name for an annotation that nobody is known to have made."""
        return _voice(self.annotator, self.id)


def latest_annotations(session: Session, project_id: int) -> Iterator[Told]:
    """Of each annotator of each sentence the latest one that was not deleted, streamed, by sentence.

    An annotation without a known annotator is a voice of its own.
    """
    query = (
        select(AnnotationRow)
        .where(*_counted(project_id))
        .order_by(AnnotationRow.sentence_id, AnnotationRow.updated_at, AnnotationRow.id)
    )
    sentence, voices = "", dict[str, AnnotationRow]()
    for row in session.scalars(query):
        if row.sentence_id != sentence:
            yield from map(_told, voices.values())
            sentence, voices = row.sentence_id, {}
        voices[row.annotator or row.id] = row
    yield from map(_told, voices.values())


def state_of_annotations(session: Session, project_id: int) -> str:
    """Another one whenever latest_annotations would yield something else."""
    columns = (AnnotationRow.id, AnnotationRow.updated_at, AnnotationRow.answer, AnnotationRow.cancelled)
    rows = session.execute(select(*columns).where(*_counted(project_id)).order_by(AnnotationRow.id))
    return content_id("annotations", [tuple(map(str, row)) for row in rows])


def _counted(project_id: int) -> tuple[ColumnElement[bool], ...]:
    """Annotations of the project that were not deleted, of sentences of current versions."""
    current = (
        select(VersionSentenceRow.sentence_id)
        .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
        .where(VersionRow.current.is_(True))
    )
    return (
        AnnotationRow.project_id == project_id,
        AnnotationRow.deleted_at.is_(None),
        AnnotationRow.sentence_id.in_(current),
    )


def values_by_claim(session: Session, project_id: int) -> Mapping[str, int | None]:
    """The stated value of each claim of the project's annotations, by claim id."""
    query = (
        select(ClaimRow.id, ClaimRow.value)
        .join(AnnotationRow, AnnotationRow.id == ClaimRow.annotation_id)
        .where(AnnotationRow.project_id == project_id)
    )
    return {claim_id: value for claim_id, value in session.execute(query)}  # noqa: C416 - rows are no tuples


def count_annotations(session: Session) -> dict[str, int]:
    """How many annotations each annotator has that were not deleted, by Label Studio's number."""
    query = (
        select(AnnotationRow.annotator, func.count())
        .where(AnnotationRow.annotator.is_not(None), AnnotationRow.deleted_at.is_(None))
        .group_by(AnnotationRow.annotator)
        .order_by(AnnotationRow.annotator)
    )
    return {annotator: count for annotator, count in session.execute(query) if annotator is not None}


def silent_annotators(session: Session, sentences: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    """Who answered "no claim" to a sentence in which others read claims, by sentence; of these, or all."""
    query = (
        select(AnnotationRow.sentence_id, AnnotationRow.annotator, AnnotationRow.id)
        .where(
            AnnotationRow.deleted_at.is_(None),
            AnnotationRow.cancelled.is_(False),
            AnnotationRow.answer == Answer.NO_CLAIM.value,
            select(ClaimRow.id).where(ClaimRow.sentence_id == AnnotationRow.sentence_id).exists(),
        )
        .order_by(AnnotationRow.sentence_id, AnnotationRow.annotator)
    )
    queries = [query]
    if sentences is not None:
        queries = [query.where(AnnotationRow.sentence_id.in_(part)) for part in parts(sentences)]
    found: dict[str, dict[str, None]] = {}
    for sentence, annotator, row in (row for each in queries for row in session.execute(each)):
        found.setdefault(sentence, {})[_voice(annotator, row)] = None
    return {sentence: tuple(voices) for sentence, voices in found.items()}


def _voice(annotator: str | None, annotation: str) -> str:
    return annotator or f"unnamed {annotation[:8]}"


def _told(row: AnnotationRow) -> Told:
    return Told(
        row.id,
        row.sentence_id,
        row.annotator,
        row.answer,
        row.cancelled,
        from_json(row.regions, tuple[Region, ...]),
    )
