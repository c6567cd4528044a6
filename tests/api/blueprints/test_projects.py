from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.app import create_app
from tests.api.answers import error_of
from workbench.labelstudio import local, project
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.client import Client
from workbench.settings import Settings
from workbench.store.projects import all_projects, keep_project
from workbench.store.session import open_session

PATH = "/api/v1/projects"
SENTENCES = [
    "🏠 The Health Ministry said on Wednesday that 40 civilians were killed in Khartoum.",
    "Talks were to go on for days.",
]


@pytest.fixture
def near(settings: Settings, label_studio: local.Server) -> Iterator[FlaskClient]:
    """The app beside a real Label Studio."""
    app = create_app(
        replace(settings, label_studio_url=label_studio.url, label_studio_token=label_studio.token)
    )
    yield app.test_client()
    app.extensions["bench"].close()


@pytest.fixture
def made(near: FlaskClient, client: Client, request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    title = f"API {request.node.name[:30]} {os.getpid()}"
    answer = near.post(PATH, json={"title": title})
    assert answer.status_code == 201, answer.get_data(as_text=True)
    yield answer.get_json()
    project.delete(client, answer.get_json()["number"])


@pytest.mark.timeout(600)
def test_made_pushed_labelled_pulled(near: FlaskClient, made: dict[str, Any], client: Client) -> None:
    near.post(
        "/api/v1/articles",
        json={"outlet": "Wire", "published_at": "2024-01-24", "text": " ".join(SENTENCES)},
    )
    assert near.post(PATH, json={"title": made["title"]}).get_json() == made, "found, not made again"
    push, pull = f"{PATH}/{made['id']}/push", f"{PATH}/{made['id']}/pull"
    nothing_else = {"refreshed": 0, "marked": 0, "returned": 0, "refused": []}
    assert near.post(push).get_json() == {"pushed": 2, **nothing_else}
    assert near.post(push).get_json() == {"pushed": 0, **nothing_else}, "each sentence once"
    accept_suggestions(client, made["number"])
    assert near.post(pull).get_json() == {"changed": 2, "gone": 0, "edited": []}
    assert near.post(f"{pull}?full=true").get_json() == {"changed": 0, "gone": 0, "edited": []}, (
        "twice changes nothing"
    )
    checked = near.post("/api/v1/crosscheck").get_json()
    assert (checked["claims"], checked["unreadable"]) == (1, 0)
    (claim,) = near.get("/api/v1/claims").get_json()["items"]
    assert (claim["measure"], claim["quantity"]["value"]) == ("killed", 40)
    assert SENTENCES[0][claim["start"] : claim["end"]] == "40"
    (listed,) = near.get(PATH).get_json()["items"]
    assert (listed["sentences"], listed["pushed"]) == (2, 2)


def test_a_project_that_asks_for_worth_alone(near: FlaskClient, client: Client) -> None:
    made = near.post(PATH, json={"title": f"API worth {os.getpid()}", "worth": True}).get_json()
    try:
        assert 'name="worth"' in (client.sdk.projects.get(made["number"]).label_config or "")
    finally:
        project.delete(client, made["number"])


def test_a_title_of_another_length_is_refused(near: FlaskClient) -> None:
    for title in ("ab", "x" * 51, "   "):
        error = error_of(near.post(PATH, json={"title": title}), 422, "invalid_data")
        assert list(error["fields"]) == ["title"]


def test_a_wrong_token_is_told(settings: Settings, label_studio: local.Server) -> None:
    wrong = replace(settings, label_studio_url=label_studio.url, label_studio_token="0" * 40)
    answer = create_app(wrong).test_client().post(PATH, json={})
    error = error_of(answer, 502, "label_studio_refused")
    assert "token" in error["message"]
    assert "0" * 40 not in error["message"]


def test_away_is_told_and_nothing_is_half_written(
    http: FlaskClient, filled: dict[str, str], settings: Settings, engine: Engine
) -> None:
    error_of(http.post(PATH, json={"title": "A new one"}), 503, "label_studio_unavailable")
    with open_session(engine) as session:
        assert [row.title for row in all_projects(session)] == ["Numeric claims"]
        ours = keep_project(session, settings.label_studio_url, 1, "Ours").id
    before = http.get(PATH).get_json()
    error_of(http.post(f"{PATH}/{ours}/push"), 503, "label_studio_unavailable")
    error_of(http.post(f"{PATH}/{ours}/pull"), 503, "label_studio_unavailable")
    assert http.get(PATH).get_json() == before


def test_no_local_server_is_told_with_the_way_out(settings: Settings) -> None:
    app = create_app(replace(settings, label_studio_url="", label_studio_token=""))
    error = error_of(app.test_client().post(PATH, json={}), 503, "label_studio_unavailable")
    assert "workbench label-studio start" in error["message"]


def test_a_project_of_another_server_is_a_conflict(http: FlaskClient, filled: dict[str, str]) -> None:
    (listed,) = http.get(PATH).get_json()["items"]
    assert (listed["server"], listed["number"], listed["pushed"]) == ("local", 7, 4)
    for verb in ("push", "pull"):
        error_of(http.post(f"{PATH}/{listed['id']}/{verb}"), 409, "conflict")


@pytest.mark.parametrize("unknown", ["9", "x", "-1", "99999999999999999999999"])
@pytest.mark.parametrize("verb", ["push", "pull"])
def test_unknown(http: FlaskClient, unknown: str, verb: str) -> None:
    error_of(http.post(f"{PATH}/{unknown}/{verb}"), 404, "not_found")


def test_bad_fields_are_named(http: FlaskClient) -> None:
    for body, field in (({"title": 5}, "title"), ({"name": "x"}, "name")):
        assert list(error_of(http.post(PATH, json=body), 422, "invalid_data")["fields"]) == [field]
    error = error_of(http.post(f"{PATH}/1/pull?full=perhaps"), 422, "invalid_data")
    assert list(error["fields"]) == ["full"]


def test_one_exchange_at_a_time(http: FlaskClient, settings: Settings, engine: Engine) -> None:
    bench = http.application.extensions["bench"]
    with open_session(engine) as session:
        ours = keep_project(session, settings.label_studio_url, 1, "Ours").id
    with bench.alone():
        error_of(http.post(f"{PATH}/{ours}/push"), 409, "conflict")
    error_of(http.post(f"{PATH}/{ours}/push"), 503, "label_studio_unavailable")
