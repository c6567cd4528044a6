"""Two hundred random schedules of faults and kills; what went well is not run again (FRESH=1: all)."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from tests.benchmarks.line import Line
from tests.benchmarks.peers import FOLDER
from tests.conftest import STATE, tools_of_tests
from tests.pipeline.schedule import run, worker
from workbench.labelstudio import local

SCHEDULES = 200
DONE = FOLDER / "schedules.json"


def faults() -> list[Line]:
    """Pushes, pulls and people at work on the real server; database and server must agree in the end."""
    fresh = os.environ.get("FRESH") or not DONE.is_file()
    done: dict[str, int] = {} if fresh else json.loads(DONE.read_text("utf-8"))
    DONE.parent.mkdir(parents=True, exist_ok=True)
    STATE.mkdir(parents=True, exist_ok=True)
    server = local.start(STATE, tools=tools_of_tests(), say=lambda line: None)
    try:
        with tempfile.TemporaryDirectory() as folder, worker(Path(folder) / "log") as at:
            for seed in range(SCHEDULES):
                if str(seed) not in done:
                    result = run(seed, Path(folder), server.url, server.token, at)
                    done[str(seed)] = sum(result.struck.values())
                    DONE.write_text(json.dumps(done), "utf-8")
    finally:
        if server.started:
            local.stop(STATE, say=lambda line: None)
    what = (
        f"{len(done)} random schedules of faults and kills of our process, with push, pull and people at work"
    )
    return [
        Line(what, f"all agree, after {sum(done.values()):,} faults", "no task or annotation lost or doubled")
    ]
