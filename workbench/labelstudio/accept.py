"""The demo's stand-in for an annotator."""

from __future__ import annotations

from typing import Any

from workbench.labelstudio.client import ONCE, Client, translated
from workbench.labelstudio.listing import tasks

AT_ONCE = 500


def accept_suggestions(client: Client, project_id: int) -> int:
    """Turns the suggestion of each task that nobody answered into an annotation, and counts those tasks.

    Label Studio does it (the Data Manager's own action), so what is pulled afterwards has been through it
    like a person's answer. A task that somebody annotated or skipped is left alone, so it can be repeated.
    """
    wanted = "id,total_annotations,cancelled_annotations,total_predictions"
    open_tasks = [
        task.id
        for task in tasks(client, project_id, include=wanted)
        if task.total_predictions and not task.total_annotations and not task.cancelled_annotations
    ]
    with translated(f"read project {project_id}"):
        model_version = client.sdk.projects.get(id=project_id).model_version
    for first in range(0, len(open_tasks), AT_ONCE):
        chosen: Any = {"all": False, "included": open_tasks[first : first + AT_ONCE]}
        with translated(f"accept the suggestions of project {project_id}"):
            client.sdk.actions.create(
                id="predictions_to_annotations",
                project=project_id,
                selected_items=chosen,
                request_options={**ONCE, "additional_body_parameters": {"model_version": model_version}},
            )
    return len(open_tasks)
