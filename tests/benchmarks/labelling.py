"""Push and pull against the real server, beside the bare SDK doing the same in the same run."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from label_studio_sdk import LabelStudio

from tests.benchmarks.line import Line, rounded
from tests.benchmarks.peers import FOLDER
from tests.benchmarks.process import WORKBENCH, run
from tests.benchmarks.server import server
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
SMALLER = 10  # times: the project whose memory is set beside that of the large one


def labelling() -> list[Line]:
    """10,000 sentences there and back, then a pull of ten changes among 20,000 tasks."""
    folder = FOLDER / "labelling"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    made: list[int] = []
    with server("labelling") as at, connect(at.url, at.token) as client:
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
    pushed = time.monotonic()
    began = time.monotonic()
    pull(work, client, row.id, vocabulary, now=datetime.now(UTC), full=True)
    full = time.monotonic() - began
    yield from _memory(folder / "small", at, client, made, SENTENCES // SMALLER)
    yield from _memory(folder / "large", at, client, made, 2 * SENTENCES)
    # As on an ordinary day, on which nothing was pushed in the last minutes, and this is not the first pull.
    time.sleep(max(0.0, OVERLAP.total_seconds() + 5 - (time.monotonic() - pushed)))
    pull(work, client, row.id, vocabulary, now=datetime.now(UTC))
    annotated = [task.id for task in tasks(client, row.number, include="id")][:CHANGED]
    for number in annotated:
        client.sdk.annotations.create(id=number, result=[], request_options=ONCE)
    began = time.monotonic()
    report = pull(work, client, row.id, vocabulary, now=datetime.now(UTC))
    few = time.monotonic() - began
    assert report.changed == CHANGED
    engine.dispose()
    yield Line(
        f"pull of {CHANGED} changes among {2 * SENTENCES:,} tasks",
        f"{few:.2f} s",
        f"{few / full:.1%} of a full pull; floor 2 s and 5 %",
    )


def _memory(folder: Path, at: local.Server, client: Client, made: list[int], count: int) -> Iterator[Line]:
    """Of the commands themselves, with so many sentences, all annotated in between."""
    engine = open_engine(f"sqlite:///{folder}/workbench.sqlite")
    upgrade(engine)
    with open_session(engine, writing=True) as session:
        ingest_articles(session, _articles(0, count), now=datetime.now(UTC), max_characters=100_000)
    engine.dispose()
    settings = {
        "WORKBENCH_STATE": str(folder),
        "WORKBENCH_LABEL_STUDIO_URL": at.url,
        "WORKBENCH_LABEL_STUDIO_TOKEN": at.token,
    }
    title = f"bench memory {count}"
    pushed = run([WORKBENCH, "push", "--project", title], settings)
    number = project.find_or_create(client, title, load_config()).id
    made.append(number)
    accept_suggestions(client, number)
    pulled = run([WORKBENCH, "pull", "--full"], settings)
    yield Line(
        f"peak memory of `workbench push` and of `workbench pull`, {count:,} sentences",
        f"{pushed.megabytes:.0f} and {pulled.megabytes:.0f} MB",
        "floor: flat, under 200 MB",
    )


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


def _articles(first: int, count: int = SENTENCES) -> Iterator[Article]:
    for number in range(first, first + count, ARTICLE):
        yield Article(
            outlet="Wire",
            published_at=date(2024, 1, 24),
            text="\n".join(
                f"At least {line} people were killed in town {line}, 14 children among them, a doctor said."
                for line in range(number + 1, number + ARTICLE + 1)
            ),
            file=f"{number}.txt",
        )
