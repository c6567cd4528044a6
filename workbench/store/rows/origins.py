"""Who copies whom: recorded, what reviewers say of it; derived, the edges."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Row


class EdgeRulingRow(Row):
    """What reviewers say of edges between origins: append-only, one live entry per edge."""

    __tablename__ = "edge_ruling"
    __table_args__ = (
        Index(
            "ix_edge_ruling_live",
            "copy",
            "original",
            unique=True,
            sqlite_where=text("live"),
            postgresql_where=text("live"),
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    copy: Mapped[str] = mapped_column(String(400))
    original: Mapped[str] = mapped_column(String(400))
    live: Mapped[bool]
    cut: Mapped[bool]
    reviewer: Mapped[str] = mapped_column(Text)
    ruled_at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text)


class OriginEdgeRow(Row):
    """Derived: who copies whom, as the last cross-check saw it. Ends are ids of claims, or names."""

    __tablename__ = "origin_edge"

    copy: Mapped[str] = mapped_column(String(400), primary_key=True)
    original: Mapped[str] = mapped_column(String(400), primary_key=True, index=True)
    kind: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(Text)
