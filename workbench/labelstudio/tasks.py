"""Tasks on the server: exactly one for each sentence, with its suggestions, however often it is tried.

Label Studio has no id of ours to know a sentence by, sends an import twice if the SDK may retry, and can
answer 201 and drop the predictions. So: look up, send only what is missing, once, and count what arrived.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.exceptions import LabelStudioUnavailable
from workbench.labelstudio import wire
from workbench.labelstudio.client import Client, translated
from workbench.labelstudio.listing import LONGEST_LIST, NO_PROJECT, number_in, sentence_in, tasks
from workbench.labelstudio.predictions import Json

SETTLE = 15.0  # seconds that a request whose answer was lost may still take to arrive


@dataclass(frozen=True, slots=True)
class There:
    """A task that the server has. `fresh` says that it was made just now, of what was sent just now."""

    task_id: int
    predictions: int
    annotations: int
    fresh: bool = False


def deliver(
    client: Client, project_id: int, sent: Mapping[str, Json], *, maybe_there: bool = True
) -> dict[str, There]:
    """Sees to it that each sentence (by its id) has one task with suggestions; what is there is left alone.

    `maybe_there` False saves the look-up where none of them can be there yet. On any error nothing is lost:
    LabelStudioUnavailable means that what was sent may or may not arrive. Raises NotFound where the project
    is gone.
    """
    ids = list(sent)
    there = look_up(client, project_id, ids) if maybe_there else {}
    missing = {sentence_id: sent[sentence_id] for sentence_id in ids if sentence_id not in there}
    if missing:
        try:
            fresh = _import(client, project_id, missing)
        except LabelStudioUnavailable as error:
            if error.unheard or not _arrives(client, project_id, list(missing)):
                raise
            fresh = None
        there = there | fresh if fresh is not None else look_up(client, project_id, ids)
    bare = [sentence_id for sentence_id in ids if _is_bare(there.get(sentence_id))]
    if bare:
        _repair(client, project_id, {there[one].task_id: sent[one] for one in bare})
        there |= look_up(client, project_id, bare)
        bare = [sentence_id for sentence_id in bare if _is_bare(there.get(sentence_id))]
    absent = sum(1 for sentence_id in ids if sentence_id not in there)
    if absent or bare:
        raise LabelStudioUnavailable(
            f"Label Studio took the sentences but kept {len(ids) - absent} of {len(ids)} tasks and lost the "
            f"suggestions of {len(bare)}; its database may be locked. The same command completes later"
        )
    return there


def look_up(client: Client, project_id: int, sentence_ids: Sequence[str]) -> dict[str, There]:
    """What the server has of these sentences. Of doubles the one that somebody worked on counts, else the
    oldest; the others, where nobody touched them, are deleted."""
    found: dict[str, list[There]] = {}
    # Its own count of predictions cannot be trusted: it stands where an import failed in the middle.
    wanted = "id,data,predictions,model_version,total_annotations,cancelled_annotations,drafts"
    for first in range(0, len(sentence_ids), LONGEST_LIST):
        some = sentence_ids[first : first + LONGEST_LIST]
        for task in tasks(client, project_id, sentence_in(some), include=wanted):
            entry = There(task.id, len(task.predictions or ()), task.worked_on)
            found.setdefault(task.sentence_id or "", []).append(entry)
    there = {}
    for sentence_id, entries in found.items():
        kept, *doubles = sorted(entries, key=lambda entry: (not entry.annotations, entry.task_id))
        there[sentence_id] = kept
        for double in doubles:
            if not double.annotations:
                with translated(f"delete the doubled task {double.task_id}"):
                    client.sdk.tasks.delete(id=str(double.task_id))
    return there


def still_there(client: Client, project_id: int, numbers: Collection[int]) -> dict[int, str | None]:
    """Which of these tasks, by their numbers, the server has; and of which sentence each is now, since the
    number of a deleted task may be that of a later one."""
    there: dict[int, str | None] = {}
    for first in range(0, len(numbers), LONGEST_LIST):
        some = sorted(numbers)[first : first + LONGEST_LIST]
        there |= {
            task.id: task.sentence_id
            for task in tasks(client, project_id, number_in(some), include="id,data")
        }
    return there


def anything_unknown(client: Client, project_id: int, known: int, highest: int | None) -> bool:
    """May the project hold tasks that we do not know of? We know of so many, up to this number of theirs.

    Raises NotFound where the project is gone.
    """
    with translated(f"look at project {project_id}", missing=NO_PROJECT):
        there = client.sdk.projects.get(id=project_id).task_number or 0
    if there != known:
        return True
    return bool(known) and next(tasks(client, project_id, include="id", after=highest or 0), None) is not None


def _import(client: Client, project_id: int, missing: Mapping[str, Json]) -> dict[str, There] | None:
    """The new tasks, or None where the answer leaves doubt about what arrived."""
    with translated(f"push {len(missing)} sentences to project {project_id}", missing=NO_PROJECT):
        path = f"/api/projects/{project_id}/import"
        answer = wire.post(client, path, list(missing.values()), [("return_task_ids", "true")])
    if not isinstance(answer, dict):
        return None
    numbers = answer.get("task_ids")
    whole = answer.get("task_count") == answer.get("prediction_count") == len(missing)
    if not whole or not isinstance(numbers, list) or len(numbers) != len(missing):
        return None
    return {
        sentence_id: There(int(number), 1, 0, fresh=True)
        for sentence_id, number in zip(missing, numbers, strict=True)
    }


def _arrives(client: Client, project_id: int, sentence_ids: Sequence[str]) -> bool:
    """Is what was sent there all the same? A server that is too slow to answer goes on with its work, and
    whoever sends again at once has everything twice."""
    until = time.monotonic() + SETTLE
    while True:
        try:
            if len(look_up(client, project_id, sentence_ids)) == len(sentence_ids):
                return True
        except LabelStudioUnavailable:
            return False
        if time.monotonic() > until:
            return False
        time.sleep(1)


def _is_bare(entry: There | None) -> bool:
    return entry is not None and entry.predictions == 0


def _repair(client: Client, project_id: int, bare: Mapping[int, Json]) -> None:
    """Sends lost predictions again: this is not idempotent either, so only for tasks that have none."""
    request: list[Any] = [{"task": number, **task["predictions"][0]} for number, task in bare.items()]
    with translated(f"repair the suggestions of {len(bare)} tasks in project {project_id}"):
        wire.post(client, f"/api/projects/{project_id}/import/predictions", request)
