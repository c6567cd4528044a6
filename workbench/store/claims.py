"""Claims, derived from annotations alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.core.annotation import Unreadable
from workbench.core.claim import Claim
from workbench.exceptions import NotFound
from workbench.store.parts import parts
from workbench.store.rows import ClaimRow, UnreadableRow
from workbench.store.touched import touch_claims
from workbench.store.values import as_json, from_json

FILTERS: Mapping[str, InstrumentedAttribute[Any]] = {
    "measure": ClaimRow.measure,
    "event": ClaimRow.event_id,
    "population": ClaimRow.population,
    "place": ClaimRow.place,
    "origin": ClaimRow.origin,
    "outlet": ClaimRow.outlet,
    "article": ClaimRow.article_id,
}


def replace_claims(
    session: Session,
    claims: Iterable[tuple[str, bool, Claim]],
    unreadable: Iterable[Unreadable],
) -> tuple[int, int]:
    """Makes the stored claims those given (annotation id, chosen, claim); how many came and went."""
    given = {claim.id: (annotation_id, chosen, claim) for annotation_id, chosen, claim in claims}
    known = {row.id: row for row in session.scalars(select(ClaimRow))}
    came = went = 0
    touched: list[tuple[str, dict[str, Any]]] = []
    for claim_id in known.keys() - given.keys():
        touched.append((claim_id, known[claim_id].body))
        session.delete(known[claim_id])
        went += 1
    for claim_id, (annotation_id, chosen, claim) in given.items():
        row = known.get(claim_id)
        body = as_json(claim)
        if row is not None and row.body == body and row.chosen == chosen:
            continue
        came += 1
        went += row is not None
        touched.append((claim_id, body))
        if row is not None:
            touched.append((claim_id, row.body))
        session.merge(claim_row(claim, annotation_id, chosen, body))
    touch_claims(session, touched)
    session.execute(delete(UnreadableRow))
    session.add_all(
        UnreadableRow(
            annotation_id=entry.annotation,
            region=entry.region,
            text=entry.text,
            field=entry.field,
            reason=entry.reason,
        )
        for entry in unreadable
    )
    session.flush()
    return came, went


def all_claims(
    session: Session, *, chosen: bool | None = None, events: Collection[str] | None = None
) -> list[Claim]:
    """In the order of their ids; with `events` those of these, and those that name no event."""
    query = select(ClaimRow.id, ClaimRow.body)
    if chosen is not None:
        query = query.where(ClaimRow.chosen.is_(chosen))
    queries = [query]
    if events is not None:
        queries = [query.where(ClaimRow.event_id.in_(part)) for part in parts(sorted(events))]
        queries.append(query.where(ClaimRow.event_id.is_(None)))
    rows = sorted(
        ((row.id, row.body) for each in queries for row in session.execute(each)), key=lambda row: row[0]
    )
    return [from_json(body, Claim) for _, body in rows]


def claims_of_sentences(session: Session, sentences: Sequence[str]) -> list[Claim]:
    """Those that count, in the order of their ids."""
    query = select(ClaimRow.body).where(ClaimRow.chosen.is_(True)).order_by(ClaimRow.id)
    return [
        from_json(body, Claim)
        for part in parts(sentences)
        for body in session.scalars(query.where(ClaimRow.sentence_id.in_(part)))
    ]


def count_chosen(session: Session) -> int:
    """How many claims count."""
    return session.scalar(select(func.count()).select_from(ClaimRow).where(ClaimRow.chosen.is_(True))) or 0


def list_claims(
    session: Session, filters: Mapping[str, str], *, offset: int, limit: int
) -> tuple[list[Claim], int]:
    """One page of the claims that count, in a stable order, and how many there are in all."""
    query = select(ClaimRow).where(ClaimRow.chosen.is_(True))
    for name, value in filters.items():
        query = query.where(FILTERS[name] == value)
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    rows = session.scalars(query.order_by(ClaimRow.id).offset(offset).limit(limit))
    return [from_json(row.body, Claim) for row in rows], total


def get_claim(session: Session, claim_id: str) -> Claim:
    """Raises NotFound."""
    row = session.get(ClaimRow, claim_id)
    if row is None:
        raise NotFound(f"no claim {claim_id}")
    return from_json(row.body, Claim)


def claims_by_id(session: Session, ids: Sequence[str]) -> dict[str, Claim]:
    return {
        row.id: from_json(row.body, Claim)
        for part in parts(ids)
        for row in session.scalars(select(ClaimRow).where(ClaimRow.id.in_(part)))
    }


def claims_in_article(session: Session, article_id: str) -> list[Claim]:
    """Those that count, in the order in which they stand."""
    query = select(ClaimRow).where(ClaimRow.article_id == article_id, ClaimRow.chosen.is_(True))
    claims = [from_json(row.body, Claim) for row in session.scalars(query)]
    return sorted(claims, key=lambda claim: (claim.start or 0, claim.id))


def unreadable_regions(session: Session) -> list[UnreadableRow]:
    return list(
        session.scalars(select(UnreadableRow).order_by(UnreadableRow.annotation_id, UnreadableRow.region))
    )


def claim_row(claim: Claim, annotation_id: str, chosen: bool, body: object) -> ClaimRow:
    value = claim.quantity.value
    return ClaimRow(
        id=claim.id,
        annotation_id=annotation_id,
        sentence_id=claim.sentence,
        article_id=claim.article,
        chosen=chosen,
        measure=claim.measure,
        event_id=claim.event,
        population=claim.population,
        place=claim.place,
        origin=claim.origin,
        outlet=claim.outlet,
        day=claim.as_of.last if claim.as_of else claim.published_at,
        value=value if value is None or value < 2**63 else None,
        body=body,
    )
