"""What a real Label Studio answered, as we read it. `make record` refreshes it; no test knows its numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.labelstudio.recorded import names, recorded
from workbench.core.annotation import Annotation
from workbench.labelstudio.annotations import PulledTask, read_task
from workbench.labelstudio.events import read_event
from workbench.labelstudio.export import read_export
from workbench.labelstudio.install import VERSION
from workbench.labelstudio.listing import Page
from workbench.labelstudio.webhooks import ACTIONS

WHOLE = "5,152"  # the figure in the seed that was corrected to 5,153


def listed() -> list[PulledTask]:
    page = msgspec.convert(recorded("tasks"), Page)
    return [task for entry in page.tasks if (task := read_task(entry)) is not None]


def corrected(tasks: list[PulledTask]) -> tuple[PulledTask, Annotation]:
    (task,) = [task for task in tasks if WHOLE in task.text]
    (annotation,) = task.annotations
    return task, annotation


def skipped(tasks: list[PulledTask]) -> PulledTask:
    (task,) = [task for task in tasks if any(one.cancelled for one in task.annotations)]
    return task


def test_they_are_of_the_version_that_we_install() -> None:
    assert {one["version"] for one in names()} == {VERSION}
    assert len({one["day"] for one in names()}) == 1


def test_nobody_and_nothing_of_where_they_were_recorded_stands_in_them() -> None:
    for one in names():
        text = json.dumps(recorded(one["what"]))
        assert "127.0.0.1:" not in text
        assert "@localhost" not in text


def test_a_listing_says_what_annotators_did() -> None:
    tasks = listed()
    _, annotation = corrected(tasks)
    assert annotation.ground_truth
    assert annotation.lead_time == 12.5
    values = [region.fields.get("value") for region in annotation.regions if region.text == WHOLE]
    assert values == ["5153"]
    (one,) = skipped(tasks).annotations
    assert (one.regions, one.ground_truth) == ((), False)


def test_an_export_says_the_same(tmp_path: Path) -> None:
    """But for what was suggested, of which an export knows nothing, and tasks without annotations."""
    path = tmp_path / "export.json"
    path.write_text(json.dumps(recorded("export")), "utf-8")
    exported = {task.sentence_id: task for _, task in read_export(path)}
    annotated = {task.sentence_id: task for task in listed() if task.annotations}
    assert exported.keys() == annotated.keys()
    for sentence_id, task in annotated.items():
        for here, there in zip(task.annotations, exported[sentence_id].annotations, strict=True):
            assert (here.id, here.regions, here.answer) == (there.id, there.regions, there.answer)
            assert (here.created_at, here.annotator) == (there.created_at, there.annotator)
            assert (here.cancelled, here.ground_truth) == (there.cancelled, there.ground_truth)


@pytest.mark.parametrize("action", ACTIONS)
def test_an_event_names_its_project(action: str) -> None:
    body = recorded(f"webhook_{action}")
    assert body["action"] == action
    assert read_event(body).project == recorded("export")[0]["project"]


def test_events_name_the_tasks_that_something_happened_to() -> None:
    tasks = listed()
    first, _ = corrected(tasks)
    for action in ("ANNOTATION_CREATED", "ANNOTATION_UPDATED"):
        assert read_event(recorded(f"webhook_{action}")).tasks == {first.task_id}
    accepted = {task.task_id for task in tasks if task.annotations and task not in (first, skipped(tasks))}
    assert len(accepted) > 3
    assert read_event(recorded("webhook_ANNOTATIONS_CREATED")).tasks == accepted
    assert read_event(recorded("webhook_ANNOTATIONS_DELETED")).tasks == set(), "it names none"
    (gone,) = read_event(recorded("webhook_TASKS_DELETED")).tasks
    assert gone not in {task.task_id for task in tasks}


def test_what_a_model_is_asked_has_the_shape_that_we_answer() -> None:
    asked: Any = recorded("ml_predict")
    (task,) = asked["tasks"]
    assert task["data"]["sentence_id"] in {one.sentence_id for one in listed()}
    assert set(asked) >= {"tasks", "project", "label_config", "params"}
    assert set(recorded("ml_setup")) >= {"project", "schema"}
