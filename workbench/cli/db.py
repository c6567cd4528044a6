"""workbench db"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click
from sqlalchemy import Engine

from workbench.cli.desk import Desk, at_desk
from workbench.store import schema
from workbench.store.session import open_engine


@click.group("db")
def command() -> None:
    """Bring the database to the newest schema, or check it."""


@command.command("upgrade")
@at_desk
def upgrade(desk: Desk) -> None:
    """Run the migrations that are missing."""
    desk.settings.state.mkdir(parents=True, exist_ok=True, mode=0o700)
    with opened(desk) as engine:
        before, after = schema.upgrade(engine)
    click.echo(
        f"database: already at {after}" if before == after else f"database: {before or 'empty'} to {after}"
    )


@command.command("check")
@at_desk
def check(desk: Desk) -> None:
    """Say whether the database is what this version needs."""
    with opened(desk) as engine:
        problems = schema.check(engine)
    for problem in problems:
        click.echo(f"database: {problem}", err=True)
    if problems:
        raise SystemExit(1)
    click.echo("database: all is well")


@contextmanager
def opened(desk: Desk) -> Iterator[Engine]:
    """The database as it is; the desk would bring it to the newest schema."""
    engine = open_engine(desk.settings.database)
    try:
        yield engine
    finally:
        engine.dispose()
