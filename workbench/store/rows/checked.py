"""What is still to be derived anew, what that went by, and where the cross-check filed the evidence."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


class UnreadRow(Row):
    """The outbox of `normalise`: sentences whose annotations or article changed since they were read."""

    __tablename__ = "unread"

    sentence_id: Mapped[str] = mapped_column(Id, primary_key=True)


class TouchedRow(Row):
    """The outbox of the cross-check: evidence that came, changed or went since the last one, and sentences
    whose annotations say something else."""

    __tablename__ = "touched"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    evidence_id: Mapped[str | None] = mapped_column(Id)
    sentence_id: Mapped[str | None] = mapped_column(Id)


class DerivedRow(Row):
    """What claims, and findings, were last derived by: an id of vocabulary, settings, events, rulings."""

    __tablename__ = "derived"

    what: Mapped[str] = mapped_column(String(20), primary_key=True)
    basis: Mapped[str] = mapped_column(Id)


class SeriesRow(Row):
    """Derived: a series that has claims. Its id follows from its key."""

    __tablename__ = "series"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    event_id: Mapped[str] = mapped_column(Text, index=True)
    key: Mapped[list[Any]]


class FiledRow(Row):
    """Derived: where the last cross-check put a claim or a reference count. See core/filed.py."""

    __tablename__ = "filed"
    __table_args__ = (Index("ix_filed_start", "event_id", "scope", "start"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    event_id: Mapped[str | None] = mapped_column(Text)
    series_id: Mapped[str | None] = mapped_column(Id, index=True)
    scope: Mapped[str | None] = mapped_column(String(20))
    start: Mapped[str | None] = mapped_column(String(60))
    origin: Mapped[str] = mapped_column(Text)
    whole_id: Mapped[str | None] = mapped_column(Id, index=True)
    host_id: Mapped[str | None] = mapped_column(Id, index=True)
    alike: Mapped[int | None] = mapped_column(index=True)
    odd: Mapped[int | None] = mapped_column(index=True)
