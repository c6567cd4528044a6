"""Opens the database. Whoever opens a session commits it: the command, the job, the view."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DataError, NoSuchModuleError, OperationalError
from sqlalchemy.orm import Session

from workbench.exceptions import InvalidData, WorkbenchError

# Opens one unit of work after the other, for what waits for a server in between and must hold no lock then.
Work = Callable[[], AbstractContextManager[Session]]

PATIENCE = 10.0  # seconds that a writer waits for the one before it
SEAT = (
    0x636C61696D73  # the advisory lock that a writer holds on PostgreSQL; other programs there use other ones
)
SQLITE, POSTGRESQL = "sqlite", "postgresql"
LOCK_NOT_AVAILABLE, SERIALIZATION_FAILURE = "55P03", "40001"  # of the codes that PostgreSQL tells
UNREACHABLE = ("", "08", "57")  # no code: there was no connection; connection lost; shutting down
DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
}  # as others write the address


def open_engine(url: str) -> Engine:
    """An engine for the URL; the folder of an SQLite file is made. Raises InvalidData on a bad URL."""
    parsed = _address(url)
    backend = parsed.get_backend_name()
    if backend == SQLITE:
        if parsed.database not in (None, "", ":memory:"):
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        # All that one unit of work reads is of one moment, as on SQLite; a connection that a restarted server
        # has forgotten is noticed before it is used.
        engine = create_engine(parsed, isolation_level="REPEATABLE READ", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        message = "for PostgreSQL install the driver: pip install 'claims-workbench[postgresql]'"
        raise InvalidData(message, fields={"database_url": ["no driver"]}) from error
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _address(url: str) -> URL:
    try:
        parsed = make_url(url)
        parsed = parsed.set(drivername=DRIVERS.get(parsed.drivername, parsed.drivername))
        backend = parsed.get_backend_name()
    except (ArgumentError, NoSuchModuleError) as error:
        message = "the database address is no SQLAlchemy URL"
        raise InvalidData(message, fields={"database_url": ["invalid"]}) from error
    if backend not in (SQLITE, POSTGRESQL):
        message = f"the database may be SQLite or PostgreSQL, not {backend}"
        raise InvalidData(message, fields={"database_url": ["unknown kind"]})
    return parsed


@contextmanager
def open_session(engine: Engine, *, writing: bool = False) -> Iterator[Session]:
    """One unit of work: committed at the end, rolled back on any error.

    `writing` takes the only seat for a writer at once: of two that had read before they write, SQLite would
    refuse the second however long it may wait. On PostgreSQL it is so too, so that a decision, a pull and a
    cross-check never work on what another one is about to change; readers wait for nobody.
    """
    bound = _seated(engine) if writing else engine
    with translated_errors(), Session(bound, expire_on_commit=False) as session:
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise


@contextmanager
def translated_errors() -> Iterator[None]:
    """What a database says of itself, as the errors that a person may meet."""
    try:
        yield
    except OperationalError as error:
        state = getattr(error.orig, "sqlstate", "") or ""
        if "locked" in str(error.orig) or state in (LOCK_NOT_AVAILABLE, SERIALIZATION_FAILURE):
            message = "the database is in use by another writer; wait for it to end and run this again"
            raise WorkbenchError(message) from error
        if type(error.orig).__module__.startswith("psycopg") and state[:2] in UNREACHABLE:
            message = "the database does not answer; see that its server runs, and try again in a minute"
            raise WorkbenchError(message) from error
        raise
    except DataError as error:  # PostgreSQL knows lengths, and takes no NUL: our checks should come first
        first = str(error.orig).partition("\n")[0]
        raise InvalidData(f"the database cannot keep what was given: {first}") from error


def _seated(engine: Engine) -> Engine:
    if engine.dialect.name == SQLITE:
        return engine.execution_options(writing=True)
    # What the writer before has committed must be seen, although we began to wait earlier.
    return engine.execution_options(writing=True, isolation_level="READ COMMITTED")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin ourselves, so that reads and writes are one transaction
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(f"PRAGMA busy_timeout={PATIENCE * 1000:.0f}")


def _begin_sqlite(connection: Any) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _begin_postgresql(connection: Any) -> None:
    if connection.get_execution_options().get("writing", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE * 1000:.0f}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({SEAT})")
