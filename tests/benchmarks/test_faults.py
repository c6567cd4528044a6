from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.benchmarks import faults
from tests.pipeline.schedule import Schedule


@contextmanager
def nobody(*_: Any) -> Iterator[Any]:
    yield SimpleNamespace(url="", token="")


def test_an_interrupted_run_goes_on_and_what_disagreed_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[int] = []
    failing: dict[int, BaseException] = {2: AssertionError("the same annotations"), 3: KeyboardInterrupt()}

    def run(seed: int, *_: Any) -> Schedule:
        ran.append(seed)
        if seed in failing:
            raise failing.pop(seed)
        return Schedule({"CUT": 2}, {})

    for name, stand_in in (("run", run), ("server", nobody), ("worker", nobody), ("SCHEDULES", 5)):
        monkeypatch.setattr(faults, name, stand_in)
    monkeypatch.setattr(faults, "DONE", tmp_path / "schedules.json")
    with pytest.raises(KeyboardInterrupt):
        faults.faults()
    assert ran == [0, 1, 2, 3]
    assert json.loads(faults.DONE.read_text("utf-8"))["2"]["why"] == "AssertionError: the same annotations"
    (line,) = faults.faults()
    assert ran[4:] == [2, 3, 4], "neither 0 nor 1 again"
    assert (line.measured, line.beside) == (
        "5 agree exactly, after 10 faults",
        "no task or annotation lost or doubled",
    )
    monkeypatch.setenv("FRESH", "1")
    failing[4] = AssertionError("one task for each sentence")
    (line,) = faults.faults()
    assert ran[7:] == [0, 1, 2, 3, 4]
    assert line.measured == "4 agree exactly, after 8 faults"
    assert line.beside == "4 (AssertionError: one task for each sentence)"
