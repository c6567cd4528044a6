"""Pushing sentences: exactly one task each, with its suggestions, however often it is tried.

Label Studio has no id of ours to know a sentence by, sends an import twice if the SDK may retry, and can
answer 201 and drop the predictions. So: look up, send only what is missing, once, and count what arrived.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData, LabelStudioRefused, LabelStudioUnavailable
from workbench.labelstudio.body import Pushed, TaskBody
from workbench.labelstudio.client import ONCE, Client, translated
from workbench.labelstudio.listing import LONGEST_LIST, sentence_in, tasks
from workbench.labelstudio.predictions import Json, task_json

BATCH = LONGEST_LIST
SETTLE = 15.0  # seconds that a request whose answer was lost may still take to arrive
BATCH_CHARACTERS = 20_000_000  # the server takes 250 MiB in one request


@dataclass(frozen=True, slots=True)
class _There:
    """A task that the server has."""

    task_id: int
    predictions: int
    annotations: int


def push(
    client: Client,
    project_id: int,
    bodies: Sequence[TaskBody],
    vocabulary: Vocabulary,
    *,
    batch: int = BATCH,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Pushed]:
    """Every sentence has one task with its suggestions in the end; what is there already is left alone.

    Nothing leaves before all bodies are found sound (InvalidData). On any later error nothing is lost: the
    same call looks up what arrived, and completes. `progress` is told how many bodies are done, after each
    batch. Raises NotFound where the project is gone.
    """
    sent = [task_json(body, vocabulary) for body in bodies]
    _no_sentence_twice(bodies)
    with translated(f"push to project {project_id}", missing="there is no such project"):
        model_version = client.sdk.projects.get(id=project_id).model_version
    pushed: list[Pushed] = []
    for part in _batches(bodies, sent, min(batch, BATCH)):
        there = _complete(client, project_id, part)
        pushed += [Pushed(body.sentence_id, there[body.sentence_id].task_id) for body, _ in part]
        progress(len(pushed))
    if bodies and bodies[-1].model_version != model_version:
        _show(client, project_id, bodies[-1].model_version)
    return pushed


def _complete(client: Client, project_id: int, part: list[tuple[TaskBody, Json]]) -> dict[str, _There]:
    """The tasks of this batch, after what is missing of them has been sent and repaired."""
    ids = [body.sentence_id for body, _ in part]
    there = _look_up(client, project_id, ids)
    missing = [(body, task) for body, task in part if body.sentence_id not in there]
    if missing:
        try:
            fresh = _import(client, project_id, missing)
        except LabelStudioUnavailable:
            if not _arrives(client, project_id, [body.sentence_id for body, _ in missing]):
                raise
            fresh = None
        there = there | fresh if fresh is not None else _look_up(client, project_id, ids)
    bare = [(body, task) for body, task in part if _is_bare(there.get(body.sentence_id))]
    if bare:
        _repair(client, project_id, bare, there)
        there = _look_up(client, project_id, ids)
        bare = [(body, task) for body, task in part if _is_bare(there.get(body.sentence_id))]
    absent = sum(1 for sentence_id in ids if sentence_id not in there)
    if absent or bare:
        raise LabelStudioUnavailable(
            f"Label Studio took the sentences but kept {len(ids) - absent} of {len(ids)} tasks and lost the "
            f"suggestions of {len(bare)}; its database may be locked. The same command completes later"
        )
    return there


def _look_up(client: Client, project_id: int, sentence_ids: Sequence[str]) -> dict[str, _There]:
    """What the server has of these sentences. Of doubles the one that somebody worked on counts, else the
    oldest; the others, where nobody touched them, are deleted."""
    found: dict[str, list[_There]] = {}
    wanted = "id,data,total_predictions,total_annotations,cancelled_annotations,drafts"
    for task in tasks(client, project_id, sentence_in(sentence_ids), include=wanted):
        worked = (task.total_annotations or 0) + (task.cancelled_annotations or 0) + len(task.drafts or ())
        entry = _There(task.id, task.total_predictions or 0, worked)
        found.setdefault(str(task.data["sentence_id"]), []).append(entry)
    there = {}
    for sentence_id, entries in found.items():
        kept, *doubles = sorted(entries, key=lambda entry: (not entry.annotations, entry.task_id))
        there[sentence_id] = kept
        for double in doubles:
            if not double.annotations:
                with translated(f"delete the doubled task {double.task_id}"):
                    client.sdk.tasks.delete(id=str(double.task_id))
    return there


def _import(
    client: Client, project_id: int, missing: list[tuple[TaskBody, Json]]
) -> dict[str, _There] | None:
    """The new tasks, or None where the answer leaves doubt about what arrived."""
    with translated(
        f"push {len(missing)} sentences to project {project_id}", missing="there is no such project"
    ):
        request: Any = [task for _, task in missing]
        answer = client.sdk.projects.import_tasks(
            project_id, request=request, return_task_ids=True, request_options=ONCE
        )
    numbers = getattr(answer, "task_ids", None)
    whole = answer.task_count == len(missing) == getattr(answer, "prediction_count", None)
    if not whole or not isinstance(numbers, list) or len(numbers) != len(missing):
        return None
    return {
        body.sentence_id: _There(int(number), 1, 0)
        for (body, _), number in zip(missing, numbers, strict=True)
    }


def _arrives(client: Client, project_id: int, sentence_ids: Sequence[str]) -> bool:
    """Is what was sent there all the same? A server that is too slow to answer goes on with its work, and
    whoever sends again at once has everything twice."""
    until = time.monotonic() + SETTLE
    while True:
        try:
            if len(_look_up(client, project_id, sentence_ids)) == len(sentence_ids):
                return True
        except LabelStudioUnavailable:
            return False
        if time.monotonic() > until:
            return False
        time.sleep(1)


def _is_bare(entry: _There | None) -> bool:
    return entry is not None and entry.predictions == 0


def _repair(
    client: Client, project_id: int, bare: list[tuple[TaskBody, Json]], there: dict[str, _There]
) -> None:
    """Sends lost predictions again: this is not idempotent either, so only for tasks that have none."""
    request: Any = [
        {"task": there[body.sentence_id].task_id, **task["predictions"][0]} for body, task in bare
    ]
    with translated(f"repair the suggestions of {len(bare)} tasks in project {project_id}"):
        client.sdk.projects.import_predictions(project_id, request=request, request_options=ONCE)


def _show(client: Client, project_id: int, model_version: str) -> None:
    """Annotators see the suggestions of one model version only, at first that of the first import."""
    try:
        with translated(f"show the suggestions of {model_version} in project {project_id}"):
            client.sdk.projects.update(id=project_id, model_version=model_version)
    except LabelStudioRefused:
        return  # no suggestion of that version is there: all these sentences were pushed by an earlier one


def _batches(
    bodies: Sequence[TaskBody], sent: Iterable[Json], batch: int
) -> Iterator[list[tuple[TaskBody, Json]]]:
    part: list[tuple[TaskBody, Json]] = []
    characters = 0
    for body, task in zip(bodies, sent, strict=True):
        size = len(body.text) + len(body.before) + len(body.after)
        if part and (len(part) >= batch or characters + size > BATCH_CHARACTERS):
            yield part
            part, characters = [], 0
        part.append((body, task))
        characters += size
    if part:
        yield part


def _no_sentence_twice(bodies: Sequence[TaskBody]) -> None:
    seen: set[str] = set()
    for body in bodies:
        if body.sentence_id in seen:
            raise InvalidData(f"sentence {body.sentence_id} is to be pushed twice in one call")
        seen.add(body.sentence_id)
