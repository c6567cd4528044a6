"""The claims of a discrepancy with all that a reviewer must see beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.core.article import Sentence
from workbench.core.claim import Claim
from workbench.store.articles import articles_by_id, sentences_by_id
from workbench.store.claims import claims_by_id
from workbench.store.discrepancies import Discrepancy
from workbench.store.events import counts_by_id
from workbench.store.projects import task_of

from .bench import Bench


@dataclass(frozen=True, slots=True)
class Task:
    """Where the sentence is labelled. `url` None: that Label Studio is not the one in force, or is away."""

    project: int
    number: int
    url: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim in its sentence. A reference count has neither sentence nor article nor task."""

    claim: Claim
    sentence: Sentence | None = None
    title: str | None = None
    url: str | None = None
    task: Task | None = None


def claims_of(session: Session, bench: Bench, ids: Sequence[str]) -> dict[str, Claim]:
    """By id: claims, and reference counts as claims of their origin; those that are there."""
    claims = claims_by_id(session, ids)
    counts = counts_by_id(session, [wanted for wanted in ids if wanted not in claims])
    return claims | {count_id: count.claim(bench.vocabulary) for count_id, count in counts.items()}


def evidence_of(session: Session, bench: Bench, ids: Sequence[str]) -> list[Evidence]:
    """In the order of the ids; those that are there."""
    claims = claims_of(session, bench, ids)
    sentences = sentences_by_id(session, {claim.sentence for claim in claims.values() if claim.sentence})
    articles = articles_by_id(session, {claim.article for claim in claims.values() if claim.article})
    label_studio = bench.label_studio_url()
    found = []
    for claim in (claims[wanted] for wanted in ids if wanted in claims):
        row, version = articles.get(claim.article or "", (None, None))
        found.append(
            Evidence(
                claim=claim,
                sentence=sentences.get(claim.sentence or ""),
                title=version.title if version else None,
                url=row.url if row else None,
                task=_task(session, bench.server, label_studio, claim.sentence) if claim.sentence else None,
            )
        )
    return found


def as_found(discrepancy: Discrepancy, claims: dict[str, Claim]) -> bool:
    """Does the evidence still say what it said when the discrepancy was found?"""
    finding = discrepancy.finding
    if any(claim not in claims for claim in finding.claims):
        return False
    return finding.fingerprint(claims) == discrepancy.id


def _task(session: Session, server: str, label_studio: str | None, sentence_id: str) -> Task | None:
    found = task_of(session, sentence_id)
    number = found[1].number if found else None
    if found is None or number is None:
        return None
    project = found[0]
    url = f"{label_studio}/projects/{project.number}/data?task={number}"
    return Task(project.number, number, url if label_studio and project.server == server else None)
