"""What the cross-check has still to look at, and what it went by."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Integer, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


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
