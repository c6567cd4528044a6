"""Label Studio calls us: the real server, and our app behind a real port."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from random import Random
from statistics import median
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from werkzeug.serving import WSGIRequestHandler, make_server

from api.app import create_app
from tests.api.answers import error_of
from workbench.exceptions import LabelStudioRefused
from workbench.labelstudio import local, project
from workbench.labelstudio.client import Client
from workbench.labelstudio.listing import Task, tasks
from workbench.labelstudio.model import PATH as ML
from workbench.labelstudio.model import USER, connect_model
from workbench.labelstudio.webhooks import HEADER, PATH, register
from workbench.settings import Settings
from workbench.store.projects import keep_project
from workbench.store.rows import AnnotationRow, HintRow
from workbench.store.session import open_session
from workbench.text.suggest import SUGGESTER

SENTENCE = "The Health Ministry said on Wednesday that 40 civilians were killed in Khartoum."


class Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:
        """Quiet."""


@pytest.fixture
def beside(settings: Settings, label_studio: local.Server) -> Iterator[Flask]:
    """The app beside a real Label Studio."""
    app = create_app(
        replace(settings, label_studio_url=label_studio.url, label_studio_token=label_studio.token)
    )
    yield app
    app.extensions["bench"].close()


@pytest.fixture
def address(beside: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, beside, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def pushed(beside: Flask, client: Client, request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """A project with one sentence."""
    http = beside.test_client()
    http.post("/api/v1/articles", json={"outlet": "Wire", "published_at": "2024-01-24", "text": SENTENCE})
    made = http.post("/api/v1/projects", json={"title": f"calls {request.node.name[:40]}"[:50]}).get_json()
    http.post(f"/api/v1/projects/{made['id']}/push")
    yield made
    project.delete(client, made["number"])


def only_task(client: Client, number: int) -> Task:
    (task,) = tasks(client, number, include="id,data,predictions,result")
    return task


def secret_of(app: Flask) -> str:
    secret: str = app.extensions["bench"].secret
    return secret


def moment(written: str) -> datetime:
    return datetime.fromisoformat(written)


def wait_for(engine: Engine, count: int) -> list[int]:
    """The numbers of the tasks that are marked, once there are so many."""
    for _ in range(100):
        with open_session(engine) as session:
            marked = list(session.scalars(select(HintRow.task).order_by(HintRow.task)))
        if len(marked) >= count:
            return marked
        time.sleep(0.1)
    raise AssertionError(f"only {marked} came")


def test_what_label_studio_tells_is_marked_and_fetched_by_the_next_pull(
    beside: Flask, address: str, pushed: dict[str, Any], client: Client, engine: Engine
) -> None:
    assert register(client, pushed["number"], address, secret_of(beside))
    assert not register(client, pushed["number"], address, secret_of(beside)), "registered once"
    task = only_task(client, pushed["number"])
    client.sdk.annotations.create(id=task.id, result=[])
    assert wait_for(engine, 1) == [task.id]
    with open_session(engine) as session:
        assert session.scalars(select(AnnotationRow)).all() == [], "nothing is fetched on the way"
    http = beside.test_client()
    assert http.post(f"/api/v1/projects/{pushed['id']}/pull").get_json()["changed"] == 1
    with open_session(engine) as session:
        assert session.scalars(select(HintRow)).all() == [], "looked at"
    client.sdk.tasks.delete(id=str(task.id))
    assert wait_for(engine, 1) == [task.id]
    assert http.post(f"/api/v1/projects/{pushed['id']}/pull").get_json()["gone"] == 1


def test_events_doubled_or_out_of_order_change_nothing(
    beside: Flask, pushed: dict[str, Any], client: Client
) -> None:
    http = beside.test_client()
    task = only_task(client, pushed["number"])
    client.sdk.annotations.create(id=task.id, result=[])
    headers = {HEADER: secret_of(beside)}
    for action in ("ANNOTATIONS_DELETED", "ANNOTATION_UPDATED", "TASKS_DELETED", "ANNOTATION_CREATED"):
        event = {"action": action, "project": {"id": pushed["number"]}, "tasks": [{"id": task.id}]}
        for _ in range(2):
            answer = http.post(PATH, json=event, headers=headers)
            assert (answer.status_code, answer.get_json()) == (202, {"marked": True})
    done = http.post(f"/api/v1/projects/{pushed['id']}/pull").get_json()
    assert (done["changed"], done["gone"]) == (1, 0)
    foreign = {"action": "TASKS_DELETED", "project": {"id": 10**9}}
    assert http.post(PATH, json=foreign, headers=headers).get_json() == {"marked": False}


@pytest.mark.parametrize("seed", range(3))
def test_events_lost_doubled_and_out_of_order_change_nothing_in_the_end(
    beside: Flask, pushed: dict[str, Any], client: Client, engine: Engine, seed: int
) -> None:
    chance = Random(seed)
    http = beside.test_client()
    task = only_task(client, pushed["number"])
    made: list[Any] = []
    events: list[dict[str, Any]] = []
    for _ in range(6):
        act = chance.choice(("create", "create", "update", "delete"))
        if act == "create" or not made:
            answer = client.sdk.annotations.create(id=task.id, result=[], lead_time=1.0)
            made.append(answer.id)
            events.append({"action": "ANNOTATION_CREATED", "task": {"id": task.id}})
        elif act == "update":
            changed = chance.choice(made)
            client.sdk.annotations.update(id=changed, result=[], was_cancelled=True)
            events.append({"action": "ANNOTATION_UPDATED", "annotation": {"task": task.id}})
        else:
            gone = made.pop(chance.randrange(len(made)))
            client.sdk.annotations.delete(id=gone)
            events.append({"action": "ANNOTATIONS_DELETED", "annotations": [{"id": gone}]})
    told = [event for event in events if chance.random() < 0.7] + chance.choices(events, k=3)
    chance.shuffle(told)
    for event in told:
        event = event | {"project": {"id": pushed["number"]}}
        assert http.post(PATH, json=event, headers={HEADER: secret_of(beside)}).status_code == 202
        if chance.random() < 0.3:
            http.post(f"/api/v1/projects/{pushed['id']}/pull")
    http.post(f"/api/v1/projects/{pushed['id']}/pull")
    beside.extensions["bench"].marking.end()
    there = client.sdk.tasks.get(id=str(task.id)).annotations or []
    with open_session(engine) as session:
        ours = session.scalars(select(AnnotationRow).where(AnnotationRow.deleted_at.is_(None)))
        assert {(row.created_at, row.cancelled) for row in ours} == {
            (moment(one["created_at"]), one["was_cancelled"]) for one in there
        }
    assert len(there) == len(made)


def test_it_answers_in_milliseconds_also_while_somebody_writes(
    app: Flask, http: FlaskClient, engine: Engine
) -> None:
    """Label Studio waits for a second, and the annotator with it."""
    here = app.extensions["bench"]
    with open_session(engine) as session:
        keep_project(session, here.server, 7, "Told")
    headers = {HEADER: secret_of(app)}
    took = []
    with open_session(engine, writing=True):  # as a long cross-check does
        for number in range(1, 201):
            event = {"action": "ANNOTATION_CREATED", "project": {"id": 7}, "task": {"id": number}}
            began = time.perf_counter()
            answer = http.post(PATH, json=event, headers=headers)
            took.append(time.perf_counter() - began)
            assert (answer.status_code, answer.get_json()) == (202, {"marked": True})
    assert median(took) < 0.025, "a quiet machine needs two milliseconds"
    assert max(took) < 1
    here.marking.end()
    assert wait_for(engine, 200) == [*range(1, 201)]


def test_whoever_does_not_know_the_secret_is_refused(app: Flask, http: FlaskClient) -> None:
    event = {"action": "TASKS_DELETED", "project": {"id": 7}}
    for given in ("", "x", "\xfc"):
        error_of(http.post(PATH, json=event, headers={HEADER: given}), 403, "forbidden")
    odd = http.post(PATH, json={"action": "X"}, headers={HEADER: secret_of(app)})
    error_of(odd, 422, "invalid_data")


def test_a_server_that_refuses_local_addresses_is_told_what_to_set(
    client: Client, project_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from label_studio_sdk.core.api_error import ApiError

    def refuse(*arguments: Any, **more: Any) -> None:
        raise ApiError(status_code=403, body={"detail": "URL resolves to a reserved network address"})

    monkeypatch.setattr(type(client.sdk.webhooks), "create", refuse)
    with pytest.raises(LabelStudioRefused, match="SSRF_PROTECTION_ENABLED=false"):
        register(client, project_id, "http://127.0.0.1:9", "s")


def test_label_studio_asks_us_for_a_suggestion(
    beside: Flask, address: str, pushed: dict[str, Any], client: Client
) -> None:
    assert connect_model(client, pushed["number"], address, secret_of(beside), SUGGESTER)
    assert not connect_model(client, pushed["number"], address, secret_of(beside), SUGGESTER)
    first = only_task(client, pushed["number"])
    assert first.predictions is not None
    pushed_result = first.predictions[0]["result"]
    task = client.sdk.tasks.create(project=pushed["number"], data=first.data or {})
    answer = client.http.get(
        f"{client.url}/api/tasks/{task.id}", headers=client.sdk._client_wrapper.get_headers()
    ).json()
    (prediction,) = answer["predictions"]
    assert prediction["model_version"] == SUGGESTER
    assert prediction["result"] == pushed_result, "live as pushed"
    assert client.sdk.projects.get(pushed["number"]).model_version == SUGGESTER


def test_the_contract_of_the_model(app: Flask, http: FlaskClient) -> None:
    auth = (USER, secret_of(app))
    assert http.get(f"{ML}/health", auth=auth).get_json()["status"] == "UP"
    assert http.post(f"{ML}/setup", json={"project": "1.2"}, auth=auth).get_json() == {
        "model_version": SUGGESTER
    }
    assert http.get(f"{ML}/versions", auth=auth).get_json() == {"versions": [SUGGESTER]}
    assert http.post(f"{ML}/webhook", json={"action": "START_TRAINING"}).status_code == 204
    for path in ("health", "versions"):
        assert http.get(f"{ML}/{path}").status_code == 403
    assert http.post(f"{ML}/predict", json={"tasks": []}, auth=(USER, "x")).status_code == 403
    odd: Any
    for odd in ({}, {"tasks": 1}, []):
        assert http.post(f"{ML}/predict", json=odd, auth=auth).status_code == 422


def test_each_task_gets_its_prediction_in_order_whatever_is_in_it(app: Flask, http: FlaskClient) -> None:
    asked: list[Any] = [
        {"data": {"text": SENTENCE, "published_at": "2024-01-24"}},
        None,
        {"data": {"text": "a\x00b"}},
        {"data": {"text": "It rained.", "published_at": "never", "events": "x"}},
    ]
    answer = http.post(f"{ML}/predict", json={"tasks": asked}, auth=(USER, secret_of(app))).get_json()
    first, *rest = answer["results"]
    assert len(rest) == 3
    (label,) = [item for item in first["result"] if item["type"] == "labels" and "killed" in str(item)]
    assert label["value"]["text"] == "40"
    assert [result["result"] for result in rest[:2]] == [[], []]
    assert all(result["model_version"] == SUGGESTER for result in answer["results"])
