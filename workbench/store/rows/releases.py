"""The releases that were made: what each one froze, by reference."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Id, Row


class ReleaseRow(Row):
    """A release is never changed. `digest` is the SHA-256 of its manifest, `about` what the manifest says of
    it; `decided_to` is the last entry of the decision log that it knew."""

    __tablename__ = "release"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    digest: Mapped[str] = mapped_column(String(64))
    decided_to: Mapped[int]
    about: Mapped[dict[str, Any]]


class ReleasedClaimRow(Row):
    """A claim in a release, by its id and the SHA-256 of its line in claims.jsonl."""

    __tablename__ = "released_claim"

    number: Mapped[int] = mapped_column(Integer, ForeignKey("release.number"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(Id, primary_key=True, index=True)
    status: Mapped[str] = mapped_column(String(20))
    digest: Mapped[str] = mapped_column(String(64))
