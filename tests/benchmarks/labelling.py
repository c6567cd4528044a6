"""Push and pull against the real server, beside the bare SDK doing the same in the same run."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from label_studio_sdk import LabelStudio

from tests.benchmarks.line import Line, rounded
from tests.benchmarks.peers import FOLDER
from tests.benchmarks.process import WORKBENCH, run
from tests.conftest import STATE
from workbench.core.article import Article
from workbench.labelstudio import local, project
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.annotations import OVERLAP
from workbench.labelstudio.client import ONCE, Client, connect
from workbench.labelstudio.config import load_config
from workbench.labelstudio.listing import tasks
from workbench.labelstudio.predictions import task_json
from workbench.pipeline.bodies import task_bodies
from workbench.pipeline.ingest import ingest_articles
from workbench.pipeline.project import open_project
from workbench.pipeline.pull import pull
from workbench.pipeline.push import push
from workbench.pipeline.suggest import suggest_pending
from workbench.store import outbox, showing
from workbench.store.schema import upgrade
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary

SENTENCES = int(os.environ.get("SENTENCES", "10000"))
ARTICLE = 50  # sentences in an article
SIZES = (500, 1000)  # of the bare SDK's requests; the better one counts
CHANGED = 10


@contextmanager
def server() -> Iterator[local.Server]:
    """That of the tests."""
    tools = os.environ.get("WORKBENCH_TOOLS")
    STATE.mkdir(parents=True, exist_ok=True)
    started = local.start(STATE, tools=Path(tools) if tools else STATE / "tools", say=lambda line: None)
    try:
        yield started
    finally:
        if started.started:
            local.stop(STATE, say=lambda line: None)


def labelling() -> list[Line]:
    """10,000 sentences there and back, then a pull of ten changes among 20,000 tasks."""
    folder = FOLDER / "labelling"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made: list[int] = []
    with server() as at, connect(at.url, at.token) as client:
        bare: Any = LabelStudio  # its constructor has no types
        sdk = bare(base_url=f"{at.url}/", api_key=at.token)
        try:
            return list(_lines(folder, at, client, sdk, made))
        finally:
            for number in made:
                project.delete(client, number)


def _lines(
    folder: Path, at: local.Server, client: Client, sdk: LabelStudio, made: list[int]
) -> Iterator[Line]:
    vocabulary = load_vocabulary()
    engine = open_engine(f"sqlite:///{folder}/workbench.sqlite")
    upgrade(engine)

    def work() -> Any:
        return open_session(engine, writing=True)

    with work() as session:
        ingest_articles(session, _articles(0), now=datetime.now(UTC), max_characters=100_000)
        suggest_pending(session, vocabulary)
        row, _ = open_project(
            session, client, server=at.url, xml=load_config(), vocabulary=vocabulary, title="bench ours"
        )
        made.append(row.number)
        outbox.fill_outbox(session, row)
        versions = [version for version, _ in showing.waiting(session, row)]
        sent = [
            task_json(body, vocabulary)
            for version in versions
            for body in task_bodies(session, row, version, [], there=False)
        ]
    bare = min(_bare_import(client, sdk, size, sent, made) for size in SIZES)
    began = time.monotonic()
    push(work, client, row.id, vocabulary, now=datetime.now(UTC))
    ours = time.monotonic() - began
    yield _beside(f"push of {SENTENCES:,} sentences with suggestions, sentences a second", ours, bare)

    accept_suggestions(client, row.number)
    bare = _bare_list(sdk, row.number)
    began = time.monotonic()
    report = pull(work, client, row.id, vocabulary, now=datetime.now(UTC))
    full = time.monotonic() - began
    assert report.changed == SENTENCES
    yield _beside(f"pull of {SENTENCES:,} annotated tasks, tasks a second", full, bare)

    with work() as session:
        ingest_articles(session, _articles(SENTENCES), now=datetime.now(UTC), max_characters=100_000)
    push(work, client, row.id, vocabulary, now=datetime.now(UTC))
    began = time.monotonic()
    pull(work, client, row.id, vocabulary, now=datetime.now(UTC), full=True)
    full = time.monotonic() - began
    time.sleep((OVERLAP + timedelta(seconds=5)).total_seconds())  # as on an ordinary day,
    pull(work, client, row.id, vocabulary, now=datetime.now(UTC))  # on which this is not the first pull
    annotated = [task.id for task in tasks(client, row.number, include="id")][:CHANGED]
    for number in annotated:
        client.sdk.annotations.create(id=number, result=[], request_options=ONCE)
    began = time.monotonic()
    report = pull(work, client, row.id, vocabulary, now=datetime.now(UTC))
    few = time.monotonic() - began
    assert report.changed == CHANGED
    yield Line(
        f"pull of {CHANGED} changes among {2 * SENTENCES:,} tasks",
        f"{few:.2f} s",
        f"{few / full:.1%} of a full pull; floor 2 s and 5 %",
    )
    engine.dispose()
    settings = {
        "WORKBENCH_STATE": str(folder),
        "WORKBENCH_LABEL_STUDIO_URL": at.url,
        "WORKBENCH_LABEL_STUDIO_TOKEN": at.token,
    }
    for words in (["push", "--project", "bench memory"], ["pull", "--full"]):
        ran = run([WORKBENCH, *words], settings)
        yield Line(
            f"peak memory of `workbench {words[0]}` with {2 * SENTENCES:,} sentences",
            f"{ran.megabytes:.0f} MB",
            "floor: flat, under 200 MB",
        )
    made += [int(found.id) for found in [*project.listed(client, "bench memory")]]


def _bare_import(client: Client, sdk: LabelStudio, size: int, sent: list[Any], made: list[int]) -> float:
    """Seconds of the SDK importing the same bodies."""
    number = project.find_or_create(client, f"bench bare {size}", load_config()).id
    made.append(number)
    began = time.monotonic()
    for first in range(0, len(sent), size):
        sdk.projects.import_tasks(number, request=sent[first : first + size], request_options=ONCE)
    return time.monotonic() - began


def _bare_list(sdk: LabelStudio, number: int) -> float:
    """Seconds of the SDK listing every task with its annotations."""
    began = time.monotonic()
    count = sum(1 for _ in sdk.tasks.list(project=number, fields="all", page_size=1000))
    assert count == SENTENCES
    return time.monotonic() - began


def _beside(what: str, ours: float, bare: float) -> Line:
    return Line(
        what,
        rounded(SENTENCES / ours),
        f"the bare SDK: {rounded(SENTENCES / bare)}; ours is {bare / ours:.2f} times that, floor 0.9",
    )


def _articles(first: int) -> Iterator[Article]:
    for number in range(first, first + SENTENCES, ARTICLE):
        yield Article(
            outlet="Wire",
            published_at=date(2024, 1, 24),
            text="\n".join(
                f"At least {line} people were killed in town {line}, 14 children among them, a doctor said."
                for line in range(number + 1, number + ARTICLE + 1)
            ),
            file=f"{number}.txt",
        )
