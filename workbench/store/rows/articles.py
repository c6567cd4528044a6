"""Recorded: events with their reference counts, articles with their versions and sentences."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


class EventRow(Row):
    __tablename__ = "event"

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    start: Mapped[date]
    end: Mapped[date | None]
    places: Mapped[list[Any]]
    aliases: Mapped[list[Any]]
    populations: Mapped[dict[str, Any]]
    # The event that this one turned out to be. What was recorded of both stays as it was.
    merged_into: Mapped[str | None] = mapped_column(String(200))


class ReferenceCountRow(Row):
    __tablename__ = "reference_count"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    event_id: Mapped[str] = mapped_column(ForeignKey("event.id"), index=True)
    place: Mapped[str | None] = mapped_column(Text)
    population: Mapped[str | None] = mapped_column(Text)
    measure: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(Text)
    as_of: Mapped[date]
    value: Mapped[int]
    reported: Mapped[bool]


class ArticleRow(Row):
    __tablename__ = "article"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    outlet: Mapped[str] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    file: Mapped[str | None] = mapped_column(Text)
    ingested_at: Mapped[datetime]


class WithdrawalRow(Row):
    """An article was withdrawn, and perhaps reinstated since: `ended_at`. Nothing is overwritten."""

    __tablename__ = "withdrawal"
    __table_args__ = (
        Index(
            "ix_withdrawal_standing",
            "article_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), index=True)
    reason: Mapped[str] = mapped_column(Text)
    withdrawn_by: Mapped[str] = mapped_column(Text)
    withdrawn_at: Mapped[datetime]
    ended_by: Mapped[str | None] = mapped_column(Text)
    ended_at: Mapped[datetime | None]


class VersionRow(Row):
    """One version of an article; the newest one is `current`, and only it is evidence."""

    __tablename__ = "article_version"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(
            "ix_article_version_current",
            "article_id",
            unique=True,
            sqlite_where=text("current"),
            postgresql_where=text("current"),
        ),
        Index("ix_article_version_published", "current", "published_at", "article_id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"))
    number: Mapped[int]
    current: Mapped[bool]
    outlet: Mapped[str] = mapped_column(Text)
    published_at: Mapped[date]
    title: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(35))
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id"))
    text: Mapped[str] = mapped_column(Text)
    suggester: Mapped[str | None] = mapped_column(String(100))
    ingested_at: Mapped[datetime]


class SentenceRow(Row):
    """A sentence is its article, its offsets and its words; versions share the ones that did not change."""

    __tablename__ = "sentence"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class VersionSentenceRow(Row):
    """Which sentences a version has, in order, and what was suggested in each (offsets in the sentence)."""

    __tablename__ = "version_sentence"

    version_id: Mapped[str] = mapped_column(ForeignKey("article_version.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"), index=True)
    suggestions: Mapped[list[Any] | None]
