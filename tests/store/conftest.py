from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from workbench.store import schema
from workbench.store.session import open_engine, open_session


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """A real database at the newest schema."""
    engine = open_engine(database_url)
    schema.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with open_session(engine) as session:
        yield session
