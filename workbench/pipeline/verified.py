"""The verified claim set out of claims, findings and decisions."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from workbench.core.pseudonym import pseudonym
from workbench.core.release import Release
from workbench.core.vocabulary import Vocabulary
from workbench.pipeline.evidence import chosen_evidence
from workbench.pipeline.origins import origins_of
from workbench.review.verify import verify
from workbench.store.articles import articles_by_id, sentences_by_id
from workbench.store.discrepancies import list_discrepancies, live_decisions


def verified_set(session: Session, vocabulary: Vocabulary, *, key: bytes | None = None) -> Release:
    """Claims that nothing open of severity low or above speaks against, in a stable order.

    Annotators stand in it under pseudonyms made with the key; without one they are left out.
    """
    discrepancies, _ = list_discrepancies(session)
    evidence = chosen_evidence(session, vocabulary)
    verified = verify(
        evidence,
        {entry.id: entry.finding for entry in discrepancies},
        live_decisions(session),
        origins_of(session, vocabulary, evidence),
    )
    sentences = sentences_by_id(session, {entry.claim.sentence for entry in verified if entry.claim.sentence})
    articles = articles_by_id(session, {entry.claim.article for entry in verified if entry.claim.article})
    claims = []
    for entry in verified:
        sentence = sentences.get(entry.claim.sentence or "")
        article = articles.get(entry.claim.article or "")
        claims.append(
            replace(
                entry,
                claim=replace(entry.claim, annotator=_named(entry.claim.annotator, key)),
                quote=sentence.text if sentence else None,
                url=article[0].url if article else None,
                file=article[0].file if article else None,
            )
        )
    return Release(tuple(claims))


def _named(annotator: str | None, key: bytes | None) -> str | None:
    return None if annotator is None or key is None else pseudonym(key, annotator)
