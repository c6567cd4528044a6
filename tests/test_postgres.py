"""The PostgreSQL that tests are run on."""

from __future__ import annotations

from sqlalchemy import create_engine, text

from tests.postgres import Postgres


def test_each_database_is_new_and_of_its_own(postgres: Postgres) -> None:
    first, second = (create_engine(postgres.database()) for _ in range(2))
    with first.begin() as connection:
        connection.execute(text("CREATE TABLE here (a int)"))
    with second.begin() as connection:
        found = connection.execute(text("SELECT to_regclass('here')")).scalar_one()
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
    first.dispose()
    second.dispose()
    assert (found, encoding) == (None, "UTF8")
