"""Who copies whom, and what reviewers say of it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, delete, func, or_, select
from sqlalchemy.orm import Session

from workbench.core.edge import Edge, EdgeKind, Ruling
from workbench.store.parts import parts
from workbench.store.rows import EdgeRulingRow, OriginEdgeRow


def replace_edges(session: Session, edges: Iterable[Edge]) -> None:
    """Makes the stored edges those given."""
    given = {(edge.copy, edge.original): edge for edge in edges}
    known = {(row.copy, row.original): row for row in session.scalars(select(OriginEdgeRow))}
    for pair in known.keys() - given.keys():
        session.delete(known[pair])
    _keep(session, given, known)


def replace_edges_from(session: Session, copies: Iterable[str], edges: Iterable[Edge]) -> None:
    """Makes the stored edges from these ends those given, and leaves all others as they are."""
    for part in parts(copies):
        session.execute(delete(OriginEdgeRow).where(OriginEdgeRow.copy.in_(part)))
    _keep(session, {(edge.copy, edge.original): edge for edge in edges}, {})


def _keep(
    session: Session, given: dict[tuple[str, str], Edge], known: dict[tuple[str, str], OriginEdgeRow]
) -> None:
    for pair, edge in given.items():
        row = known.get(pair)
        if row is None:
            session.add(
                OriginEdgeRow(copy=pair[0], original=pair[1], kind=edge.kind.value, reason=edge.reason)
            )
        elif (row.kind, row.reason) != (edge.kind.value, edge.reason):
            row.kind, row.reason = edge.kind.value, edge.reason
    session.flush()


def all_edges(session: Session) -> list[Edge]:
    query = select(OriginEdgeRow).order_by(OriginEdgeRow.copy, OriginEdgeRow.original)
    return [_edge(row) for row in session.scalars(query)]


def list_edges(session: Session, end: str | None, *, offset: int, limit: int) -> tuple[list[Edge], int]:
    """One page of the edges, of those with this claim or name at either end, and how many in all."""
    query = select(OriginEdgeRow)
    if end is not None:
        query = query.where(or_(OriginEdgeRow.copy == end, OriginEdgeRow.original == end))
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    query = query.order_by(OriginEdgeRow.copy, OriginEdgeRow.original).offset(offset).limit(limit)
    return [_edge(row) for row in session.scalars(query)], total


def edges_at(session: Session, ends: Iterable[str]) -> list[Edge]:
    """The edges that have one of these, ids of claims or names, at either end."""
    found = {
        (row.copy, row.original): row
        for part in parts(sorted(ends))
        for row in session.scalars(
            select(OriginEdgeRow).where(or_(OriginEdgeRow.copy.in_(part), OriginEdgeRow.original.in_(part)))
        )
    }
    return [_edge(found[pair]) for pair in sorted(found)]


def edges_from(session: Session, copies: Iterable[str]) -> list[Edge]:
    """The edges from these ends."""
    return [
        _edge(row)
        for part in parts(sorted(copies))
        for row in session.scalars(select(OriginEdgeRow).where(OriginEdgeRow.copy.in_(part)))
    ]


def find_edge(session: Session, copy: str, original: str) -> Edge | None:
    row = session.get(OriginEdgeRow, (copy, original))
    return _edge(row) if row else None


def keep_ruling(session: Session, ruling: Ruling) -> None:
    """Adds the entry and makes it the live one on this edge; an earlier one stays in the log."""
    earlier = select(EdgeRulingRow).where(
        EdgeRulingRow.copy == ruling.copy,
        EdgeRulingRow.original == ruling.original,
        EdgeRulingRow.live.is_(True),
    )
    for row in session.scalars(earlier):
        row.live = False
    session.flush()
    session.add(
        EdgeRulingRow(
            copy=ruling.copy,
            original=ruling.original,
            live=True,
            cut=ruling.cut,
            reviewer=ruling.reviewer,
            ruled_at=ruling.ruled_at,
            note=ruling.note,
        )
    )
    session.flush()


def live_rulings(session: Session) -> list[Ruling]:
    """The oldest first."""
    return [_ruling(row) for row in session.scalars(_log().where(EdgeRulingRow.live.is_(True)))]


def all_rulings(session: Session) -> list[Ruling]:
    """The whole log, the oldest first."""
    return [_ruling(row) for row in session.scalars(_log())]


def _log() -> Select[EdgeRulingRow]:
    return select(EdgeRulingRow).order_by(EdgeRulingRow.id)


def _edge(row: OriginEdgeRow) -> Edge:
    return Edge(row.copy, row.original, row.reason, EdgeKind(row.kind))


def _ruling(row: EdgeRulingRow) -> Ruling:
    return Ruling(
        copy=row.copy,
        original=row.original,
        cut=row.cut,
        reviewer=row.reviewer,
        ruled_at=row.ruled_at,
        note=row.note,
    )
