from __future__ import annotations

from typing import Any

import pytest

from tests.labelstudio.bodies import PLAIN, body, many, toll
from tests.labelstudio.proxy import Fault, in_front_of
from workbench.exceptions import InvalidData, LabelStudioUnavailable, NotFound
from workbench.labelstudio import project, tasks
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.listing import tasks as list_tasks
from workbench.labelstudio.local import Server
from workbench.labelstudio.predictions import data_json
from workbench.labelstudio.tasks import push
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def server_has(client: Client, project_id: int) -> list[tuple[str, int]]:
    """Sentence and number of predictions of each task, by sentence."""
    found = list_tasks(client, project_id, include="id,data,total_predictions")
    return sorted((task.data["sentence_id"], task.total_predictions) for task in found)


def once_each(count: int) -> list[tuple[str, int]]:
    return [(f"{number:032x}", 1) for number in range(count)]


def test_each_sentence_is_there_once_however_often_it_is_pushed(client: Client, project_id: int) -> None:
    told: list[int] = []
    first = push(client, project_id, many(5), VOCABULARY, batch=2, progress=told.append)
    assert told == [2, 4, 5]
    assert [entry.sentence_id for entry in first] == [f"{number:032x}" for number in range(5)]
    assert push(client, project_id, many(7), VOCABULARY)[:5] == first
    assert server_has(client, project_id) == once_each(7)


def test_more_than_one_page(client: Client, project_id: int) -> None:
    assert len({entry.task_id for entry in push(client, project_id, many(501), VOCABULARY)}) == 501
    assert server_has(client, project_id) == once_each(501)


@pytest.mark.parametrize("fault", [Fault.DROP_ANSWER, Fault.ANSWER_500, Fault.LOSE_PREDICTIONS])
def test_what_is_lost_on_the_way_back_is_found_and_repaired(
    label_studio: Server, client: Client, project_id: int, fault: Fault
) -> None:
    with in_front_of(label_studio.url) as proxy, connect(proxy.url, label_studio.token) as through:
        proxy.faults = [fault]
        pushed = push(through, project_id, many(4), VOCABULARY)
    assert len(pushed) == 4
    assert server_has(client, project_id) == once_each(4)


def test_a_lost_request_is_an_error_and_the_same_call_completes(
    label_studio: Server, client: Client, project_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SETTLE", 0.0)
    with in_front_of(label_studio.url) as proxy, connect(proxy.url, label_studio.token) as through:
        push(through, project_id, many(2), VOCABULARY)
        proxy.faults, proxy.imports = [Fault.DROP_REQUEST], 0
        with pytest.raises(LabelStudioUnavailable, match="Nothing is lost"):
            push(through, project_id, many(6), VOCABULARY)
        assert proxy.imports == 1, "an import is never sent again blindly"
        assert server_has(client, project_id) == once_each(2)
        push(through, project_id, many(6), VOCABULARY)
    assert server_has(client, project_id) == once_each(6)


def test_with_label_studio_away_nothing_is_lost_and_nothing_doubled_later(
    label_studio: Server, client: Client, project_id: int
) -> None:
    with in_front_of(label_studio.url) as proxy:
        through = connect(proxy.url, label_studio.token)
    with through, pytest.raises(LabelStudioUnavailable, match="could not push"):
        push(through, project_id, many(3), VOCABULARY)
    push(client, project_id, many(3), VOCABULARY)
    assert server_has(client, project_id) == once_each(3)


def test_predictions_that_were_dropped_before_are_sent_again(client: Client, project_id: int) -> None:
    bare: Any = [{"data": data_json(entry)} for entry in many(3)]
    client.sdk.projects.import_tasks(project_id, request=bare)
    push(client, project_id, many(4), VOCABULARY)
    assert server_has(client, project_id) == once_each(4)


def test_of_doubles_the_one_that_somebody_worked_on_stays(client: Client, project_id: int) -> None:
    push(client, project_id, many(2), VOCABULARY)
    bare: Any = [{"data": data_json(entry)} for entry in many(2)]
    again: Any = client.sdk.projects.import_tasks(project_id, request=bare, return_task_ids=True)
    worked_on = again.task_ids[1]
    client.sdk.annotations.create(id=worked_on, result=[])
    pushed = push(client, project_id, many(2), VOCABULARY)
    assert server_has(client, project_id) == once_each(2)
    assert pushed[0].task_id < again.task_ids[0]
    assert pushed[1].task_id == worked_on


def test_annotators_see_the_suggestions_of_the_newest_version(client: Client, project_id: int) -> None:
    push(client, project_id, many(2), VOCABULARY)
    push(client, project_id, many(4, model_version="rules-2"), VOCABULARY)
    assert client.sdk.projects.get(project_id).model_version == "rules-2"
    push(client, project_id, many(4, model_version="rules-3"), VOCABULARY)
    assert client.sdk.projects.get(project_id).model_version == "rules-2", "nothing of rules-3 is there"


def test_nothing_leaves_before_all_is_sound(client: Client, project_id: int) -> None:
    unsound = [*many(3), body("a\x00b", 3)]
    with pytest.raises(InvalidData, match=f"sentence {3:032x} cannot be pushed: text"):
        push(client, project_id, unsound, VOCABULARY)
    with pytest.raises(InvalidData, match="twice in one call"):
        push(client, project_id, [*many(1), *many(1)], VOCABULARY)
    assert server_has(client, project_id) == []


def test_a_project_that_is_gone(client: Client) -> None:
    made = project.find_or_create(
        client, "gone in a moment", "<View><Text name='text' value='$text'/></View>"
    )
    project.delete(client, made.id)
    with pytest.raises(NotFound, match="no such project"):
        push(client, made.id, [body(PLAIN, 1, toll(PLAIN))], VOCABULARY)


def test_a_sentence_of_a_hundred_thousand_characters(client: Client, project_id: int) -> None:
    long = body("אבג 😀 " * 20_000 + PLAIN, 1)
    push(client, project_id, [long], VOCABULARY)
    [task] = list_tasks(client, project_id, include="id,data")
    assert task.data["text"] == long.text
