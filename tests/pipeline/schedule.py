"""One random schedule: pushes, pulls and people at work, with faults on the way and kills of our process.

Afterwards one undisturbed push and pull, and then database and server must agree exactly.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Engine, select

from tests.labelstudio.proxy import Fault, Proxy, in_front_of
from tests.moments import NOON
from workbench.core.article import Article
from workbench.core.event import Event
from workbench.labelstudio import project as projects
from workbench.labelstudio import wire
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.config import load_config
from workbench.labelstudio.listing import tasks as list_tasks
from workbench.labelstudio.regions import read_result
from workbench.pipeline.ingest import ingest_articles, ingest_events
from workbench.pipeline.project import open_project
from workbench.store.rows import AnnotationRow, TaskRow, VersionRow, VersionSentenceRow
from workbench.store.schema import upgrade
from workbench.store.session import open_engine, open_session
from workbench.store.showing import OUTDATED
from workbench.store.values import as_json
from workbench.vocabulary import load_vocabulary

ROOT = Path(__file__).parents[2]
ROUNDS = 4
OFTEN = 0.3  # of the requests that write, and a third of that of those that read
WORDS = ("killed", "injured", "displaced", "arrested")


class Worker:
    """The process that forks a victim for each order."""

    def __init__(self, log: Path) -> None:
        self.log = log.open("a")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.pipeline.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            text=True,
            cwd=ROOT,
        )

    def run(self, order: dict[str, Any], proxy: Proxy) -> int:
        """The exit code; -9 where it was killed."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        proxy.victim = int(self.process.stdout.readline())
        code = int(self.process.stdout.readline())
        proxy.victim = None
        return code

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(30)
        if self.process.stdout is not None:
            self.process.stdout.close()
        self.log.close()


@contextmanager
def worker(log: Path) -> Iterator[Worker]:
    started = Worker(log)
    try:
        yield started
    finally:
        started.close()


@dataclass
class Schedule:
    """What became of it: how often each fault struck, and how the calls ended."""

    struck: dict[str, int]
    codes: dict[int, int]


def run(seed: int, folder: Path, url: str, token: str, at: Worker) -> Schedule:
    """Raises AssertionError where database and server do not agree in the end."""
    chance = Random(seed)
    engine = open_engine(f"sqlite:///{folder}/{seed}.sqlite")
    upgrade(engine)
    result = Schedule({}, {})
    with connect(url, token) as client, in_front_of(url) as proxy:
        with open_session(engine) as session:
            ingest_events(session, [Event(id="storm", name="Storm", start=date(2024, 1, 1))])
            ingest_articles(session, _articles(chance), now=NOON, max_characters=10_000)
            title = f"schedule {seed} {folder.name}"[-50:]
            row, _ = open_project(
                session, client, server="local", xml=load_config(), vocabulary=load_vocabulary(), title=title
            )
            order = {"database": str(engine.url), "token": token, "project": row.id}
            number = row.number

        def plan(method: str, path: str) -> Fault | None:
            if "whoami" in path or "version" in path:
                return None  # before anything has begun
            if chance.random() >= (OFTEN / 3 if method == "GET" else OFTEN):
                return None
            fault: Fault = chance.choice([*Fault])
            result.struck[fault.name] = result.struck.get(fault.name, 0) + 1
            return fault

        try:
            proxy.plan = plan
            for _ in range(ROUNDS):
                verb = chance.choice(("push", "push", "pull"))
                options = {"full": True} if verb == "pull" and chance.random() < 0.5 else {}
                code = at.run({**order, "url": proxy.url, "verb": verb, "options": options}, proxy)
                result.codes[code] = result.codes.get(code, 0) + 1
                assert code in (0, 1, -9), "an error that nobody foresaw; see the log of the worker"
                _people(chance, client, number)
                if chance.random() < 0.3:
                    with open_session(engine) as session:
                        ingest_articles(session, _articles(chance), now=NOON, max_characters=10_000)
            proxy.plan = None
            for verb in ("push", "pull", "push"):
                assert at.run({**order, "url": url, "verb": verb}, proxy) == 0
            agree(engine, client, number)
        finally:
            projects.delete(client, number)
            engine.dispose()
    return result


def agree(engine: Engine, client: Client, number: int) -> None:
    """Exactly one task for each sentence, one prediction that shows, the same annotations on both sides."""
    wanted = "id,data,predictions,result,model_version"
    there = list(list_tasks(client, number, include=wanted))
    with open_session(engine) as session:
        current = set(
            session.scalars(
                select(VersionSentenceRow.sentence_id)
                .join(VersionRow, VersionRow.id == VersionSentenceRow.version_id)
                .where(VersionRow.current.is_(True))
            )
        )
        # What left its article before it was ever sent is not sent any more.
        rows = {
            row.sentence_id: row
            for row in session.scalars(select(TaskRow))
            if row.sentence_id in current or row.number is not None
        }
        assert sorted(task.sentence_id or "" for task in there) == sorted(rows), "one task for each sentence"
        for task in there:
            row = rows[task.sentence_id or ""]
            assert (row.number, row.claimed_at, row.refused) == (task.id, None, None)
            shown = [one for one in task.predictions or () if one["model_version"] == row.model_version]
            assert len(shown) == 1 or row.sentence_id not in current, "one suggestion that shows"
            assert ((task.data or {})["note"] == OUTDATED) == (row.sentence_id not in current)
        ours = {
            (
                row.task,
                row.created_at.isoformat(),
                row.cancelled,
                row.ground_truth,
                row.lead_time,
                row.annotator,
                json.dumps(row.regions, sort_keys=True),
                row.answer,
            )
            for row in session.scalars(select(AnnotationRow).where(AnnotationRow.deleted_at.is_(None)))
        }
    export: list[dict[str, Any]] = wire.get(
        client, f"/api/projects/{number}/export", [("exportType", "JSON")]
    )
    theirs = set()
    for exported in export:
        for annotation in exported["annotations"]:
            regions, answer = read_result(annotation["result"])
            theirs.add(
                (
                    exported["id"],
                    annotation["created_at"].replace("Z", "+00:00"),
                    annotation["was_cancelled"],
                    annotation["ground_truth"],
                    annotation["lead_time"],
                    str(annotation["completed_by"]),
                    json.dumps(as_json(regions), sort_keys=True),
                    answer,
                )
            )
    assert ours == theirs, "the same annotations"


def _articles(chance: Random) -> list[Article]:
    """Some new, some that change what an earlier one said."""
    return [
        Article(
            outlet="Wire",
            published_at=date(2024, 1, 2) + timedelta(days=name),
            text="\n".join(
                f"At least {chance.randint(2, 900)} people were {chance.choice(WORDS)} in town {line}."
                for line in range(chance.randint(1, 6))
            ),
            file=f"{name}.txt",
            event="storm",
        )
        for name in chance.sample(range(4), 2)
    ]


def _people(chance: Random, client: Client, number: int) -> None:
    """Annotators at work, straight on the server."""
    found = list(list_tasks(client, number, include="id,annotations,predictions,result"))
    for task in chance.sample(found, min(len(found), 3)):
        kind = chance.choice(("create", "create", "skip", "update", "delete"))
        result = (task.predictions or [{"result": []}])[0]["result"]
        if kind == "create":
            client.sdk.annotations.create(id=task.id, result=result, lead_time=float(chance.randint(1, 90)))
        elif kind == "skip":
            client.sdk.annotations.create(id=task.id, result=result, was_cancelled=True)
        elif task.annotations and kind == "update":
            client.sdk.annotations.update(id=task.annotations[0]["id"], result=result[:-1], ground_truth=True)
        elif task.annotations:
            client.sdk.annotations.delete(id=task.annotations[0]["id"])
