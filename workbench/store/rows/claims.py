"""Derived from annotations, and can be rebuilt: claims, and what cannot be read."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row

SEARCHED = ("measure", "event_id", "population", "place", "origin", "outlet")


class ClaimRow(Row):
    """Derived from annotations alone. `body` is the whole claim; the columns beside it are for search."""

    __tablename__ = "claim"
    # Lists of claims go by their ids: with the id in it, an index of any filter gives a page in order.
    __table_args__ = (
        Index("ix_claim_series", "event_id", "measure", "population", "place", "day"),
        *(Index(f"ix_claim_{name}", name, "id") for name in SEARCHED),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    annotation_id: Mapped[str] = mapped_column(ForeignKey("annotation.id"))
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"), index=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), index=True)
    chosen: Mapped[bool] = mapped_column(index=True)  # so that those that count are counted
    measure: Mapped[str] = mapped_column(Text)
    event_id: Mapped[str | None] = mapped_column(Text)
    population: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    value: Mapped[int | None]
    day: Mapped[date | None]  # the last one that it is as of, else that of publication
    body: Mapped[dict[str, Any]]


class UnreadableRow(Row):
    """A labelled region that is no claim because a part of it could not be read."""

    __tablename__ = "unreadable"

    annotation_id: Mapped[str] = mapped_column(ForeignKey("annotation.id"), primary_key=True)
    region: Mapped[str] = mapped_column(String(200), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
