"""Our suggester as a model that Label Studio asks for suggestions live."""

from __future__ import annotations

from typing import Any

from workbench.labelstudio.callback import refusing_local
from workbench.labelstudio.client import ONCE, Client, translated

PATH = "/api/v1/ml"
USER = "workbench"


def connect_model(client: Client, project_id: int, base: str, secret: str, model_version: str) -> bool:
    """Registers our suggester with this project, or brings that up to date; whether it is new.

    `base` is our address as Label Studio sees it. The title is the model version: Label Studio then shows
    the suggestions that were pushed, which carry that version, and asks live for the others. Raises
    LabelStudioRefused that says what to set where local addresses are refused, or nobody answers there.
    """
    url = base.rstrip("/") + PATH
    wanted: dict[str, Any] = {
        "url": url,
        "title": model_version,
        "auth_method": "BASIC_AUTH",
        "basic_auth_user": USER,
        "basic_auth_pass": secret,
        "is_interactive": False,
        "project": project_id,
        "request_options": ONCE,
    }
    with translated(f"read the models of project {project_id}", missing="there is no such project"):
        there = [model for model in client.sdk.ml.list(project=project_id) if model.url == url]
    with refusing_local(url, "ML_BLOCK_LOCAL_IP=false"), translated(f"connect the model at {url}"):
        if there:
            client.sdk.ml.update(id=int(there[0].id or 0), **wanted)
        else:
            client.sdk.ml.create(**wanted)
        client.sdk.projects.update(id=project_id, model_version=model_version, request_options=ONCE)
    return not there
