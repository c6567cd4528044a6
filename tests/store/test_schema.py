from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from workbench.exceptions import InvalidData, WorkbenchError
from workbench.store import schema
from workbench.store.rows import Row
from workbench.store.session import open_engine, open_session

INSERT = text(
    "INSERT INTO event (id, name, start, places, aliases, populations) "
    "VALUES (:id, 'n', '2024-01-01', '[]', '[]', '{}')"
)


def test_migrations_make_exactly_the_tables_of_the_rows(engine: Engine) -> None:
    assert schema.check(engine) == []
    assert set(inspect(engine).get_table_names()) == {*Row.metadata.tables, "alembic_version"}


def test_upgrading_twice_changes_nothing(engine: Engine) -> None:
    before, after = schema.upgrade(engine)
    assert before == after == schema.head()


def test_down_and_up_again(engine: Engine) -> None:
    config = schema._config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    assert inspect(engine).get_table_names() == ["alembic_version"]
    assert "needs" in schema.check(engine)[0]
    schema.upgrade(engine)
    assert schema.check(engine) == []


def test_a_missing_column_is_noticed(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE event DROP COLUMN aliases"))
    assert any("aliases" in problem for problem in schema.check(engine))


def test_foreign_keys_hold(engine: Engine) -> None:
    statement = text(
        "INSERT INTO sentence (id, article_id, start, \"end\", text) VALUES ('s', 'nobody', 0, 1, 'x')"
    )
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.execute(statement)


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(InvalidData, match="no SQLAlchemy URL"):
        open_engine("not an address")


def test_a_second_writer_is_told_to_wait(engine: Engine, tmp_path: Path) -> None:
    def write(engine: Engine) -> None:
        with open_session(engine) as session:
            session.connection().exec_driver_sql("PRAGMA busy_timeout=50")
            session.execute(INSERT, {"id": "two"})

    impatient = open_engine(f"sqlite:///{tmp_path}/workbench.sqlite")
    with engine.connect() as first, first.begin():
        first.execute(INSERT, {"id": "one"})
        with pytest.raises(WorkbenchError, match="another writer"):
            write(impatient)
    impatient.dispose()
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT id FROM event")).all() == ["one"]


def test_an_error_rolls_everything_back(engine: Engine) -> None:

    def fail() -> None:
        with open_session(engine) as session:
            session.execute(INSERT, {"id": "e"})
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fail()
    with engine.connect() as connection:
        assert connection.scalars(text("SELECT id FROM event")).all() == []
