from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from tests.pipeline.flow import Flow, made
from tests.store.conftest import engine, session
from workbench.exceptions import NotFound
from workbench.labelstudio import project
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.client import Client

__all__ = ["engine", "session"]


@pytest.fixture
def flow(session: Session, client: Client, request: pytest.FixtureRequest) -> Iterator[Flow]:
    flow = made(session, client, f"{request.node.name[:40]} {os.getpid()}"[-50:])
    yield flow
    try:
        project.delete(client, flow.project.number)
    except NotFound:
        return  # the test did


@pytest.fixture
def labelled(flow: Flow) -> Flow:
    """All suggestions accepted, pulled, normalised and cross-checked: one hard conflict, 40 against 55."""
    flow.push()
    accept_suggestions(flow.client, flow.project.number)
    flow.derive()
    return flow
