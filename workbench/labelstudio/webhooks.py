"""Asks Label Studio to tell us what happens in a project."""

from __future__ import annotations

from typing import Any

from workbench.labelstudio.callback import refusing_local
from workbench.labelstudio.client import ONCE, Client, translated

HEADER = "X-Workbench-Secret"
PATH = "/api/v1/webhooks/label-studio"
ACTIONS = (
    *("ANNOTATION_CREATED", "ANNOTATIONS_CREATED", "ANNOTATION_UPDATED", "ANNOTATIONS_DELETED"),
    "TASKS_DELETED",
)


def register(client: Client, project_id: int, base: str, secret: str) -> bool:
    """Our webhook at this project, made or brought up to date; whether it is new. `base` is our address as
    Label Studio sees it. Raises LabelStudioRefused that says what to set where local ones are refused."""
    url = base.rstrip("/") + PATH
    wanted: dict[str, Any] = {
        "url": url,
        "send_payload": True,
        "send_for_all_actions": False,
        "actions": list(ACTIONS),
        "headers": {HEADER: secret},
        "is_active": True,
    }
    with translated(f"read the webhooks of project {project_id}", missing="there is no such project"):
        there = [hook for hook in client.sdk.webhooks.list(project=str(project_id)) if hook.url == url]
    with refusing_local(url, "SSRF_PROTECTION_ENABLED=false"), translated(f"register the webhook {url}"):
        if there:
            client.sdk.webhooks.update(id=int(there[0].id or 0), request_options=ONCE, **wanted)
            return False
        client.sdk.webhooks.create(project=project_id, request_options=ONCE, **wanted)
    return True
