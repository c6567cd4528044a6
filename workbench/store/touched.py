"""What changed since claims and findings were last derived, and what they were derived by."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from workbench.store.parts import parts
from workbench.store.rows import AnnotationRow, ClaimRow, DerivedRow, SentenceRow, TouchedRow, UnreadRow

CLAIMS, FINDINGS = "claims", "findings"


def touch_sentences(session: Session, sentences: Iterable[str]) -> None:
    """Notes sentences whose annotations have changed."""
    for part in parts(sorted(set(sentences))):
        there = set(session.scalars(select(UnreadRow.sentence_id).where(UnreadRow.sentence_id.in_(part))))
        rows = [{"sentence_id": sentence} for sentence in part if sentence not in there]
        if rows:
            session.execute(insert(UnreadRow), rows)


def touch_articles(session: Session, articles: Iterable[str]) -> None:
    """Notes all annotated sentences and all claims of these articles, around which the text has changed."""
    for part in parts(articles):
        annotated = (
            select(AnnotationRow.sentence_id)
            .join(SentenceRow, SentenceRow.id == AnnotationRow.sentence_id)
            .where(SentenceRow.article_id.in_(part))
        )
        touch_sentences(session, session.scalars(annotated))
        query = select(ClaimRow.id, ClaimRow.sentence_id).where(ClaimRow.article_id.in_(part))
        touch_evidence(session, ((row.id, row.sentence_id) for row in session.execute(query)))


def touch_evidence(session: Session, evidence: Iterable[tuple[str | None, str | None]]) -> None:
    """Notes claims and reference counts, by id and sentence; and sentences that annotators read otherwise."""
    rows = [{"evidence_id": evidence_id, "sentence_id": sentence} for evidence_id, sentence in evidence]
    if rows:
        session.execute(insert(TouchedRow), rows)


def unread_sentences(session: Session) -> list[str]:
    """Those to be normalised."""
    return list(session.scalars(select(UnreadRow.sentence_id).order_by(UnreadRow.sentence_id)))


def all_touched(session: Session) -> tuple[list[str], list[str]]:
    """Ids of evidence, and of sentences."""
    evidence = select(TouchedRow.evidence_id).where(TouchedRow.evidence_id.is_not(None)).distinct()
    sentences = select(TouchedRow.sentence_id).where(TouchedRow.sentence_id.is_not(None)).distinct()
    return (
        sorted(found for found in session.scalars(evidence) if found),
        sorted(found for found in session.scalars(sentences) if found),
    )


def count_touched(session: Session) -> int:
    """How many pieces of evidence, and sentences, wait for a cross-check."""
    return sum(map(len, all_touched(session)))


def basis_of(session: Session, what: str) -> str | None:
    """What claims, or findings, were last derived by; None where they never were."""
    return session.scalar(select(DerivedRow.basis).where(DerivedRow.what == what))


def note_derived(session: Session, what: str, basis: str) -> None:
    """Says that all claims, or findings, are derived, by this basis."""
    session.execute(delete(UnreadRow if what == CLAIMS else TouchedRow))
    if basis_of(session, what) != basis:
        session.execute(delete(DerivedRow).where(DerivedRow.what == what))
        session.execute(insert(DerivedRow), [{"what": what, "basis": basis}])
