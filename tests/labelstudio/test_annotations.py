from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.labelstudio.bodies import PLAIN, TEXTS, body, dozens, many, push, toll
from workbench.claims.normalise import normalise
from workbench.core.annotation import Annotation, Unreadable
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval
from workbench.exceptions import NotFound
from workbench.labelstudio import project
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.annotations import PulledTask, pull
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.client import Client
from workbench.labelstudio.tasks import still_there
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


def labelled(client: Client, project_id: int, *bodies: TaskBody) -> dict[str, PulledTask]:
    push(client, project_id, bodies)
    accept_suggestions(client, project_id)
    return pulled(client, project_id)


def pulled(client: Client, project_id: int, since: datetime | None = None) -> dict[str, PulledTask]:
    return {task.sentence_id: task for task in pull(client, project_id, since=since, overlap=timedelta(0))}


def claims(annotation: Annotation, text: str) -> list[Claim | Unreadable]:
    article = Article(outlet="The Outlet", published_at=Period.parse("2023-12-25").first, text=text)
    return normalise(
        annotation,
        Sentence(0, len(text), text),
        article,
        article_id="a",
        vocabulary=VOCABULARY,
        language="en",
    )


def stored(client: Client, annotation: Annotation) -> list[dict[str, Any]]:
    result: Any = client.sdk.annotations.get(id=int(annotation.id)).result
    assert isinstance(result, list)
    return result


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_suggested_comes_back_as_the_same_claims(client: Client, project_id: int, text: str) -> None:
    [task] = labelled(client, project_id, body(text, 1, toll(text))).values()
    [annotation] = task.annotations
    assert annotation.answer == "claims"
    whole, part = claims(annotation, text)
    assert isinstance(whole, Claim)
    assert isinstance(part, Claim)
    assert text[whole.start : whole.end] == "40"
    assert text[part.start : part.end] == "14"
    assert (whole.quantity.bound, whole.quantity.value) == (Bound.AT_LEAST, 40)
    assert (whole.population, whole.population_text) == ("people", "people")
    assert (whole.origin, whole.origin_text) == ("health_ministry", "the ministry")
    assert (whole.place, whole.place_text) == ("Gaza Strip", None)
    assert (whole.as_of, whole.since) == (Period.parse("2023-12-24"), Period.parse("2023-10-07"))
    assert (whole.scope, whole.modality, whole.implicit) == (Scope.CUMULATIVE, Modality.REPORTED, False)
    assert (part.quantity.value, part.implicit, part.part_of) == (14, True, whole.id)


def test_a_vague_figure_keeps_both_intervals(client: Client, project_id: int) -> None:
    text = "Dozens were wounded."
    [task] = labelled(client, project_id, body(text, 1, dozens(text))).values()
    [claim] = claims(task.annotations[0], text)
    assert isinstance(claim, Claim)
    assert (claim.quantity.hard, claim.quantity.soft) == (Interval(12, None), Interval(24, 99))
    assert claim.quantity.value is None


def test_a_sentence_without_suggestions_is_answered_no_claim(client: Client, project_id: int) -> None:
    [task] = labelled(client, project_id, body("It rained.", 1)).values()
    assert task.annotations[0].answer == "no_claim"
    assert claims(task.annotations[0], "It rained.") == []


def test_without_annotations_there_is_nothing(client: Client, project_id: int) -> None:
    push(client, project_id, many(2))
    assert [task.annotations for task in pull(client, project_id)] == [(), ()]


def test_what_a_person_changes_is_what_comes_back(client: Client, project_id: int) -> None:
    before = labelled(client, project_id, body(PLAIN, 1, toll(PLAIN)), body("It rained.", 2))
    changed, other = before.values()
    [annotation] = changed.annotations
    result = stored(client, annotation)
    whole, part = (region.id for region in annotation.regions if not region.role)
    kept = [item for item in result if part not in (item.get("id"), item.get("from_id"), item.get("to_id"))]
    for item in kept:
        if (item.get("id"), item.get("from_name")) == (whole, "value"):
            item["value"]["number"] = 43
        if (item.get("id"), item.get("from_name")) == (whole, "bound"):
            item["value"]["choices"] = ["less_than"]
    client.sdk.annotations.update(id=int(annotation.id), result=kept)

    after = pulled(client, project_id, since=max(changed.updated_at, other.updated_at))
    assert list(after) == [changed.sentence_id], "only what changed is fetched"
    [again] = after[changed.sentence_id].annotations
    assert again.id == annotation.id
    assert again.updated_at > annotation.updated_at
    [claim] = claims(again, PLAIN)
    assert isinstance(claim, Claim)
    assert (claim.quantity.bound, claim.quantity.value) == (Bound.LESS_THAN, 43)
    assert claim.quantity.hard == Interval(0, 42)
    assert claim.part_of is None


def test_a_skipped_annotation_says_nothing_although_it_carries_a_result(
    client: Client, project_id: int
) -> None:
    [task] = labelled(client, project_id, body(PLAIN, 1, toll(PLAIN))).values()
    client.sdk.annotations.update(id=int(task.annotations[0].id), was_cancelled=True)
    [task] = pulled(client, project_id).values()
    [annotation] = task.annotations
    assert annotation.cancelled
    assert len([region for region in annotation.regions if region.measure]) == 2
    assert claims(annotation, PLAIN) == []


def test_a_deleted_annotation_is_missing_from_its_task(client: Client, project_id: int) -> None:
    [task] = labelled(client, project_id, body(PLAIN, 1, toll(PLAIN))).values()
    client.sdk.annotations.delete(id=int(task.annotations[0].id))
    after = pulled(client, project_id, since=task.updated_at)
    assert after[task.sentence_id].annotations == ()


def test_several_annotators_ground_truth_and_lead_time(client: Client, project_id: int) -> None:
    [task] = labelled(client, project_id, body(PLAIN, 1, toll(PLAIN))).values()
    me = client.sdk.users.whoami().id
    client.sdk.annotations.create(id=task.task_id, result=[], ground_truth=True, lead_time=12.5)
    [task] = pulled(client, project_id).values()
    accepted, truth = sorted(task.annotations, key=lambda annotation: annotation.created_at)
    assert (accepted.ground_truth, truth.ground_truth) == (False, True)
    assert truth.lead_time == 12.5
    assert truth.annotator == str(me)
    assert truth.regions == ()


def test_a_draft_is_no_annotation(client: Client, project_id: int) -> None:
    [entry] = push(client, project_id, [body(PLAIN, 1, toll(PLAIN))])
    answer = client.http.post(
        f"{client.url}/api/tasks/{entry.task_id}/drafts",
        json={"result": [], "lead_time": 1},
        headers=client.sdk._client_wrapper.get_headers(),
    )
    assert answer.status_code == 201
    [task] = pulled(client, project_id).values()
    assert task.annotations == ()


def test_a_deleted_task_is_no_longer_there_and_tasks_of_others_are_left_out(
    client: Client, project_id: int
) -> None:
    entries = push(client, project_id, many(3))
    client.sdk.tasks.delete(id=str(entries[1].task_id))
    foreign: Any = [{"data": {"text": "somebody else's", **dict.fromkeys(SHOWN, "")}}]
    client.sdk.projects.import_tasks(project_id, request=foreign)
    expected = {entries[0].sentence_id: entries[0].task_id, entries[2].sentence_id: entries[2].task_id}
    there = still_there(client, project_id, {entry.task_id for entry in entries})
    assert there == {number: sentence_id for sentence_id, number in expected.items()}
    assert {task.sentence_id: task.task_id for task in pull(client, project_id)} == expected


SHOWN = ("title", "outlet", "published_at", "before", "after", "event", "events", "suggested", "note")


def test_a_cursor_reaches_back_over_changes_that_show_up_late(client: Client, project_id: int) -> None:
    push(client, project_id, many(2))
    now = datetime.now(UTC)
    assert len(list(pull(client, project_id, since=now))) == 2
    assert list(pull(client, project_id, since=now + timedelta(minutes=6))) == []


def test_progress_tells_how_many_of_how_many(client: Client, project_id: int) -> None:
    push(client, project_id, many(1001))
    told: list[tuple[int, int]] = []
    list(pull(client, project_id, progress=lambda done, total: told.append((done, total))))
    assert told == [(1000, 1001), (1001, 1001)]


def test_a_project_deleted_behind_our_back_is_an_error_and_no_empty_list(client: Client) -> None:
    made = project.find_or_create(client, "deleted soon", "<View><Text name='text' value='$text'/></View>")
    project.delete(client, made.id)
    with pytest.raises(NotFound, match="deleted in Label Studio"):
        list(pull(client, made.id))
