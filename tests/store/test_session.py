from __future__ import annotations

import threading
import time

import pytest
from sqlalchemy import Engine, text

from workbench.exceptions import InvalidData, WorkbenchError
from workbench.store import session as opened
from workbench.store.session import open_engine, open_session

INSERT = text(
    "INSERT INTO event (id, name, start, places, aliases, populations) "
    "VALUES (:id, 'n', '2024-01-01', '[]', '[]', '{}')"
)
IDS = text("SELECT id FROM event ORDER BY id")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("not an address", "no SQLAlchemy URL"),
        ("nothing+such://here", "not nothing"),
        ("mysql://localhost/claims", "not mysql"),
    ],
)
def test_an_address_that_will_not_do_is_told(address: str, told: str) -> None:
    with pytest.raises(InvalidData, match=told):
        open_engine(address)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_an_address_of_postgresql_may_be_written_as_elsewhere(scheme: str) -> None:
    engine = open_engine(f"{scheme}://ann:secret@db.example/claims")
    assert engine.dialect.driver == "psycopg"
    assert "secret" not in repr(engine)


def test_a_second_writer_is_told_to_wait(
    engine: Engine, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "PATIENCE", 0.05)
    impatient = open_engine(database_url)
    with open_session(engine, writing=True) as first:
        first.execute(INSERT, {"id": "one"})
        with (
            pytest.raises(WorkbenchError, match="another writer"),
            open_session(impatient, writing=True) as second,
        ):
            second.execute(INSERT, {"id": "two"})
    impatient.dispose()
    with open_session(engine) as session:
        assert session.scalars(IDS).all() == ["one"]


def test_a_writer_that_waited_sees_what_the_one_before_wrote(engine: Engine, database_url: str) -> None:
    seen: list[str] = []

    def write() -> None:
        other = open_engine(database_url)
        with open_session(other, writing=True) as second:
            seen.extend(second.scalars(IDS).all())
            second.execute(INSERT, {"id": "two"})
        other.dispose()

    thread = threading.Thread(target=write)
    with open_session(engine, writing=True) as first:
        first.execute(INSERT, {"id": "one"})
        thread.start()
        time.sleep(0.3)
        assert seen == []
    thread.join(10)
    assert seen == ["one"]
    with open_session(engine) as session:
        assert session.scalars(IDS).all() == ["one", "two"]


def test_all_that_is_read_is_of_one_moment(engine: Engine, database_url: str) -> None:
    """A writer waits for no reader either."""
    other = open_engine(database_url)
    with open_session(engine) as reading:
        assert reading.scalars(IDS).all() == []
        with open_session(other, writing=True) as session:
            session.execute(INSERT, {"id": "one"})
        assert reading.scalars(IDS).all() == []
    other.dispose()
    with open_session(engine) as session:
        assert session.scalars(IDS).all() == ["one"]


def test_a_server_that_does_not_answer_is_told() -> None:
    engine = open_engine("postgresql://nobody@127.0.0.1:9/claims?connect_timeout=2")
    with pytest.raises(WorkbenchError, match="does not answer"), open_session(engine) as session:
        session.execute(IDS)


def test_a_connection_that_the_server_ended_is_opened_anew(engine: Engine) -> None:
    with open_session(engine) as session:
        session.execute(IDS)
    if engine.dialect.name == "postgresql":
        other = open_engine(engine.url.render_as_string(hide_password=False))
        with other.begin() as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            connection.execute(text(others + "AND datname = current_database()"))
        other.dispose()
    with open_session(engine) as session:
        assert session.scalars(IDS).all() == []


def test_what_the_database_does_not_take_is_told(engine: Engine) -> None:
    """SQLite takes it all."""

    def write(name: str) -> None:
        with open_session(engine) as session:
            session.execute(INSERT, {"id": name})

    for name in ("n" * 201, "nul\0"):
        if engine.dialect.name == "postgresql":
            with pytest.raises(InvalidData, match="cannot keep what was given"):
                write(name)
        else:
            write(name)


def test_an_error_rolls_everything_back(engine: Engine) -> None:
    def fail() -> None:
        with open_session(engine) as session:
            session.execute(INSERT, {"id": "e"})
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        fail()
    with open_session(engine) as session:
        assert session.scalars(IDS).all() == []
