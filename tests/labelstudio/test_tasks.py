from __future__ import annotations

from typing import Any

import pytest

from tests.labelstudio.bodies import PLAIN, body, many, push, toll
from tests.labelstudio.proxy import Fault, in_front_of
from workbench.exceptions import LabelStudioUnavailable, NotFound
from workbench.labelstudio import project, tasks
from workbench.labelstudio.client import Client, connect
from workbench.labelstudio.listing import tasks as list_tasks
from workbench.labelstudio.local import Server
from workbench.labelstudio.predictions import data_json
from workbench.labelstudio.tasks import anything_unknown
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def server_has(client: Client, project_id: int) -> list[tuple[str | None, int | None]]:
    """Sentence and number of predictions of each task, by sentence."""
    found = list_tasks(client, project_id, include="id,data,total_predictions")
    return sorted((task.sentence_id, task.total_predictions) for task in found)


def once_each(count: int) -> list[tuple[str | None, int | None]]:
    return [(f"{number:032x}", 1) for number in range(count)]


def test_each_sentence_is_there_once_however_often_it_is_pushed(client: Client, project_id: int) -> None:
    first = push(client, project_id, many(5))
    assert [entry.sentence_id for entry in first] == [f"{number:032x}" for number in range(5)]
    assert push(client, project_id, many(7))[:5] == first
    assert server_has(client, project_id) == once_each(7)


def test_whether_a_project_holds_what_we_do_not_know_of(client: Client, project_id: int) -> None:
    assert not anything_unknown(client, project_id, 0, None)
    numbers = [entry.task_id for entry in push(client, project_id, many(3))]
    assert not anything_unknown(client, project_id, 3, max(numbers))
    assert anything_unknown(client, project_id, 2, sorted(numbers)[1])
    client.sdk.tasks.delete(id=str(min(numbers)))
    assert anything_unknown(client, project_id, 2, sorted(numbers)[1]), "as many, and one that is newer"


def test_more_than_one_page(client: Client, project_id: int) -> None:
    assert len({entry.task_id for entry in push(client, project_id, many(501))}) == 501
    assert server_has(client, project_id) == once_each(501)


@pytest.mark.parametrize("fault", [Fault.DROP_ANSWER, Fault.ANSWER_500, Fault.LOSE_PREDICTIONS])
def test_what_is_lost_on_the_way_back_is_found_and_repaired(
    label_studio: Server, client: Client, project_id: int, fault: Fault
) -> None:
    with in_front_of(label_studio.url) as proxy, connect(proxy.url, label_studio.token) as through:
        proxy.faults = [fault]
        pushed = push(through, project_id, many(4))
    assert len(pushed) == 4
    assert server_has(client, project_id) == once_each(4)


def test_a_lost_request_is_an_error_and_the_same_call_completes(
    label_studio: Server, client: Client, project_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "SETTLE", 0.0)
    with in_front_of(label_studio.url) as proxy, connect(proxy.url, label_studio.token) as through:
        push(through, project_id, many(2))
        proxy.faults, proxy.imports = [Fault.DROP_REQUEST], 0
        with pytest.raises(LabelStudioUnavailable, match="Nothing is lost"):
            push(through, project_id, many(6))
        assert proxy.imports == 1, "an import is never sent again blindly"
        assert server_has(client, project_id) == once_each(2)
        push(through, project_id, many(6))
    assert server_has(client, project_id) == once_each(6)


def test_with_label_studio_away_nothing_is_lost_and_nothing_doubled_later(
    label_studio: Server, client: Client, project_id: int
) -> None:
    with in_front_of(label_studio.url) as proxy:
        through = connect(proxy.url, label_studio.token)
    with through, pytest.raises(LabelStudioUnavailable, match="Nothing is lost"):
        push(through, project_id, many(3))
    push(client, project_id, many(3))
    assert server_has(client, project_id) == once_each(3)


def test_predictions_that_were_dropped_before_are_sent_again(client: Client, project_id: int) -> None:
    bare: Any = [{"data": data_json(entry)} for entry in many(3)]
    client.sdk.projects.import_tasks(project_id, request=bare)
    push(client, project_id, many(4))
    assert server_has(client, project_id) == once_each(4)


def test_of_doubles_the_one_that_somebody_worked_on_stays(client: Client, project_id: int) -> None:
    push(client, project_id, many(2))
    bare: Any = [{"data": data_json(entry)} for entry in many(2)]
    again: Any = client.sdk.projects.import_tasks(project_id, request=bare, return_task_ids=True)
    worked_on = again.task_ids[1]
    client.sdk.annotations.create(id=worked_on, result=[])
    pushed = push(client, project_id, many(2))
    assert server_has(client, project_id) == once_each(2)
    assert pushed[0].task_id < again.task_ids[0]
    assert pushed[1].task_id == worked_on


def test_a_project_that_is_gone(client: Client) -> None:
    made = project.find_or_create(
        client, "gone in a moment", "<View><Text name='text' value='$text'/></View>"
    )
    project.delete(client, made.id)
    with pytest.raises(NotFound, match="no such project"):
        push(client, made.id, [body(PLAIN, 1, toll(PLAIN))])


def test_a_sentence_of_a_hundred_thousand_characters(client: Client, project_id: int) -> None:
    long = body("אבג 😀 " * 20_000 + PLAIN, 1)
    push(client, project_id, [long])
    [task] = list_tasks(client, project_id, include="id,data")
    assert (task.data or {})["text"] == long.text
