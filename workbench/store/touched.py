"""The outbox of the cross-check: which evidence changed since the last one, and what that one went by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.store.parts import parts
from workbench.store.rows import CheckedRow, ClaimRow, TouchedRow
from workbench.store.values import from_json


@dataclass(frozen=True, slots=True)
class Touched:
    """Evidence that came, changed or went: its id, and its event or else the claim as it was or is."""

    id: str
    event: str | None
    claim: Claim | None


def touch_claims(session: Session, claims: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Notes claims, each as it was and as it is, by id and body."""
    rows = [
        {
            "evidence_id": claim_id,
            "event_id": body.get("event"),
            "body": None if body.get("event") else body,
        }
        for claim_id, body in claims
    ]
    if rows:
        session.execute(insert(TouchedRow), rows)


def touch_counts(session: Session, counts: Iterable[tuple[str, str]]) -> None:
    """Notes reference counts, by id and event."""
    rows = [{"evidence_id": count, "event_id": event, "body": None} for count, event in counts]
    if rows:
        session.execute(insert(TouchedRow), rows)


def touch_articles(session: Session, articles: Iterable[str]) -> None:
    """Notes all claims of these articles, around which the text has changed."""
    for part in parts(articles):
        query = select(ClaimRow.id, ClaimRow.body).where(ClaimRow.article_id.in_(part))
        touch_claims(session, [(row.id, row.body) for row in session.execute(query)])


def all_touched(session: Session) -> list[Touched]:
    rows = session.scalars(select(TouchedRow).order_by(TouchedRow.id))
    return [
        Touched(row.evidence_id, row.event_id, from_json(row.body, Claim) if row.body else None)
        for row in rows
    ]


def basis_of(session: Session) -> str | None:
    """What the last cross-check went by; None where there was none."""
    return session.scalar(select(CheckedRow.basis))


def note_checked(session: Session, basis: str) -> None:
    """Says that everything is checked, by this basis."""
    session.execute(delete(TouchedRow))
    session.execute(delete(CheckedRow))
    session.add(CheckedRow(id=1, basis=basis))
    session.flush()
