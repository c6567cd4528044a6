"""What stands around sentences: the ones before and after, and who read what in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from workbench.core.article import Sentence
from workbench.core.claim import Claim
from workbench.store.annotations import says_claims
from workbench.store.parts import parts
from workbench.store.rows import (
    AnnotationRow,
    ClaimRow,
    ProjectRow,
    SentenceRow,
    TaskRow,
    VersionRow,
    VersionSentenceRow,
)
from workbench.store.values import from_json


@dataclass(slots=True)
class Neighbours:
    """The sentences before and after; empty at the ends of an article."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """One annotation of a sentence, and the claims that it holds."""

    annotator: str | None
    ground_truth: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence, and where it is labelled: the project and the number of its task there, if there is one."""

    sentence: Sentence
    project: ProjectRow | None
    task: int | None


def labelled_sentences(session: Session, sentence_ids: Iterable[str]) -> dict[str, Labelled]:
    """By id; of several projects the first one."""
    there = (TaskRow.sentence_id == SentenceRow.id) & TaskRow.number.is_not(None) & TaskRow.gone_at.is_(None)
    query = (
        select(SentenceRow, ProjectRow, TaskRow.number)
        .outerjoin(TaskRow, there)
        .outerjoin(ProjectRow, ProjectRow.id == TaskRow.project_id)
        .order_by(ProjectRow.id.desc())
    )
    return {
        row.id: Labelled(Sentence(start=row.start, end=row.end, text=row.text), project, number)
        for part in parts(sentence_ids)
        for row, project, number in session.execute(query.where(SentenceRow.id.in_(part)))
    }


def neighbours_of(session: Session, sentence_ids: Iterable[str]) -> dict[str, Neighbours]:
    """By id, for sentences of current versions."""
    here, there = aliased(VersionSentenceRow), aliased(VersionSentenceRow)
    query = (
        select(here.sentence_id, there.position - here.position, SentenceRow.text)
        .join(VersionRow, VersionRow.id == here.version_id)
        .join(
            there,
            (there.version_id == here.version_id)
            & there.position.in_((here.position - 1, here.position + 1)),
        )
        .join(SentenceRow, SentenceRow.id == there.sentence_id)
        .where(VersionRow.current.is_(True))
    )
    found: dict[str, Neighbours] = {}
    for part in parts(sentence_ids):
        for sentence_id, step, text in session.execute(query.where(here.sentence_id.in_(part))):
            entry = found.setdefault(sentence_id, Neighbours())
            if step < 0:
                entry.before = text
            else:
                entry.after = text
    return found


def readers_of(session: Session, sentence_ids: Iterable[str]) -> dict[str, list[Reader]]:
    """By sentence: its annotations that were neither deleted nor skipped, the oldest first."""
    query = (
        select(AnnotationRow, ClaimRow.body)
        .outerjoin(
            ClaimRow,  # found by its sentence, which has an index; annotations have none
            (ClaimRow.sentence_id == AnnotationRow.sentence_id)
            & (ClaimRow.annotation_id == AnnotationRow.id),
        )
        .where(AnnotationRow.deleted_at.is_(None), AnnotationRow.cancelled.is_(False), says_claims())
        .order_by(AnnotationRow.created_at, AnnotationRow.id, ClaimRow.id)
    )
    rows: dict[str, AnnotationRow] = {}
    claims: dict[str, list[Claim]] = {}
    for part in parts(sentence_ids):
        for row, body in session.execute(query.where(AnnotationRow.sentence_id.in_(part))):
            rows[row.id] = row
            claims.setdefault(row.id, []).extend([from_json(body, Claim)] if body else [])
    found: dict[str, list[Reader]] = {}
    for annotation_id, row in rows.items():
        reader = Reader(row.annotator, row.ground_truth, tuple(claims[annotation_id]))
        found.setdefault(row.sentence_id, []).append(reader)
    return found
