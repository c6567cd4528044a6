"""Articles and claims by what is asked for, page by page; the last page is as quick as the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, or_, select, tuple_
from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.store.claims import FILTERS
from workbench.store.rows import (
    AnnotationRow,
    ClaimRow,
    DecisionRow,
    DiscrepancyClaimRow,
    DiscrepancyRow,
    ReferenceCountRow,
    SentenceRow,
    TaskRow,
    VersionRow,
    VoiceRow,
)
from workbench.store.values import from_json

ArticleKey = tuple[date, str]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article without its text, and how many claims there are in it."""

    id: str
    outlet: str
    published_at: date
    title: str | None
    claims: int


def find_articles(
    session: Session, words: str, *, limit: int, after: ArticleKey | None = None
) -> tuple[list[FoundArticle], ArticleKey | None]:
    """The newest first, of those with these words in title or outlet; the key of the next page, if any."""
    claims = (
        select(func.count())
        .where(ClaimRow.article_id == VersionRow.article_id, ClaimRow.chosen.is_(True))
        .scalar_subquery()
    )
    query = select(
        VersionRow.article_id, VersionRow.outlet, VersionRow.published_at, VersionRow.title, claims
    ).where(VersionRow.current.is_(True))
    for word in words.split():
        wanted = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        pattern = f"%{wanted}%"
        query = query.where(
            or_(VersionRow.title.ilike(pattern, escape="\\"), VersionRow.outlet.ilike(pattern, escape="\\"))
        )
    if after is not None:
        query = query.where(tuple_(VersionRow.published_at, VersionRow.article_id) < after)
    query = query.order_by(VersionRow.published_at.desc(), VersionRow.article_id.desc())
    rows = session.execute(query.limit(limit + 1)).all()
    found = [FoundArticle(*row) for row in rows[:limit]]
    last = found[-1] if len(rows) > limit else None
    return found, (last.published_at, last.id) if last else None


def find_claims(
    session: Session, filters: Mapping[str, str], *, limit: int, after: str | None = None
) -> tuple[list[Claim], str | None]:
    """Of those that count, in a stable order; the id after which the next page begins, if any."""
    query = select(ClaimRow.id, ClaimRow.body).where(ClaimRow.chosen.is_(True))
    for name, value in filters.items():
        query = query.where(FILTERS[name] == value)
    if after is not None:
        query = query.where(ClaimRow.id > after)
    rows = session.execute(query.order_by(ClaimRow.id).limit(limit + 1)).all()
    found = [from_json(body, Claim) for _, body in rows[:limit]]
    return found, found[-1].id if len(rows) > limit else None


def discrepancies_with(session: Session, claim: str) -> list[tuple[str, str, int, str, str]]:
    """Id, class, severity, state and message of each that this claim is in, the gravest first."""
    query = (
        select(
            DiscrepancyRow.id,
            DiscrepancyRow.cls,
            DiscrepancyRow.severity,
            DiscrepancyRow.state,
            DiscrepancyRow.message,
        )
        .join(DiscrepancyClaimRow, DiscrepancyClaimRow.discrepancy_id == DiscrepancyRow.id)
        .where(DiscrepancyClaimRow.claim_id == claim)
        .order_by(DiscrepancyRow.rank, DiscrepancyRow.id)
        .limit(200)
    )
    return [(name, cls, grave, state, told) for name, cls, grave, state, told in session.execute(query)]


@dataclass(frozen=True, slots=True)
class Flow:
    """How many there are at each station from article to decision."""

    articles: int
    sentences: int
    tasks: int
    annotated: int
    claims: int
    counts: int
    discrepancies: int
    decisions: int


def flow(session: Session) -> Flow:
    """One query."""
    counted = (
        select(func.count()).where(VersionRow.current.is_(True)),
        select(func.count()).select_from(SentenceRow),
        select(func.count()).where(TaskRow.number.is_not(None), TaskRow.gone_at.is_(None)),
        select(func.count(func.distinct(AnnotationRow.sentence_id))).where(
            AnnotationRow.deleted_at.is_(None)
        ),
        select(func.count()).where(ClaimRow.chosen.is_(True)),
        select(func.count()).select_from(ReferenceCountRow),
        select(func.count()).select_from(DiscrepancyRow),
        select(func.count()).where(DecisionRow.live.is_(True)),
    )
    return Flow(*session.execute(select(*(one.scalar_subquery() for one in counted))).one())


def busiest(session: Session, kind: str, *, limit: int) -> list[tuple[str, int, int]]:
    """The outlets, or origins, that speak in most discrepancies: the name, in how many, and in how many that
    somebody still has to decide."""
    todo = select(DiscrepancyRow.id).where(DiscrepancyRow.todo.is_(True))
    query = (
        select(
            VoiceRow.name,
            func.count().label("all"),
            func.count(case((VoiceRow.discrepancy_id.in_(todo), 1))),
        )
        .where(VoiceRow.kind == kind)
        .group_by(VoiceRow.name)
        .order_by(func.count().desc(), VoiceRow.name)
        .limit(limit)
    )
    return [(name, found, todo) for name, found, todo in session.execute(query)]
