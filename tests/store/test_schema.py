from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from workbench.store import schema
from workbench.store.rows import Row


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
