"""What the real server does to whoever is unaware, and that we are not."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from label_studio_sdk.core.api_error import ApiError

from tests.conftest import STATE, tools_of_tests
from tests.labelstudio.bodies import PLAIN, body, many, push, toll
from tests.labelstudio.test_controls import BROKEN, CONTROLS, SOUND
from workbench.exceptions import LabelStudioRefused, NotFound
from workbench.labelstudio import local, project, wire
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.annotations import pull
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.environment import variables
from workbench.labelstudio.listing import tasks
from workbench.labelstudio.model import connect_model
from workbench.labelstudio.predictions import task_json
from workbench.labelstudio.webhooks import register
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
IN_PYTHON = ("score", "version", "surrogate", "data")  # of these, what the server does differs


def imported(client: Client, project_id: int, sent: list[Any]) -> Any:
    return wire.post(client, f"/api/projects/{project_id}/import", sent, [("return_task_ids", "true")])


def listed(client: Client, project_id: int) -> list[tuple[str | None, int]]:
    there = tasks(client, project_id, include="id,data,predictions,result")
    return [(task.sentence_id, len(task.predictions or ())) for task in there]


@pytest.mark.parametrize(
    "change", [change for name, _, change in BROKEN if name not in IN_PYTHON], ids=lambda change: ""
)
def test_the_server_takes_what_cannot_be_shown_and_we_do_not(
    client: Client, project_id: int, change: Any
) -> None:
    task = deepcopy(SOUND)
    change(task)
    assert list(CONTROLS.problems(task))
    assert imported(client, project_id, [task])["prediction_count"] == 1


def test_a_request_that_failed_after_it_was_kept_is_completed_and_not_repeated(
    client: Client, project_id: int
) -> None:
    bodies = many(3)
    sent = [task_json(entry, VOCABULARY) for entry in bodies]
    sent[2]["predictions"] = ["no prediction at all"]
    with pytest.raises(ApiError) as caught:
        imported(client, project_id, sent)
    assert caught.value.status_code == 500
    there = list(tasks(client, project_id, include="id,data,total_predictions,predictions,result"))
    assert [task.predictions for task in there] == [[], [], []], "kept, without suggestions"
    assert [task.total_predictions for task in there] == [1, 1, 1], "although it counts them"
    push(client, project_id, bodies)
    assert listed(client, project_id) == [(entry.sentence_id, 1) for entry in bodies]


def test_what_moves_a_task_and_what_does_not(client: Client, project_id: int) -> None:
    """So a cursor finds every answer, also one that was taken back; unfinished ones it need not find."""
    (entry,) = push(client, project_id, [body(PLAIN, 1, toll(PLAIN))])

    def moved() -> datetime:
        (task,) = pull(client, project_id)
        return task.updated_at

    made: Any = client.sdk.annotations.create(id=entry.task_id, result=[])
    acts: tuple[Any, ...] = (
        lambda: client.sdk.annotations.update(id=made.id, ground_truth=True),
        lambda: client.sdk.annotations.update(id=made.id, was_cancelled=True),
        lambda: client.sdk.annotations.delete(id=made.id),
        lambda: client.sdk.annotations.create(id=entry.task_id, result=[], was_cancelled=True),
    )
    before = moved()
    for act in acts:
        act()
        after = moved()
        assert after > before
        assert [task.task_id for task in pull(client, project_id, since=before, overlap=timedelta(0))] == [
            entry.task_id
        ]
        before = after
    client.http.post(
        f"{client.url}/api/tasks/{entry.task_id}/drafts",
        json={"result": [], "lead_time": 1},
        headers=client.sdk._client_wrapper.get_headers(),
    ).raise_for_status()
    assert moved() == before


def test_tasks_deleted_while_they_are_listed_hide_no_others(client: Client, project_id: int) -> None:
    entries = push(client, project_id, many(9))
    found = tasks(client, project_id, include="id", page_size=3)
    seen = [next(found).id]
    for entry in entries[:3]:
        client.sdk.tasks.delete(id=str(entry.task_id))
    seen += [task.id for task in found]
    assert set(seen) >= {entry.task_id for entry in entries[3:]}


def test_a_project_that_vanishes_while_it_is_listed_is_no_end_of_the_list(client: Client) -> None:
    made = project.find_or_create(client, "vanishes", "<View><Text name='text' value='$text'/></View>")
    imported(client, made.id, [{"data": {"text": "x"}}] * 5)
    found = tasks(client, made.id, include="id", page_size=2)
    next(found)
    project.delete(client, made.id)
    with pytest.raises(NotFound, match="deleted in Label Studio"):
        list(found)


def test_nothing_of_ours_is_ground_truth_by_default(client: Client, project_id: int) -> None:
    """What is imported with an annotation is, unless it says otherwise."""
    result = SOUND["predictions"][0]["result"]
    imported(client, project_id, [SOUND | {"predictions": [], "annotations": [{"result": result}]}])
    push(client, project_id, [body(PLAIN, 2, toll(PLAIN))])
    accept_suggestions(client, project_id)
    told = [annotation.ground_truth for task in pull(client, project_id) for annotation in task.annotations]
    assert told == [True, False]


def test_another_spelling_of_a_moment_than_ours_breaks_the_server(client: Client, project_id: int) -> None:
    push(client, project_id, many(1))
    assert len(list(pull(client, project_id, since=datetime.now(UTC).replace(microsecond=0)))) == 1
    for written in ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000+00:00"):
        with pytest.raises(ApiError) as caught:
            client.sdk.tasks.list(
                project=project_id, query=_since(written), request_options={"max_retries": 0}
            )
        assert caught.value.status_code == 500


def _since(written: str) -> str:
    return (
        '{"filters": {"conjunction": "and", "items": [{"filter": "filter:tasks:updated_at", '
        f'"operator": "greater", "type": "Datetime", "value": "{written}"}}]}}}}'
    )


@pytest.fixture(scope="module")
def untouched(label_studio: local.Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[local.Server]:
    """A server as others run it: it refuses addresses that are local to it."""
    state = tmp_path_factory.mktemp("untouched")
    folder = state / "label-studio"
    folder.mkdir()
    shutil.copytree(STATE / "label-studio" / "data", folder / "data")
    (folder / "set-up").touch()
    with pytest.MonkeyPatch.context() as patched:

        def without(*arguments: Any) -> dict[str, str]:
            made = variables(*arguments)
            return {name: value for name, value in made.items() if not name.startswith(("SSRF", "ML_"))}

        patched.setattr(local, "variables", without)
        server = local.start(state, tools=tools_of_tests(), say=lambda line: None)
    yield server
    local.stop(state, say=lambda line: None)


def test_local_addresses_are_refused_by_default_and_we_say_what_to_set(untouched: local.Server) -> None:
    with connect(untouched.url, untouched.token) as client:
        made = project.find_or_create(client, "refuses", "<View><Text name='text' value='$text'/></View>")
        with pytest.raises(LabelStudioRefused, match="SSRF_PROTECTION_ENABLED=false"):
            register(client, made.id, "http://127.0.0.1:9", "secret")
        with pytest.raises(LabelStudioRefused, match="ML_BLOCK_LOCAL_IP=false"):
            connect_model(client, made.id, "http://127.0.0.1:9", "secret", "rules-1")
        project.delete(client, made.id)


@pytest.mark.filterwarnings("ignore:The `parse_obj` method is deprecated")  # the SDK itself
def test_either_kind_of_token_is_taken_and_a_legacy_one_that_is_off_is_told(untouched: local.Server) -> None:
    with httpx.Client(base_url=untouched.url, trust_env=False) as http:
        page = http.get("/user/login/").text
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert found is not None
        form = {
            "csrfmiddlewaretoken": found[1],
            "email": untouched.user,
            "password": untouched.password,
        }
        assert http.post("/user/login/", data=form).status_code == 302
        made = http.post("/api/token/")
        if made.status_code == 409:  # the tests' server, whose data these are a copy of, had one made
            known = http.get("/api/token/").json()
            http.post("/api/token/blacklist/", json={"refresh": known[0]["token"]}).raise_for_status()
            made = http.post("/api/token/")
        personal = made.raise_for_status().json()["token"]
        with connect(untouched.url, personal) as client:
            before = client.version
        off = {"legacy_api_tokens_enabled": False, "api_tokens_enabled": True}
        http.post("/api/jwt/settings", json=off).raise_for_status()
        with pytest.raises(LabelStudioRefused, match="does not accept the token"):
            connect(untouched.url, untouched.token)
        with connect(untouched.url, personal) as client:
            assert client.version == before
        on = {"legacy_api_tokens_enabled": True, "api_tokens_enabled": True}
        http.post("/api/jwt/settings", json=on).raise_for_status()
