from __future__ import annotations

from tests.labelstudio.bodies import many, push
from workbench.labelstudio.accept import accept_suggestions
from workbench.labelstudio.annotations import pull
from workbench.labelstudio.client import Client


def test_what_a_person_answered_or_skipped_is_left_alone(client: Client, project_id: int) -> None:
    entries = push(client, project_id, many(4))
    client.sdk.annotations.create(id=entries[0].task_id, result=[])
    client.sdk.annotations.create(id=entries[1].task_id, result=[], was_cancelled=True)
    assert accept_suggestions(client, project_id) == 2
    assert accept_suggestions(client, project_id) == 0
    tasks = {task.task_id: task for task in pull(client, project_id)}
    assert [len(tasks[entry.task_id].annotations) for entry in entries] == [1, 1, 1, 1]
    numbers = [
        sum(bool(region.measure) for region in tasks[entry.task_id].annotations[0].regions)
        for entry in entries
    ]
    assert numbers == [0, 0, 0, 2]
