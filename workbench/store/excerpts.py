"""Articles of which only quotes are known, because they come out of a release."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.core.annotation import Annotation
from workbench.core.article import Sentence
from workbench.core.identity import content_id
from workbench.core.release import Source
from workbench.store.rows import (
    AnnotationRow,
    ArticleRow,
    DecisionRow,
    EventRow,
    ProjectRow,
    ReferenceCountRow,
    SentenceRow,
    VersionRow,
    VersionSentenceRow,
)
from workbench.store.values import as_json


def is_empty(session: Session) -> bool:
    """Is nothing recorded yet?"""
    tables = (ArticleRow, EventRow, ReferenceCountRow, DecisionRow)
    return not any(session.scalar(select(func.count()).select_from(table)) for table in tables)


def keep_excerpt(
    session: Session, source: Source, text: str, sentences: Sequence[Sentence], *, now: datetime
) -> None:
    """Stores an article by the id it has, with the sentences that are known. Once the whole article is read
    in, it is a newer version of the same, and shares these sentences."""
    session.add(
        ArticleRow(id=source.id, outlet=source.outlet, url=source.url, file=source.file, ingested_at=now)
    )
    session.flush()
    version = content_id("excerpt", source.version, text)
    session.add(
        VersionRow(
            id=version,
            article_id=source.id,
            number=1,
            current=True,
            outlet=source.outlet,
            published_at=source.published_at,
            title=source.title,
            language=source.language,
            event_id=source.event,
            text=text,
            suggester=None,
            ingested_at=now,
        )
    )
    ids = [sentence.id(source.id) for sentence in sentences]
    session.add_all(
        SentenceRow(id=name, article_id=source.id, start=one.start, end=one.end, text=one.text)
        for name, one in zip(ids, sentences, strict=True)
    )
    session.flush()
    session.add_all(
        VersionSentenceRow(version_id=version, position=position, sentence_id=name)
        for position, name in enumerate(ids)
    )
    session.flush()


def keep_annotation(session: Session, project: ProjectRow, annotation: Annotation) -> None:
    """Stores an annotation by the id it has, so that its claims have theirs."""
    session.add(
        AnnotationRow(
            id=annotation.id,
            project_id=project.id,
            sentence_id=annotation.sentence,
            annotator=annotation.annotator,
            created_at=annotation.created_at,
            updated_at=annotation.updated_at,
            answer=annotation.answer,
            cancelled=annotation.cancelled,
            ground_truth=annotation.ground_truth,
            lead_time=annotation.lead_time,
            regions=as_json(annotation.regions),
        )
    )
