"""Tasks that are there already: what they show is made what it is to be, and nothing of them is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.exceptions import LabelStudioUnavailable, NotFound
from workbench.labelstudio import wire
from workbench.labelstudio.client import Client, translated
from workbench.labelstudio.listing import sentence_in, tasks
from workbench.labelstudio.predictions import Json

WANTED = "id,data,predictions,result,model_version"


@dataclass(slots=True)
class Seen:
    """What the server has: data, and the predictions of each task, by sentence."""

    numbers: dict[str, int] = field(default_factory=dict)
    data: dict[str, Json] = field(default_factory=dict)
    predictions: dict[str, list[Json]] = field(default_factory=dict)


def see(client: Client, project_id: int, sentence_ids: list[str]) -> Seen:
    """The tasks of these sentences, at most LONGEST_LIST of them."""
    seen = Seen()
    for task in tasks(client, project_id, sentence_in(sentence_ids), include=WANTED):
        sentence_id = task.sentence_id
        if sentence_id is not None and sentence_id not in seen.numbers:
            seen.numbers[sentence_id] = task.id
            seen.data[sentence_id] = dict(task.data or {})
            seen.predictions[sentence_id] = list(task.predictions or ())
    return seen


def refresh(client: Client, project_id: int, wanted: Mapping[str, Json], seen: Seen) -> None:
    """Makes these tasks show this data, and this prediction as the only one of its model version.

    Predictions of earlier versions stay, hidden. On an error the same call later completes; where it came
    from a request whose end was not seen, look again (`see`) once that has settled.
    """
    fresh: list[Json] = []
    outdated: list[int] = []
    for sentence_id, task in wanted.items():
        number = seen.numbers[sentence_id]
        if not task["data"].items() <= seen.data[sentence_id].items():
            write_data(client, number, seen.data[sentence_id] | task["data"])
        (prediction,) = task["predictions"]
        version = [
            entry
            for entry in seen.predictions[sentence_id]
            if entry.get("model_version") == prediction["model_version"]
        ]
        right = [entry for entry in version if entry.get("result") == prediction["result"]][:1]
        outdated += [int(entry["id"]) for entry in version if entry not in right]
        if not right:
            fresh.append({"task": number, **prediction})
    if fresh:
        with translated(f"send {len(fresh)} suggestions to project {project_id}"):
            answer = wire.post(client, f"/api/projects/{project_id}/import/predictions", fresh)
        if not isinstance(answer, dict) or answer.get("created") != len(fresh):
            raise LabelStudioUnavailable(
                f"Label Studio took {len(fresh)} suggestions and does not say that it kept them; "
                "the same command looks again, and completes"
            )
    for number in outdated:
        try:
            with translated(f"replace the prediction {number}"):
                client.sdk.predictions.delete(id=number)
        except NotFound:
            continue  # somebody was faster


def tell(client: Client, project_id: int, sentence_ids: list[str], note: str) -> set[str]:
    """Puts the note on the tasks of these sentences (at most LONGEST_LIST), whatever else they show; the
    sentences that have one."""
    told = set()
    for task in tasks(client, project_id, sentence_in(sentence_ids), include="id,data"):
        if task.sentence_id is not None:
            write_data(client, task.id, {**(task.data or {}), "note": note})
            told.add(task.sentence_id)
    return told


def write_data(client: Client, task_id: int, data: Json) -> None:
    with translated(f"bring task {task_id} up to date"):
        client.sdk.tasks.update(id=str(task_id), data=data)


def show(client: Client, project_id: int, model_version: str) -> None:
    """Annotators see the suggestions of one model version only: from now on those of this one."""
    with translated(f"show the suggestions of {model_version} in project {project_id}"):
        client.sdk.projects.update(id=project_id, model_version=model_version)
