"""Settings that an admin keeps in the database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Integer, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from workbench.store.rows.base import Row


class SettingRow(Row):
    """Append-only, one live entry per setting. `value` is written as in the environment; "" is the
    default."""

    __tablename__ = "setting"
    __table_args__ = (
        Index(
            "ix_setting_live", "name", unique=True, sqlite_where=text("live"), postgresql_where=text("live")
        ),
    )

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    value: Mapped[str] = mapped_column(Text)
    live: Mapped[bool]
    changed_by: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[datetime]
