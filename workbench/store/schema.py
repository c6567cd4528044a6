"""Brings the database to the newest schema, and says whether it is there."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from workbench.store.rows import Row

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> tuple[str | None, str | None]:
    """Runs the migrations that are missing; the revisions before and after."""
    config = _config()
    with engine.begin() as connection:
        before = MigrationContext.configure(connection).get_current_revision()
        config.attributes["connection"] = connection
        if before != head():
            command.upgrade(config, "head")
        after = MigrationContext.configure(connection).get_current_revision()
    return before, after


def stale(engine: Engine) -> str | None:
    """Why the database cannot be worked with by this version; None where it can. Looks at nothing but its
    revision; check() looks at all of it."""
    with engine.connect() as connection:
        revision = MigrationContext.configure(connection).get_current_revision()
    if revision == head():
        return None
    return f"the database is at revision {revision or 'none'}, this version needs {head()}"


def head() -> str | None:
    return ScriptDirectory.from_config(_config()).get_current_head()


def check(engine: Engine) -> list[str]:
    """What differs between the database and the tables of this version; empty when all is well."""
    if problem := stale(engine):
        return [problem]
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return [str(difference) for difference in compare_metadata(context, Row.metadata)]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config
