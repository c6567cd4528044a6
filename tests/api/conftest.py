from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.app import create_app
from tests.api import corpus
from tests.api.signing import PASSWORD
from workbench.core.account import Reach, Role
from workbench.pipeline.accounts import accept, invite, issue_token, make_account
from workbench.settings import Settings
from workbench.store import schema
from workbench.store.session import open_engine, open_session
from workbench.store.touched import CLAIMS, FINDINGS, note_derived


@pytest.fixture
def away() -> str:
    """An address on loopback where nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture
def settings(tmp_path: Path, database_url: str, away: str) -> Settings:
    ours = database_url.startswith("sqlite")
    return Settings(
        state=tmp_path / "state",
        database_url="" if ours else database_url,
        label_studio_url=away,
        label_studio_token="0" * 40,
    )


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The database of the app, opened a second time, as a command beside it would."""
    settings.state.mkdir(parents=True, exist_ok=True)
    engine = open_engine(settings.database)
    schema.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.config["WTF_CSRF_ENABLED"] = False  # test_access.py and the browser tests go through it
    yield app
    app.extensions["bench"].close()


@pytest.fixture
def http(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def filled(engine: Engine) -> dict[str, str]:
    """A database with the corpus in it; the ids of its discrepancies by name."""
    with open_session(engine) as session:
        return corpus.fill(session)


@pytest.fixture
def checked(engine: Engine, filled: dict[str, str]) -> dict[str, str]:
    """As after a cross-check: nothing waits for one."""
    with open_session(engine) as session:
        for what in (CLAIMS, FINDINGS):
            note_derived(session, what, "as it is")
    return filled


@pytest.fixture
def closed(settings: Settings, filled: dict[str, str]) -> Iterator[Flask]:
    """An app at which everybody must sign in."""
    app = create_app(replace(settings, login=True))
    yield app
    app.extensions["bench"].close()


@pytest.fixture
def tokens(closed: Flask, engine: Engine) -> dict[Role, str]:
    """An account of each role, without a password, with a token that may write."""
    found = {}
    now = closed.extensions["bench"].now()
    with open_session(engine) as session:
        for role in Role:
            account, _ = make_account(session, role.word, role, now=now)
            _, found[role] = issue_token(session, account.id, "tests", Reach.WRITE, now=now)
    return found


@pytest.fixture
def password_for(closed: Flask, engine: Engine, tokens: dict[Role, str]) -> Callable[[Role], None]:
    """Lets the account of a role sign in with PASSWORD."""

    def give(role: Role) -> None:
        now = closed.extensions["bench"].now()
        with open_session(engine) as session:
            accept(session, invite(session, int(role), now=now), PASSWORD, now=now)

    return give
