"""Derived: discrepancies, with what the queue knows of them. Recorded: desks and decisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Integer, String, Text, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


class DiscrepancyRow(Row):
    """A stored finding; its id is the fingerprint of the evidence."""

    __tablename__ = "discrepancy"
    # The day is in those that a whole list is walked by, so that a filter by age need not open each row.
    __table_args__ = (
        Index("ix_discrepancy_todo", "todo", "rank", "id", "found_at"),
        Index("ix_discrepancy_state", "state", "rank", "id", "found_at"),
        Index("ix_discrepancy_rank", "rank", "id", "found_at", "state"),
        Index("ix_discrepancy_measure", "measure", "rank", "id", "found_at", "state"),
        Index("ix_discrepancy_event", "event_id", "rank", "id", "found_at", "state", "measure"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    cls: Mapped[str] = mapped_column("class", String(40), index=True)
    severity: Mapped[int] = mapped_column(index=True)
    rule: Mapped[str] = mapped_column(String(60))
    message: Mapped[str] = mapped_column(Text)
    found_at: Mapped[datetime]
    slot: Mapped[str | None] = mapped_column(Id, index=True)
    # The series that it was found in; none where annotators disagree.
    series_id: Mapped[str | None] = mapped_column(Id, index=True)
    # For the queue alone, so that no page of it has to look further: see core/case.py.
    rank: Mapped[int] = mapped_column(server_default="0")
    state: Mapped[str] = mapped_column(String(20), server_default="open")
    todo: Mapped[bool] = mapped_column(server_default=true())
    measure: Mapped[str | None] = mapped_column(Text)
    event_id: Mapped[str | None] = mapped_column(Text)


class DiscrepancyClaimRow(Row):
    """The claims of a discrepancy, the worst pair first. An id may be a claim's or a reference count's."""

    __tablename__ = "discrepancy_claim"

    discrepancy_id: Mapped[str] = mapped_column(
        ForeignKey("discrepancy.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(Id, index=True)


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
