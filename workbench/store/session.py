"""Opens the database. Whoever opens a session commits it: the command, the job, the view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session

from workbench.exceptions import InvalidData, WorkbenchError

# Opens one unit of work after the other, for what waits for a server in between and must hold no lock then.
Work = Callable[[], AbstractContextManager[Session]]


def open_engine(url: str) -> Engine:
    """An engine for the URL; the folder of an SQLite file is made. Raises InvalidData on a bad URL."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise InvalidData(
            "the database address is no SQLAlchemy URL", fields={"database_url": ["invalid"]}
        ) from error
    if parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:"):
        Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed)
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


@contextmanager
def open_session(engine: Engine, *, writing: bool = False) -> Iterator[Session]:
    """One unit of work: committed at the end, rolled back on any error.

    `writing` takes SQLite's only seat for a writer at once: of two that had read before they write, SQLite
    would refuse the second however long it may wait.
    """
    bound = engine.execution_options(writing=True) if writing else engine
    with Session(bound, expire_on_commit=False) as session:
        try:
            yield session
            session.commit()
        except OperationalError as error:
            session.rollback()
            if "locked" in str(error.orig):
                message = "the database is in use by another writer; wait for it to end and run this again"
                raise WorkbenchError(message) from error
            raise


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin ourselves, so that reads and writes are one transaction
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=10000", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
