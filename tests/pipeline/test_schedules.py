"""Whatever is lost on the way and whenever our process is killed: in the end both sides agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.labelstudio.proxy import KILLS
from tests.pipeline.schedule import Worker, run, worker
from workbench.labelstudio.local import Server

SEEDS = range(20)
STRUCK: dict[str, int] = {}


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    with worker(tmp_path_factory.mktemp("worker") / "log") as started:
        yield started


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_schedule_loses_nothing_and_doubles_nothing(
    seed: int, tmp_path: Path, label_studio: Server, at: Worker
) -> None:
    result = run(seed, tmp_path, label_studio.url, label_studio.token, at)
    for name, times in result.struck.items():
        STRUCK[name] = STRUCK.get(name, 0) + times


def test_the_schedules_were_hard_enough() -> None:
    if not STRUCK:
        pytest.skip("the schedules were not run")
    assert all(STRUCK.get(kill.name) for kill in KILLS)
    assert len(STRUCK) >= 10
