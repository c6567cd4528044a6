"""The labelled sentences behind the claims of a release, as Label Studio takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy.orm import Session

from workbench.claims.normalise import claim_id
from workbench.core.annotation import Annotation
from workbench.core.pseudonym import pseudonym_of
from workbench.labelstudio.corpus import Labelled, labelled_json, within
from workbench.labelstudio.predictions import Json
from workbench.review.quote import cut
from workbench.store.annotations import annotated_sentences
from workbench.store.releases import claimed_sentences


def labelled_tasks(
    session: Session, claims: Collection[bytes], key: bytes, quote_limit: int
) -> Iterator[Json]:
    """A task for each sentence with a claim of the release (ids in UTF-8), in the order of articles.

    Annotations hold the numbers that are released and the words that speak for them; annotators stand under
    pseudonyms. Of a longer sentence the part around its first such number is there.
    """
    number = 0
    for sentence, article, version, answers in annotated_sentences(session, claimed_sentences(session)):
        accepted = [(one, kept) for one in answers if (kept := _kept(one, claims))]
        spans = [
            (region.start, region.end)
            for one, kept in accepted
            for region in one.regions
            if region.id in kept
        ]
        if not spans:
            continue
        number += 1
        text, first = cut(sentence.text, *min(spans), quote_limit)
        said = [
            _named(within(one, kept, first, first + len(text)), key)
            for one, kept in sorted(accepted, key=lambda pair: pair[0].id)
        ]
        labelled = Labelled(
            sentence=sentence.id,
            article=article.id,
            text=text,
            start=sentence.start + first,
            outlet=version.outlet,
            published_at=version.published_at.isoformat(),
            language=version.language,
            title=version.title,
            event=version.event_id,
            annotations=tuple(said),
        )
        yield labelled_json(number, labelled)


def _kept(annotation: Annotation, claims: Collection[bytes]) -> list[str]:
    return [
        region.id
        for region in annotation.regions
        if not region.role and claim_id(annotation.id, region.id).encode() in claims
    ]


def _named(annotation: Annotation, key: bytes) -> Annotation:
    return replace(annotation, annotator=pseudonym_of(key, annotation.annotator))
