from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.exceptions import InvalidData
from workbench.labelstudio.events import Hint, read_event

# The numbers are those of the recorded bodies, looked up in them.
RECORDED: tuple[tuple[str, frozenset[int] | None], ...] = (
    ("ANNOTATION_CREATED", None),
    ("ANNOTATION_UPDATED", None),
    ("ANNOTATIONS_CREATED", None),
    ("ANNOTATIONS_DELETED", frozenset()),
    ("TASKS_DELETED", frozenset({71724})),
    ("TASKS_CREATED", None),
    ("PROJECT_UPDATED", frozenset()),
)


@pytest.mark.parametrize(("action", "tasks"), RECORDED)
def test_recorded_events_name_their_project_and_tasks(
    samples: Path, action: str, tasks: frozenset[int] | None
) -> None:
    body = json.loads((samples / f"webhook_{action}.json").read_text("utf-8"))["body"]
    hint = read_event(body)
    assert hint.project == body["project"]["id"]
    if tasks is None:
        assert hint.tasks
        assert all(f'"id": {number}' in json.dumps(body) for number in hint.tasks)
    else:
        assert hint.tasks == tasks


def test_one_task_named_twice_is_one() -> None:
    event = {
        "action": "ANNOTATION_CREATED",
        "project": {"id": 7},
        "task": {"id": 3},
        "annotation": {"task": 3},
    }
    assert read_event(event) == Hint(7, frozenset({3}))


@pytest.mark.parametrize(
    "payload",
    [None, [], "x", {}, {"action": 1}, {"action": "X"}, {"action": "X", "project": {"id": "7"}}]
    + [{"action": "X", "project": {"id": number}} for number in (0, -1, True, 2**63, 1.5)],
)
def test_what_is_no_event_is_refused(payload: Any) -> None:
    with pytest.raises(InvalidData):
        read_event(payload)


def test_odd_tasks_are_passed_over() -> None:
    event = {"action": "X", "project": {"id": 7}, "tasks": [{"id": "a"}, None, 3, {"id": 5}], "task": "t"}
    assert read_event(event).tasks == {5}
