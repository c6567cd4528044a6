from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipeline.annotated import fill
from workbench.store import schema
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary


@pytest.fixture
def state(tmp_path: Path) -> str:
    """A state folder whose database has sentences with several annotators."""
    engine = open_engine(f"sqlite:///{tmp_path / 'workbench.sqlite'}")
    schema.upgrade(engine)
    with open_session(engine) as session:
        fill(session, load_vocabulary())
    engine.dispose()
    return str(tmp_path)
