"""Whatever is lost on the way and whenever our process is killed: in the end both sides agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.conftest import tools_of_tests
from tests.labelstudio.proxy import KILLS
from tests.pipeline.schedule import Worker, run, worker
from tests.postgres import Postgres
from workbench.labelstudio import local
from workbench.labelstudio.local import Server

SEEDS = range(20)
ON_POSTGRES = range(100, 105)
STRUCK: dict[str, int] = {}


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    with worker(tmp_path_factory.mktemp("worker") / "log") as started:
        yield started


@pytest.fixture(scope="module")
def on_postgres(postgres: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Label Studio of its own: half a minute to start, since its database is new."""
    state = tmp_path_factory.mktemp("on-postgres")
    url = postgres.database("labels")
    yield local.start(state, tools=tools_of_tests(), database=url, say=print)
    local.stop(state, say=print)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_schedule_loses_nothing_and_doubles_nothing(
    seed: int, tmp_path: Path, label_studio: Server, at: Worker
) -> None:
    result = run(seed, tmp_path, label_studio.url, label_studio.token, at)
    for name, times in result.struck.items():
        STRUCK[name] = STRUCK.get(name, 0) + times


def test_the_tables_of_label_studio_are_in_postgres(on_postgres: Server, postgres: Postgres) -> None:
    engine = create_engine(postgres.url.set(database="labels"))
    with engine.connect() as connection:
        known = connection.execute(text("SELECT count(*) FROM htx_user")).scalar_one()
    engine.dispose()
    assert known == 1


@pytest.mark.parametrize("seed", ON_POSTGRES)
def test_the_same_with_label_studio_on_postgres(
    seed: int, tmp_path: Path, on_postgres: Server, at: Worker
) -> None:
    run(seed, tmp_path, on_postgres.url, on_postgres.token, at)


def test_the_schedules_were_hard_enough() -> None:
    if not STRUCK:
        pytest.skip("the schedules were not run")
    assert all(STRUCK.get(kill.name) for kill in KILLS)
    assert len(STRUCK) >= 10
