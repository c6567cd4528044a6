"""Settings that an admin keeps in the database, and the log of their changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.store.rows import SettingRow

LONGEST_LOG = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingChange:
    """`value` is written as in the environment; "" goes back to the default."""

    name: str
    value: str
    changed_by: str
    changed_at: datetime


def stored_settings(session: Session) -> dict[str, str]:
    """What is kept, by name; a setting at its default is left out."""
    query = select(SettingRow.name, SettingRow.value).where(SettingRow.live.is_(True), SettingRow.value != "")
    return {row.name: row.value for row in session.execute(query)}


def keep_setting(session: Session, change: SettingChange) -> None:
    """Adds the entry and makes it the live one; an earlier one stays in the log."""
    live = (SettingRow.name == change.name, SettingRow.live.is_(True))
    session.execute(update(SettingRow).where(*live).values(live=False))
    session.add(
        SettingRow(
            name=change.name,
            value=change.value,
            live=True,
            changed_by=change.changed_by,
            changed_at=change.changed_at,
        )
    )
    session.flush()


def setting_log(session: Session) -> list[SettingChange]:
    """The newest first, at most LONGEST_LOG."""
    query = select(SettingRow).order_by(SettingRow.id.desc()).limit(LONGEST_LOG)
    return [
        SettingChange(name=row.name, value=row.value, changed_by=row.changed_by, changed_at=row.changed_at)
        for row in session.scalars(query)
    ]
