"""How quick the pages are on a full store: the queue in several views, and cases, 20 requests a second."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path

import httpx

from tests.benchmarks.line import Line
from tests.benchmarks.process import ROOT
from tests.benchmarks.store import fill
from workbench.store import schema
from workbench.store.session import open_engine

CLAIMS = int(os.environ.get("PAGES_CLAIMS", "100000"))
DISCREPANCIES = int(os.environ.get("PAGES_DISCREPANCIES", "100000"))
RATE = 20  # requests a second
REQUESTS = 200
VIEWS = (
    "/",
    "/?state=all&event=event-3",
    "/?outlet=Outlet+3",
    "/?measure=killed&severity=low",
    "/?origin=Ministry+3&age=over-30",
)


def pages() -> list[Line]:
    """Of the store that PAGES_DATABASE names, which must be empty, else of an SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("PAGES_DATABASE") or f"sqlite:///{folder}/workbench.sqlite"
        engine = open_engine(url)
        schema.upgrade(engine)
        ids = fill(engine, claims=CLAIMS, discrepancies=DISCREPANCIES)
        engine.dispose()
        name = (
            f"{url.partition(':')[0].partition('+')[0]}, {CLAIMS:,} claims, {DISCREPANCIES:,} discrepancies"
        )
        with served("api.app:create_app()", Path(folder), url) as ours:
            queue = measured(ours, VIEWS)
            case = measured(ours, [f"/discrepancies/{one}" for one in ids])
        with served("tests.benchmarks.empty:app", Path(folder), url) as empty:
            beside = measured(empty, [f"/{queue.size}"])
    return [
        Line(
            f"the queue at {RATE} requests a second, p95 ({name})",
            f"{queue.p95:.0f} ms",
            f"median {queue.median:.0f} ms, {queue.p95 / beside.p95:.0f} times an empty Flask page as large; "
            "floor 150 ms, aim 60 ms",
        ),
        Line(
            f"a case at {RATE} requests a second, p95",
            f"{case.p95:.0f} ms",
            f"median {case.median:.0f} ms, {case.p95 / beside.p95:.0f} times the same; floor 150 ms",
        ),
    ]


class Measured:
    """Milliseconds of many answers, and how large one is in bytes."""

    def __init__(self, times: Sequence[float], size: int) -> None:
        self.median = statistics.median(times)
        self.p95 = statistics.quantiles(times, n=20)[-1]
        self.size = size


def measured(address: str, paths: Sequence[str]) -> Measured:
    """At an even rate, whether the answers keep up or not; the time runs from when a request was due."""
    with httpx.Client(timeout=30) as client, ThreadPoolExecutor(32) as pool:
        for path in islice(cycle(paths), 20):  # both workers are warm
            size = len(client.get(address + path).raise_for_status().content)
        begin = time.perf_counter() + 0.1

        def ask(place: int, path: str) -> float:
            due = begin + place / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            client.get(address + path).raise_for_status()
            return (time.perf_counter() - due) * 1000

        asked = [pool.submit(ask, place, path) for place, path in enumerate(islice(cycle(paths), REQUESTS))]
        return Measured([one.result() for one in asked], size)


@contextmanager
def served(app: str, state: Path, url: str) -> Iterator[str]:
    """The app under gunicorn with two workers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = {"WORKBENCH_STATE": str(state), "WORKBENCH_DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gunicorn", "--workers", "2", "--bind", f"127.0.0.1:{port}", app]
    with subprocess.Popen(
        command, env={**os.environ, **settings}, cwd=ROOT, stderr=subprocess.DEVNULL
    ) as process:
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(port: int) -> None:
    """Raises OSError where nothing answers within half a minute."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise OSError(f"nothing answers at port {port}")
