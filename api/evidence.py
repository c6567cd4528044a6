"""The claims of a discrepancy with all that a reviewer must see beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from workbench.core.article import Sentence
from workbench.core.claim import Claim
from workbench.core.pseudonym import pseudonym_of
from workbench.pipeline.evidence import evidence_by_id
from workbench.store.articles import articles_by_id
from workbench.store.surroundings import (
    Labelled,
    Neighbours,
    Reader,
    labelled_sentences,
    neighbours_of,
    readers_of,
)

from .bench import Bench


@dataclass(frozen=True, slots=True)
class Task:
    """Where the sentence is labelled. `url` None: that Label Studio is not the one in force, or is away."""

    project: int
    number: int
    url: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim in its sentence. A reference count has neither sentence nor article nor task. Readers have the
    pseudonyms of annotators."""

    claim: Claim
    sentence: Sentence | None = None
    title: str | None = None
    url: str | None = None
    task: Task | None = None
    language: str = "en"
    neighbours: Neighbours | None = None
    readers: tuple[Reader, ...] = ()


def claims_of(session: Session, bench: Bench, ids: Sequence[str]) -> dict[str, Claim]:
    """By id: claims, and reference counts as claims of their origin; those that are there."""
    return evidence_by_id(session, bench.vocabulary, ids)


def evidence_of(
    session: Session, bench: Bench, ids: Sequence[str], *, merged: Mapping[str, str] | None = None
) -> list[Evidence]:
    """In the order of the ids; those that are there. Six queries, however many there are. `merged`: what
    events that were merged have become."""
    claims = evidence_by_id(session, bench.vocabulary, ids, merged=merged)
    sentences = labelled_sentences(session, {one.sentence for one in claims.values() if one.sentence})
    articles = articles_by_id(session, {claim.article for claim in claims.values() if claim.article})
    neighbours = neighbours_of(session, list(sentences))
    readers = readers_of(session, list(sentences))
    key = bench.pseudonym_key if readers else b""
    label_studio = bench.label_studio_url() if any(one.task for one in sentences.values()) else None
    found = []
    for claim in (claims[wanted] for wanted in ids if wanted in claims):
        row, version = articles.get(claim.article or "", (None, None))
        sentence = claim.sentence or ""
        labelled = sentences.get(sentence)
        found.append(
            Evidence(
                claim=claim,
                sentence=labelled.sentence if labelled else None,
                title=version.title if version else None,
                url=row.url if row else None,
                task=_task(bench.server, label_studio, labelled),
                language=version.language if version else "en",
                neighbours=neighbours.get(sentence),
                readers=tuple(_named(reader, key) for reader in readers.get(sentence, ())),
            )
        )
    return found


def _named(reader: Reader, key: bytes) -> Reader:
    return replace(reader, annotator=pseudonym_of(key, reader.annotator))


def _task(server: str, label_studio: str | None, found: Labelled | None) -> Task | None:
    if found is None or found.project is None or found.task is None:
        return None
    url = f"{label_studio}/projects/{found.project.number}/data?task={found.task}"
    known = label_studio and found.project.server == server
    return Task(found.project.number, found.task, url if known else None)
