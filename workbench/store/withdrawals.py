"""Articles that were withdrawn: no evidence, until they are reinstated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from workbench.store.parts import parts
from workbench.store.rows import WithdrawalRow


def withdrawn_ids() -> Select[str]:
    """The ids of the articles that are withdrawn now, to select by."""
    return select(WithdrawalRow.article_id).where(WithdrawalRow.ended_at.is_(None))


def standing(session: Session, article_id: str) -> WithdrawalRow | None:
    """The withdrawal of this article that holds now."""
    return session.scalar(
        select(WithdrawalRow).where(WithdrawalRow.article_id == article_id, WithdrawalRow.ended_at.is_(None))
    )


def standing_of(session: Session, article_ids: Iterable[str]) -> dict[str, WithdrawalRow]:
    """By article: the withdrawals that hold now."""
    query = select(WithdrawalRow).where(WithdrawalRow.ended_at.is_(None))
    return {
        row.article_id: row
        for part in parts(article_ids)
        for row in session.scalars(query.where(WithdrawalRow.article_id.in_(part)))
    }


def history(session: Session, article_id: str) -> list[WithdrawalRow]:
    """All withdrawals of this article, the newest first."""
    query = select(WithdrawalRow).where(WithdrawalRow.article_id == article_id)
    return list(session.scalars(query.order_by(WithdrawalRow.id.desc())))


def keep_withdrawal(session: Session, article_id: str, reason: str, by: str, now: datetime) -> WithdrawalRow:
    row = WithdrawalRow(
        article_id=article_id,
        reason=reason,
        withdrawn_by=by,
        withdrawn_at=now,
        ended_by=None,
        ended_at=None,
    )
    session.add(row)
    session.flush()
    return row


def end_withdrawal(session: Session, row: WithdrawalRow, by: str, now: datetime) -> None:
    row.ended_by, row.ended_at = by, now
    session.flush()
