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
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

import httpx
import psutil
from sqlalchemy import Engine, select

from tests.benchmarks.line import Line
from tests.benchmarks.process import ROOT
from tests.benchmarks.store import fill
from workbench.store import schema
from workbench.store.rows import DiscrepancyRow
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
    """Of the store that PAGES_DATABASE names, which is filled where it is empty, else of an SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("PAGES_DATABASE") or f"sqlite:///{folder}/workbench.sqlite"
        engine = open_engine(url)
        schema.upgrade(engine)
        ids, filled = furnished(engine)
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
        *filled,
        Line(
            f"the queue at {RATE} requests a second, p95 ({name})",
            f"{queue.p95:.0f} ms",
            f"median {queue.median:.0f} ms, {queue.cpu:.0f} ms of CPU; an empty Flask page as large has p95 "
            f"{beside.p95:.0f} ms: {queue.p95 / beside.p95:.1f} times that; floor 150 ms, aim 60 ms",
        ),
        Line(
            f"a case at {RATE} requests a second, p95",
            f"{case.p95:.0f} ms",
            f"median {case.median:.0f} ms, {case.cpu:.0f} ms of CPU, {case.p95 / beside.p95:.1f} times the "
            "same; floor 150 ms, aim 60 ms",
        ),
    ]


def furnished(engine: Engine) -> tuple[list[str], list[Line]]:
    """Ids of discrepancies spread over all of them, and how long it took to make them where none were."""
    with engine.connect() as connection:
        there = list(connection.scalars(select(DiscrepancyRow.id).order_by(DiscrepancyRow.id)))
    if there:
        return there[:: max(1, len(there) // 50)], []
    begin = time.perf_counter()
    ids = fill(engine, claims=CLAIMS, discrepancies=DISCREPANCIES)
    took = time.perf_counter() - begin
    return ids, [Line(f"filling a store with {CLAIMS:,} claims", f"{took:.0f} s", "once, to be measured on")]


class Measured:
    """Milliseconds of many answers, those of the processor of each, and how large one is in bytes."""

    def __init__(self, times: Sequence[float], cpu: float, size: int) -> None:
        self.median = statistics.median(times)
        self.p95 = statistics.quantiles(times, n=20)[-1]
        self.cpu = cpu
        self.size = size


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and its process with the workers under it."""

    address: str
    process: int

    def cpu(self) -> float:
        """Seconds of the processor that its workers have taken; a database beside it counts for itself."""
        workers = psutil.Process(self.process).children()
        return sum(spent.user + spent.system for spent in (one.cpu_times() for one in workers))


def measured(server: Server, paths: Sequence[str]) -> Measured:
    """At an even rate, whether the answers keep up or not; the time runs from when a request was due."""
    address = server.address
    with httpx.Client(timeout=30) as client, ThreadPoolExecutor(32) as pool:
        for path in islice(cycle(paths), 20):  # both workers are warm
            size = len(client.get(address + path).raise_for_status().content)
        begin, before = time.perf_counter() + 0.1, server.cpu()

        def ask(place: int, path: str) -> float:
            due = begin + place / RATE
            time.sleep(max(0.0, due - time.perf_counter()))
            client.get(address + path).raise_for_status()
            return (time.perf_counter() - due) * 1000

        asked = [pool.submit(ask, place, path) for place, path in enumerate(islice(cycle(paths), REQUESTS))]
        times = [one.result() for one in asked]
        return Measured(times, (server.cpu() - before) / REQUESTS * 1000, size)


@contextmanager
def served(app: str, state: Path, url: str) -> Iterator[Server]:
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
            yield Server(f"http://127.0.0.1:{port}", process.pid)
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
