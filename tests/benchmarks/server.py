"""A Label Studio of a benchmark's own, so that nobody else's tests clear it or slow it down."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.peers import FOLDER
from tests.conftest import STATE
from workbench.labelstudio import local


@contextmanager
def server(name: str) -> Iterator[local.Server]:
    """Kept between runs, started and stopped here; its programs are those of the tests."""
    folder = FOLDER / f"label-studio-{name}"
    folder.mkdir(parents=True, exist_ok=True)
    tools = os.environ.get("WORKBENCH_TOOLS")
    started = local.start(folder, tools=Path(tools) if tools else STATE / "tools", say=lambda line: None)
    try:
        yield started
    finally:
        if started.started:
            local.stop(folder, say=lambda line: None)
