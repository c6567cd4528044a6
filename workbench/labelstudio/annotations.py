"""Pulling annotations: what each task says now, as core values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from workbench.core.annotation import Annotation
from workbench.exceptions import LabelStudioRefused
from workbench.labelstudio.client import Client
from workbench.labelstudio.listing import changed_since, tasks
from workbench.labelstudio.regions import read_result

OVERLAP = timedelta(minutes=5)  # a change may show up seconds after the moment that it carries


@dataclass(frozen=True, slots=True)
class PulledTask:
    """All annotations of one task as of now: one that is missing here has been deleted there.

    `updated_at` feeds the next cursor.
    """

    sentence_id: str
    task_id: int
    updated_at: datetime
    annotations: tuple[Annotation, ...]


def pull(
    client: Client,
    project_id: int,
    *,
    since: datetime | None = None,
    overlap: timedelta = OVERLAP,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[PulledTask]:
    """Tasks that changed since the cursor (minus an overlap, so some come twice), or all without one.

    Tasks without our sentence id are left out: somebody else put them there. Drafts are no annotations; a
    skipped one comes as cancelled. Deleted tasks do not come at all: see `present`. Raises NotFound where the
    project is gone.
    """
    filters = [] if since is None else [changed_since(since - overlap)]
    for task in tasks(client, project_id, *filters, progress=progress):
        sentence_id = (task.data or {}).get("sentence_id")
        if isinstance(sentence_id, str):
            found = (_annotation(sentence_id, raw) for raw in task.annotations or ())
            yield PulledTask(sentence_id, task.id, _moment(task.updated_at), tuple(found))


def present(client: Client, project_id: int) -> dict[str, int]:
    """Sentence id to task id of every task there is: what was pushed and is missing here was deleted."""
    return {
        task.data["sentence_id"]: task.id
        for task in tasks(client, project_id, include="id,data")
        if isinstance((task.data or {}).get("sentence_id"), str)
    }


def _annotation(sentence_id: str, raw: Any) -> Annotation:
    """One annotation of the list; `completed_by` is a number there (a dict where one task is asked for)."""
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
            lead_time=float(lead_time) if isinstance(lead_time, int | float) else None,
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LabelStudioRefused(
            f"an annotation of sentence {sentence_id} has another shape than Label Studio gives: {error!r}"
        ) from error


def _moment(value: Any) -> datetime:
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError(f"no time zone: {value}")
    return moment
