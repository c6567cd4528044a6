"""The tables. Recorded: events to decisions. Derived, can be rebuilt: claims, discrepancies, edges."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    text,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

Id = String(32)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the zone, so it is put back on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else (value if value.tzinfo else value.replace(tzinfo=UTC))


class Row(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {dict[str, Any]: JSON, list[Any]: JSON, datetime: Moment, int: BigInteger}


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

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"), index=True)
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


class DecisionRow(Row):
    """The decision log: append-only, one live entry per fingerprint."""

    __tablename__ = "decision"
    __table_args__ = (
        Index(
            "ix_decision_live",
            "fingerprint",
            unique=True,
            sqlite_where=text("live"),
            postgresql_where=text("live"),
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    fingerprint: Mapped[str] = mapped_column(Id, index=True)
    live: Mapped[bool]
    outcome: Mapped[str] = mapped_column(String(40))
    reason: Mapped[str] = mapped_column(String(40))
    reviewer: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime]
    low: Mapped[int | None]
    high: Mapped[int | None]
    as_of: Mapped[str | None] = mapped_column(String(60))
    claim_id: Mapped[str | None] = mapped_column(Id)
    confidence: Mapped[str] = mapped_column(String(10))
    note: Mapped[str] = mapped_column(Text)
    guideline: Mapped[bool] = mapped_column(server_default=false())
    provisional: Mapped[bool] = mapped_column(server_default=false())
    # What was decided on, so that the case is known again once its evidence has changed.
    slot: Mapped[str | None] = mapped_column(Id, index=True)
    seen: Mapped[list[Any] | None]


class ClaimRow(Row):
    """Derived from annotations alone. `body` is the whole claim; the columns beside it are for search."""

    __tablename__ = "claim"
    __table_args__ = (Index("ix_claim_series", "event_id", "measure", "population", "place", "day"),)

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    annotation_id: Mapped[str] = mapped_column(ForeignKey("annotation.id"))
    sentence_id: Mapped[str] = mapped_column(ForeignKey("sentence.id"), index=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.id"), index=True)
    chosen: Mapped[bool]
    measure: Mapped[str] = mapped_column(Text, index=True)
    event_id: Mapped[str | None] = mapped_column(Text, index=True)
    population: Mapped[str | None] = mapped_column(Text)
    place: Mapped[str | None] = mapped_column(Text)
    origin: Mapped[str | None] = mapped_column(Text)
    outlet: Mapped[str | None] = mapped_column(Text)
    value: Mapped[int | None]
    day: Mapped[date | None]  # the last one that it is as of, else that of publication
    body: Mapped[dict[str, Any]]


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


class TouchedRow(Row):
    """The outbox of the cross-check: evidence that came, changed or went since the last one.

    `body` is the claim as it was or is, where it names no event and one has to be inferred.
    """

    __tablename__ = "touched"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    evidence_id: Mapped[str] = mapped_column(Id)
    event_id: Mapped[str | None] = mapped_column(Text)
    body: Mapped[dict[str, Any] | None]


class CheckedRow(Row):
    """What the last cross-check went by, as one id: of vocabulary, settings, events and rulings."""

    __tablename__ = "checked"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    basis: Mapped[str] = mapped_column(Id)


class UnreadableRow(Row):
    """A labelled region that is no claim because a part of it could not be read."""

    __tablename__ = "unreadable"

    annotation_id: Mapped[str] = mapped_column(ForeignKey("annotation.id"), primary_key=True)
    region: Mapped[str] = mapped_column(String(200), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    field: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)


class DiscrepancyRow(Row):
    """A stored finding; its id is the fingerprint of the evidence."""

    __tablename__ = "discrepancy"
    # The day is in those that a whole list is walked by, so that a filter by age need not open each row.
    __table_args__ = (
        Index("ix_discrepancy_todo", "todo", "rank", "id", "found_at"),
        Index("ix_discrepancy_state", "state", "rank", "id", "found_at"),
        Index("ix_discrepancy_rank", "rank", "id", "found_at"),
        Index("ix_discrepancy_measure", "measure", "rank", "id"),
        Index("ix_discrepancy_event", "event_id", "rank", "id"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    cls: Mapped[str] = mapped_column("class", String(40), index=True)
    severity: Mapped[int] = mapped_column(index=True)
    rule: Mapped[str] = mapped_column(String(60))
    message: Mapped[str] = mapped_column(Text)
    found_at: Mapped[datetime]
    slot: Mapped[str | None] = mapped_column(Id, index=True)
    # For the queue alone, so that no page of it has to look further: see core/case.py.
    rank: Mapped[int] = mapped_column(server_default="0")
    state: Mapped[str] = mapped_column(String(20), server_default="open")
    todo: Mapped[bool] = mapped_column(server_default=true())
    measure: Mapped[str | None] = mapped_column(Text)
    event_id: Mapped[str | None] = mapped_column(Text)


class VoiceRow(Row):
    """Who speaks in a discrepancy, for the filters of the queue. `kind` is outlet or origin."""

    __tablename__ = "discrepancy_voice"

    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    name: Mapped[str] = mapped_column(Text, primary_key=True)
    discrepancy_id: Mapped[str] = mapped_column(
        ForeignKey("discrepancy.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class AssignmentRow(Row):
    """Who has a case on the desk, by its fingerprint; recorded, so that it outlives a cross-check."""

    __tablename__ = "assignment"

    fingerprint: Mapped[str] = mapped_column(Id, primary_key=True)
    reviewer: Mapped[str] = mapped_column(Text, index=True)
    taken_at: Mapped[datetime]


class DiscrepancyClaimRow(Row):
    """The claims of a discrepancy, the worst pair first. An id may be a claim's or a reference count's."""

    __tablename__ = "discrepancy_claim"

    discrepancy_id: Mapped[str] = mapped_column(
        ForeignKey("discrepancy.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(Id, index=True)


class AccountRow(Row):
    """A person who may sign in. `invitation` is the hash of a one-time link that sets a password."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    role: Mapped[int]
    active: Mapped[bool]
    version: Mapped[int]
    password: Mapped[str | None] = mapped_column(Text)  # Argon2
    invitation: Mapped[str | None] = mapped_column(String(64), unique=True)
    invited_until: Mapped[datetime | None]
    made_at: Mapped[datetime]


class TokenRow(Row):
    """An API token, as the hash of its secret. A revoked one is deleted."""

    __tablename__ = "token"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    account_id: Mapped[int] = mapped_column(Integer, ForeignKey("account.id", ondelete="CASCADE"), index=True)
    label: Mapped[str] = mapped_column(String(200))
    secret: Mapped[str] = mapped_column(String(64), unique=True)
    reach: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
