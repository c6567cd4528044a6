"""Recorded: who may sign in, and their API tokens."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Row


class AccountRow(Row):
    """A person who may sign in. `invitation` is the hash of a one-time link that sets a password; `subject`
    is who it is for the OpenID Connect provider `issuer`."""

    __tablename__ = "account"
    __table_args__ = (Index("ix_account_subject", "issuer", "subject", unique=True),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    role: Mapped[int]
    active: Mapped[bool]
    version: Mapped[int]
    password: Mapped[str | None] = mapped_column(Text)  # Argon2
    invitation: Mapped[str | None] = mapped_column(String(64), unique=True)
    invited_until: Mapped[datetime | None]
    made_at: Mapped[datetime]
    issuer: Mapped[str | None] = mapped_column(Text)
    subject: Mapped[str | None] = mapped_column(String(255))  # OpenID Connect allows no longer one


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
