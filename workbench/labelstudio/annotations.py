"""Pulling annotations: what each task says now, as core values."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from workbench.core.annotation import Annotation, Suggested
from workbench.exceptions import LabelStudioRefused
from workbench.labelstudio.client import Client
from workbench.labelstudio.listing import LONGEST_LIST, Task, changed_since, number_in, tasks
from workbench.labelstudio.regions import read_result

OVERLAP = timedelta(minutes=5)  # a change may show up seconds after the moment that it carries
AT_ONCE = 1000  # tasks on a page
WANTED = ",".join(
    (
        *("id", "data", "updated_at", "annotations"),
        *("completed_by", "result", "was_cancelled", "ground_truth", "created_at", "lead_time"),
        *("prediction", "parent_prediction"),
    )
)


@dataclass(frozen=True, slots=True)
class PulledTask:
    """All annotations of one task as of now: one that is missing here has been deleted there.

    `updated_at` feeds the next cursor; `text` is what the task shows as its sentence.
    """

    sentence_id: str
    task_id: int
    updated_at: datetime
    annotations: tuple[Annotation, ...]
    text: str = ""


def pull(
    client: Client,
    project_id: int,
    *,
    since: datetime | None = None,
    overlap: timedelta = OVERLAP,
    numbers: Collection[int] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[PulledTask]:
    """Tasks that changed since the cursor (minus an overlap, so some come twice), or all without one; or
    those with these `numbers`.

    Tasks without our sentence id are left out: somebody else put them there. Drafts are no annotations; a
    skipped one comes as cancelled. Deleted tasks do not come at all. Raises NotFound where the project is
    gone.
    """
    filters = [] if since is None else [changed_since(since - overlap)]
    lists = [filters]
    if numbers is not None:
        wanted = sorted(numbers)
        lists = [
            [number_in(wanted[first : first + LONGEST_LIST])] for first in range(0, len(wanted), LONGEST_LIST)
        ]
    for some in lists:
        for task in tasks(client, project_id, *some, include=WANTED, page_size=AT_ONCE, progress=progress):
            pulled = read_task(task)
            if pulled is not None:
                yield pulled


def read_task(task: Task) -> PulledTask | None:
    """What the task says; None where it is none of ours. Raises LabelStudioRefused for an odd shape."""
    sentence_id = task.sentence_id
    if sentence_id is None:
        return None
    if task.updated_at is None or task.updated_at.tzinfo is None:
        raise LabelStudioRefused(f"task {task.id} does not say when it changed: this is no Label Studio task")
    found = tuple(_annotation(sentence_id, raw) for raw in task.annotations or ())
    return PulledTask(sentence_id, task.id, task.updated_at, found, str((task.data or {}).get("text", "")))


def _annotation(sentence_id: str, raw: Any) -> Annotation:
    """One annotation of a list; `completed_by` is a number there (a dict where one task is asked for)."""
    try:
        regions, answer = read_result(raw["result"])
        by = raw.get("completed_by")
        annotator = by.get("id") if isinstance(by, dict) else by
        lead_time = raw.get("lead_time")
        return Annotation(
            id=str(raw["id"]),
            sentence=sentence_id,
            annotator=None if annotator is None else str(annotator),
            created_at=_moment(raw["created_at"]),
            updated_at=_moment(raw["updated_at"]),
            regions=regions,
            answer=answer,
            cancelled=bool(raw.get("was_cancelled")),
            ground_truth=bool(raw.get("ground_truth")),
            lead_time=float(lead_time) if isinstance(lead_time, int | float) and lead_time >= 0 else None,
            suggested=_suggested(raw.get("prediction")),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LabelStudioRefused(
            f"an annotation of sentence {sentence_id} has another shape than Label Studio gives: {error!r}"
        ) from error


def _suggested(prediction: Any) -> Suggested | None:
    """Label Studio keeps with an annotation the prediction that was shown when it was made."""
    if not isinstance(prediction, dict) or not isinstance(prediction.get("result"), list):
        return None
    return Suggested(*read_result(prediction["result"]))


def _moment(value: Any) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {value}")
    return moment
