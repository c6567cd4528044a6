"""Two hundred random schedules of faults and kills; those that agreed are not run again (FRESH=1: all)."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.line import Line
from tests.benchmarks.peers import FOLDER
from tests.benchmarks.server import server
from tests.pipeline.schedule import Worker, run, worker
from workbench.labelstudio import local

SCHEDULES = 200
DONE = FOLDER / "schedules.json"


def faults() -> list[Line]:
    """Pushes, pulls and people at work on the real server; database and server must agree in the end.

    Each schedule is written down when it has ended: a run that was interrupted goes on where it stopped, and
    one that found a disagreement runs those again that disagreed.
    """
    fresh = os.environ.get("FRESH") or not DONE.is_file()
    done: dict[str, dict[str, Any]] = {} if fresh else json.loads(DONE.read_text("utf-8"))
    DONE.parent.mkdir(parents=True, exist_ok=True)
    with (
        server("faults") as label_studio,
        tempfile.TemporaryDirectory() as folder,
        worker(DONE.with_suffix(".log")) as at,
    ):
        for seed in range(SCHEDULES):
            if not done.get(str(seed), {}).get("agree"):
                done[str(seed)] = _tried(seed, Path(folder), label_studio, at)
                DONE.write_text(json.dumps(done), "utf-8")
                agree = sum(entry["agree"] for entry in done.values())
                print(f"  schedule {seed}: {agree} of {len(done)} agree", file=sys.stderr, flush=True)
    wrong = [f"{seed} ({entry['why']})" for seed, entry in done.items() if not entry["agree"]]
    what = f"{len(done)} random schedules of faults and kills of our process"
    struck = sum(entry["faults"] for entry in done.values())
    said = f"{len(done) - len(wrong)} agree exactly, after {struck:,} faults"
    return [Line(what, said, "; ".join(wrong)[:300] or "no task or annotation lost or doubled")]


def _tried(seed: int, folder: Path, label_studio: local.Server, at: Worker) -> dict[str, Any]:
    try:
        result = run(seed, folder, label_studio.url, label_studio.token, at)
    except Exception as error:  # whatever stopped it: the other schedules are to be run
        return {"agree": False, "faults": 0, "why": f"{type(error).__name__}: {error}"[:200]}
    return {"agree": True, "faults": sum(result.struck.values())}
