"""Recorded: what Label Studio is to have, and what people answered there."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


class ProjectRow(Row):
    """A Label Studio project. `server` is "local", or the address of an existing server.

    `event_id` and `language` are its rule: only sentences of these are to be in it.
    """

    __tablename__ = "project"
    __table_args__ = (UniqueConstraint("server", "number"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    server: Mapped[str] = mapped_column(Text)
    number: Mapped[int]
    title: Mapped[str] = mapped_column(Text)
    pulled_to: Mapped[datetime | None]
    event_id: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(35))


class TaskRow(Row):
    """The outbox: this sentence is to be in this project. `number` is Label Studio's, once it is there.

    `version_id` and `model_version` say what the task shows, `told` which note it carries, `note` the one it
    is to carry. `claimed_at` is when a request with it left whose end was not seen yet, `watched_until` how
    long one that was given up may still arrive. `gone_at`: somebody deleted the task there. `seen_at`: its
    last change that was pulled. `refused`: why it cannot be sent.
    """

    __tablename__ = "task"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"), primary_key=True, index=True)
    number: Mapped[int | None]
    pushed_at: Mapped[datetime | None]
    version_id: Mapped[str | None] = mapped_column(Id)
    model_version: Mapped[str | None] = mapped_column(String(100))
    note: Mapped[str] = mapped_column(Text)
    told: Mapped[str] = mapped_column(Text)
    claimed_at: Mapped[datetime | None]
    watched_until: Mapped[datetime | None]
    gone_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]
    refused: Mapped[str | None] = mapped_column(Text)


class HintRow(Row):
    """Label Studio says that something happened to this task; 0 is for something in the project."""

    __tablename__ = "hint"

    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), primary_key=True)
    task: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    received_at: Mapped[datetime]


class AnnotationRow(Row):
    """A person's answer as it is now; `task` is Label Studio's number. A deleted one stays, marked.

    `changes` says what the annotator made of the suggestion; None where that is not known.
    """

    __tablename__ = "annotation"
    __table_args__ = (
        Index("ix_annotation_sentence_id", "sentence_id", "deleted_at"),
        # Few answers are "no claim", and the cross-check asks for those.
        Index(
            "ix_annotation_no_claim",
            "sentence_id",
            sqlite_where=text("answer = 'no_claim'"),
            postgresql_where=text("answer = 'no_claim'"),
        ),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"))
    annotator: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    answer: Mapped[str | None] = mapped_column(Text)
    cancelled: Mapped[bool]
    ground_truth: Mapped[bool]
    lead_time: Mapped[float | None]
    regions: Mapped[list[Any]]
    deleted_at: Mapped[datetime | None]
    task: Mapped[int | None]
    changes: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class AnnotationVersionRow(Row):
    """What an annotation was from `seen_at` on. `what`: created, updated, skipped, deleted or restored."""

    __tablename__ = "annotation_version"

    annotation_id: Mapped[str] = mapped_column(ForeignKey("annotation.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(20))
    seen_at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
