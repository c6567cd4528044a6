"""Annotations to claims. Claims are derived: this makes the stored ones what the annotations say now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from workbench.claims.choose import choose
from workbench.claims.normalise import normalise as normalise_annotation
from workbench.core.annotation import Unreadable
from workbench.core.article import Sentence
from workbench.core.claim import Claim
from workbench.core.vocabulary import Vocabulary
from workbench.store.annotations import annotated_sentences
from workbench.store.articles import article_of
from workbench.store.claims import replace_claims
from workbench.store.events import merged_events


@dataclass(frozen=True, slots=True)
class Normalised:
    """How many claims there are, how many came and went, and how many regions could not be read."""

    claims: int
    came: int
    went: int
    unreadable: int


def normalise(session: Session, vocabulary: Vocabulary) -> Normalised:
    """Reads every annotation of the current sentences. Running it twice changes nothing."""
    claims: list[tuple[str, bool, Claim]] = []
    unreadable: list[Unreadable] = []
    into = merged_events(session)
    for row, article_row, version, answers in annotated_sentences(session):
        sentence = Sentence(start=row.start, end=row.end, text=row.text)
        article = article_of(article_row, version)
        read = [
            (
                annotation,
                normalise_annotation(
                    annotation,
                    sentence,
                    article,
                    article_id=article_row.id,
                    vocabulary=vocabulary,
                    language=article.language,
                ),
            )
            for annotation in answers
        ]
        chosen = choose(read)
        for annotation, results in read:
            for result in results:
                if isinstance(result, Unreadable):
                    unreadable.append(result)
                else:
                    event = into.get(result.event or "", result.event)
                    claim = result if event == result.event else replace(result, event=event)
                    claims.append((annotation.id, annotation is chosen, claim))
    came, went = replace_claims(session, claims, unreadable)
    return Normalised(sum(chosen for _, chosen, _ in claims), came, went, len(unreadable))
