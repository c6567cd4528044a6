"""make record: a real Label Studio at work on a seed of ours, and what it says written down for the tests."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from tests.conftest import STATE, tools_of_tests
from tests.labelstudio.recorded import FOLDER
from tests.seeds import corpus
from workbench.labelstudio import local, project, wire
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.annotations import WANTED
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.config import load_config
from workbench.labelstudio.install import VERSION
from workbench.labelstudio.model import PATH as MODEL
from workbench.labelstudio.model import connect_model
from workbench.labelstudio.webhooks import register
from workbench.pipeline.ingest import ingest_articles, ingest_events
from workbench.pipeline.project import open_project
from workbench.pipeline.push import push
from workbench.store.schema import upgrade
from workbench.store.session import open_engine, open_session
from workbench.vocabulary import load_vocabulary

ARTICLE = "northgate-post-court-watch-april.txt"
SECRETS = {"access_token", "login", "password", "username", "first_name", "last_name", "initials", "avatar"}
LONG = {"parsed_label_config", "control_weights"}  # what follows from the label config
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[a-z]+")
# What Label Studio calls, apart from the healthy answers to it.
ASKED = {"setup": {"model_version": "live"}, "predict": {"results": []}, "health": {"status": "UP"}}


@contextmanager
def listening() -> Iterator[tuple[str, list[tuple[str, Any]]]]:
    """Our side: its address, and what came there, in the order in which it came."""
    came: list[tuple[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
            came.append((self.path, body))
            self.do_GET()

        def do_GET(self) -> None:
            answer = json.dumps(ASKED.get(self.path.rpartition("/")[2], {})).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", came
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def record() -> dict[str, Any]:
    """By name: what the real server lists, exports, tells and asks, made as our own code makes it."""
    server = local.start(STATE, tools=tools_of_tests(), say=print)
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            connect(server.url, server.token) as client,
            listening() as (address, came),
        ):
            return _work(client, Path(folder), address, came)
    finally:
        if server.started:
            local.stop(STATE, say=print)


def _work(client: Client, folder: Path, address: str, came: list[tuple[str, Any]]) -> dict[str, Any]:
    engine = open_engine(f"sqlite:///{folder}/record.sqlite")
    upgrade(engine)
    article, vocabulary = corpus.articles()[ARTICLE], load_vocabulary()
    now = datetime.now(UTC)
    with open_session(engine) as session:
        ingest_events(session, [corpus.events()[article.event or ""]])
        ingest_articles(session, [article], now=now, max_characters=100_000)
        row, _ = open_project(
            session, client, server="local", xml=load_config(), vocabulary=vocabulary, title="Recorded"
        )
        row_id, number = row.id, row.number
    try:
        register(client, number, address, "secret")
        push(lambda: open_session(engine, writing=True), client, row_id, vocabulary, now=now)
        _people(client, number)
        found = {
            "tasks": _listed(client, number),
            "export": wire.get(client, f"/api/projects/{number}/export", [("exportType", "JSON")]),
        }
        connect_model(client, number, address, "secret", "live")
        fresh = client.sdk.tasks.create(project=number, data=found["tasks"]["tasks"][0]["data"])
        wire.get(client, f"/api/tasks/{fresh.id}/")
        for path, body in came:
            if path.startswith(f"{MODEL}/"):
                found.setdefault(f"ml_{path.rpartition('/')[2]}", body)
            elif isinstance(body, dict):
                found.setdefault(f"webhook_{body['action']}", body)
        return found
    finally:
        project.delete(client, number)
        engine.dispose()


def _people(client: Client, number: int) -> None:
    """The first figure of the first task is corrected to 5,153, then made ground truth; the second task is
    skipped; the third one's annotation is deleted; the last task is deleted; the others are accepted."""
    tasks = sorted(
        _listed(client, number, "id,data,predictions,result")["tasks"],
        key=lambda task: ("5,152" not in task["data"]["text"], task["id"]),
    )
    first, second, third, *_, last = tasks
    result = deepcopy(first["predictions"][0]["result"])
    next(region for region in result if region["from_name"] == "value")["value"]["number"] = 5153
    made = client.sdk.annotations.create(id=first["id"], result=result, lead_time=12.5)
    client.sdk.annotations.update(id=int(made.id or 0), ground_truth=True)
    client.sdk.annotations.create(id=second["id"], result=[], was_cancelled=True)
    gone = client.sdk.annotations.create(id=third["id"], result=[])
    client.sdk.annotations.delete(id=int(gone.id or 0))
    client.sdk.tasks.delete(id=str(last["id"]))
    accept_suggestions(client, number)


def _listed(client: Client, number: int, include: str = WANTED) -> Any:
    return wire.get(
        client,
        "/api/tasks/",
        [("project", number), ("page_size", 100), ("fields", "all"), ("include", include)],
    )


def clean(value: Any) -> Any:
    """Nothing of who recorded it and where; of the label config, which we have, its first tag."""
    if isinstance(value, dict):
        return {
            name: "…" if name in SECRETS else {} if name in LONG else clean(entry)
            for name, entry in value.items()
        }
    if isinstance(value, list):
        return [clean(entry) for entry in value]
    if isinstance(value, str):
        if "<View" in value:
            return "<View/>"
        if EMAIL.fullmatch(value):
            return "annotator@example.org"
        if value.startswith("http://127.0.0.1"):
            return "http://127.0.0.1"
    return value


def main() -> None:
    found = record()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, body in sorted(found.items()):
        path = FOLDER / f"{name}_{VERSION}_{datetime.now(UTC).date()}.json"
        path.write_text(json.dumps(clean(body), ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(path.relative_to(FOLDER.parents[2]))


if __name__ == "__main__":
    main()
