"""All evidence in the database: claims of annotated sentences and reported reference counts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.vocabulary import Vocabulary
from workbench.store.claims import all_claims
from workbench.store.events import all_counts


def all_evidence(session: Session, vocabulary: Vocabulary) -> dict[str, Claim]:
    """By id. Counts that were not reported are no evidence and are left out."""
    return _with_counts(session, vocabulary, all_claims(session))


def chosen_evidence(session: Session, vocabulary: Vocabulary) -> dict[str, Claim]:
    """By id, of several annotations of a sentence only those of the one that speaks for it."""
    return _with_counts(session, vocabulary, all_claims(session, chosen=True))


def _with_counts(session: Session, vocabulary: Vocabulary, claims: list[Claim]) -> dict[str, Claim]:
    counts = [count.claim(vocabulary) for count in all_counts(session) if count.reported]
    return {claim.id: claim for claim in (*claims, *counts)}
