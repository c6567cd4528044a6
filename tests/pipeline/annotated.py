"""Sentences with several annotators, as they would be pulled."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.annotation import Annotation, Region
from workbench.core.article import Article
from workbench.core.vocabulary import Vocabulary
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.normalise import normalise
from workbench.store.annotations import keep_tasks
from workbench.store.projects import keep_project
from workbench.store.rows import ProjectRow, SentenceRow

TEXTS = (
    "In Khartoum 40 people were killed.",
    "In Omdurman 12 people were injured.",
    "In Bahri 9 people were killed.",
)


def said(text: str, number: str, measure: str, value: str | None = None) -> Region:
    start = text.index(number)
    fields = {} if value is None else {"value": value}
    return Region(
        id=f"{number}-{measure}",
        start=start,
        end=start + len(number),
        text=number,
        measure=measure,
        fields=fields,
    )


def answer(
    number: int,
    sentence: str,
    annotator: str,
    *regions: Region,
    answer: str = "claims",
    skipped: bool = False,
) -> Annotation:
    return Annotation(
        id=str(number),
        sentence=sentence,
        annotator=annotator,
        created_at=NOON,
        updated_at=NOON - timedelta(minutes=number),
        regions=regions,
        answer=answer,
        cancelled=skipped,
    )


def fill(session: Session, vocabulary: Vocabulary) -> ProjectRow:
    """The first sentence two read alike and a third one skips; the second is read as injured and as killed;
    in the last, one reads nothing. Annotator 7 is the last to answer each."""
    article = Article("Wire", date(2024, 1, 24), "\n".join(TEXTS), file="wire.txt")
    ingest_articles(session, [article], now=NOON, max_characters=10_000)
    project = keep_project(session, "local", 1, "Numeric claims")
    first, second, third = (
        session.scalars(select(SentenceRow.id).where(SentenceRow.text == text)).one() for text in TEXTS
    )
    answers = {
        first: [
            answer(1, first, "7", said(TEXTS[0], "40", "killed")),
            answer(2, first, "8", said(TEXTS[0], "40", "killed")),
            answer(3, first, "9", said(TEXTS[0], "40", "injured"), skipped=True),
        ],
        second: [
            answer(4, second, "7", said(TEXTS[1], "12", "injured")),
            answer(5, second, "8", said(TEXTS[1], "12", "killed")),
        ],
        third: [
            answer(6, third, "7", said(TEXTS[2], "9", "killed")),
            answer(7, third, "8", answer="no_claim"),
        ],
    }
    keep_tasks(
        session,
        project,
        [(task, sentence, told) for task, (sentence, told) in enumerate(answers.items(), start=1)],
        now=NOON,
    )
    normalise(session, vocabulary)
    return project
