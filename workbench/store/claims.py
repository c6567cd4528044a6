"""Claims, derived from annotations alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.core.annotation import Unreadable
from workbench.core.claim import Claim
from workbench.exceptions import NotFound
from workbench.store.parts import parts
from workbench.store.rows import AnnotationRow, ClaimRow, UnreadableRow
from workbench.store.touched import touch_evidence
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
    *,
    sentences: Sequence[str] | None = None,
) -> tuple[int, int]:
    """Makes the stored claims those given (annotation id, chosen, claim); how many came and went.

    With `sentences` those of these alone.
    """
    known = _known(session, sentences)
    new: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    touched: list[tuple[str, str | None]] = []
    given: set[str] = set()
    for annotation_id, chosen, claim in claims:
        given.add(claim.id)
        body = as_json(claim)
        if claim.id not in known:
            new.append(claim_values(claim, annotation_id, chosen, body))
        elif known[claim.id] != (chosen, claim.sentence, body):
            changed.append(claim_values(claim, annotation_id, chosen, body))
        else:
            continue
        touched.append((claim.id, claim.sentence))
    gone = sorted(known.keys() - given)
    for part in parts(gone):
        session.execute(delete(ClaimRow).where(ClaimRow.id.in_(part)))
    touched += [(claim_id, known[claim_id][1]) for claim_id in gone]
    for statement, values in ((insert(ClaimRow), new), (update(ClaimRow), changed)):
        if values:
            session.execute(statement, values)
    touch_evidence(session, touched)
    _replace_unreadable(session, unreadable, sentences)
    return len(new) + len(changed), len(gone) + len(changed)


def _known(session: Session, sentences: Sequence[str] | None) -> dict[str, tuple[bool, str | None, Any]]:
    """What is stored of each claim: whether it was chosen, its sentence, its body."""
    query = select(ClaimRow.id, ClaimRow.chosen, ClaimRow.sentence_id, ClaimRow.body)
    queries = [query]
    if sentences is not None:
        queries = [query.where(ClaimRow.sentence_id.in_(part)) for part in parts(sentences)]
    return {
        row.id: (row.chosen, row.sentence_id, row.body) for each in queries for row in session.execute(each)
    }


def _replace_unreadable(
    session: Session, unreadable: Iterable[Unreadable], sentences: Sequence[str] | None
) -> None:
    if sentences is None:
        session.execute(delete(UnreadableRow))
    for part in parts(sentences or ()):
        there = select(AnnotationRow.id).where(AnnotationRow.sentence_id.in_(part))
        session.execute(
            delete(UnreadableRow)
            .where(UnreadableRow.annotation_id.in_(there))
            .execution_options(synchronize_session=False)
        )
    rows = [
        {
            "annotation_id": entry.annotation,
            "region": entry.region,
            "text": entry.text,
            "field": entry.field,
            "reason": entry.reason,
        }
        for entry in unreadable
    ]
    if rows:
        session.execute(insert(UnreadableRow), rows)


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


def claims_of_sentences(session: Session, sentences: Sequence[str], *, chosen: bool = True) -> list[Claim]:
    """Those that count, or those that do not, in the order of their ids."""
    query = select(ClaimRow.body).where(ClaimRow.chosen.is_(chosen)).order_by(ClaimRow.id)
    return [
        from_json(body, Claim)
        for part in parts(sentences)
        for body in session.scalars(query.where(ClaimRow.sentence_id.in_(part)))
    ]


def count_chosen(session: Session) -> int:
    """How many claims count."""
    return session.scalar(select(func.count()).select_from(ClaimRow).where(ClaimRow.chosen.is_(True))) or 0


def count_unreadable(session: Session) -> int:
    """How many regions could not be read."""
    return session.scalar(select(func.count()).select_from(UnreadableRow)) or 0


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


def claims_by_id(session: Session, ids: Sequence[str], *, chosen: bool | None = None) -> dict[str, Claim]:
    """Those that are there."""
    query = select(ClaimRow.id, ClaimRow.body)
    if chosen is not None:
        query = query.where(ClaimRow.chosen.is_(chosen))
    return {
        row.id: from_json(row.body, Claim)
        for part in parts(ids)
        for row in session.execute(query.where(ClaimRow.id.in_(part)))
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


def claim_values(claim: Claim, annotation_id: str, chosen: bool, body: object) -> dict[str, Any]:
    """The columns of a claim's row."""
    value = claim.quantity.value
    return {
        "id": claim.id,
        "annotation_id": annotation_id,
        "sentence_id": claim.sentence,
        "article_id": claim.article,
        "chosen": chosen,
        "measure": claim.measure,
        "event_id": claim.event,
        "population": claim.population,
        "place": claim.place,
        "origin": claim.origin,
        "outlet": claim.outlet,
        "day": claim.as_of.last if claim.as_of else claim.published_at,
        "value": value if value is None or value < 2**63 else None,
        "body": body,
    }
