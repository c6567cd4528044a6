"""What tests of several folders share: one real Label Studio and one real PostgreSQL for the session."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.postgres import Postgres, running
from workbench.labelstudio import local, project
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.config import load_config
from workbench.store import schema
from workbench.store.session import open_engine

ROOT = Path(__file__).parents[1]
STATE = ROOT / ".workbench" / "tests"
DATABASES = ("sqlite", "postgresql")

# A busy machine is slow without being wrong; time is measured by tests of its own.
settings.register_profile("busy", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("busy")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=DATABASES,
        default="sqlite",
        help="what the tests of pipeline and API store in; with postgresql only tests that store are run",
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """The store itself is tested on both in every run."""
    if "database_url" in metafunc.fixturenames and metafunc.module.__name__.startswith("tests.store."):
        metafunc.parametrize("database_url", DATABASES, indirect=True)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--database") == "sqlite":
        return
    kept = [item for item in items if "database_url" in getattr(item, "fixturenames", ())]
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = kept


@pytest.fixture(scope="session")
def at_head(postgres: Postgres) -> Iterator[str]:
    """The URL of a database at the newest schema, to be copied; nobody is connected to it."""
    url = postgres.database()
    engine = open_engine(url)
    schema.upgrade(engine)
    engine.dispose()
    yield url
    postgres.drop(url)


@pytest.fixture
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An SQLite file that is to be made, or a PostgreSQL database at the newest schema: see --database."""
    if getattr(request, "param", request.config.getoption("--database")) == "sqlite":
        yield f"sqlite:///{tmp_path}/state/workbench.sqlite"
        return
    server: Postgres = request.getfixturevalue("postgres")
    url = server.database(template=request.getfixturevalue("at_head"))
    yield url
    server.drop(url)


def tools_of_tests() -> Path:
    """Where Label Studio is installed for the tests; a clone may use the one of another."""
    return Path(os.environ.get("WORKBENCH_TOOLS") or STATE / "tools")


@pytest.fixture(scope="session")
def label_studio() -> Iterator[local.Server]:
    """Kept between runs, so that only the first one installs and sets up. Tests share it: each makes its own
    project and deletes it. The last of several runs at once stops it; one that is alone clears what a killed
    run left behind."""
    STATE.mkdir(parents=True, exist_ok=True)
    with (STATE / "in-use.lock").open("a") as lock:
        alone = _try_alone(lock.fileno())
        if not alone:
            fcntl.flock(lock, fcntl.LOCK_SH)
        server = local.start(STATE, tools=tools_of_tests(), say=print)
        if alone:
            _clear(server)
            fcntl.flock(lock, fcntl.LOCK_SH)
        yield server
        if _try_alone(lock.fileno()):
            local.stop(STATE, say=print)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """Started by the first test that asks for it. Each test makes databases of its own on it."""
    with running() as postgres:
        yield postgres


@pytest.fixture
def client(label_studio: local.Server) -> Iterator[Client]:
    with connect(label_studio.url, label_studio.token) as client:
        yield client


@pytest.fixture
def project_id(client: Client, request: pytest.FixtureRequest) -> Iterator[int]:
    """An empty project with our label config."""
    title = f"{request.node.name[:40]} {os.getpid()}"[-50:]
    made = project.find_or_create(client, title, load_config())
    yield made.id
    project.delete(client, made.id)


def _try_alone(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _clear(server: local.Server) -> None:
    with connect(server.url, server.token) as client:
        for left in [*project.listed(client)]:
            project.delete(client, left.id)
