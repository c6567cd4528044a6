"""Listing tasks, in a way that misses none while people work."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from workbench.exceptions import LabelStudioRefused
from workbench.labelstudio.client import Client, translated

PAGE = 500
LONGEST_LIST = 500  # ids in one question: it travels in the address, which has a greatest length

Filter = dict[str, Any]


def sentence_in(sentence_ids: Sequence[str]) -> Filter:
    """Tasks of these sentences, at most LONGEST_LIST of them."""
    assert len(sentence_ids) <= LONGEST_LIST, "the address of the question would be too long"
    return _filter("data.sentence_id", "in_list", "String", list(sentence_ids))


def changed_since(moment: datetime) -> Filter:
    """Tasks that changed after the moment. The server fails on any other way to write it."""
    return _filter(
        "updated_at", "greater", "Datetime", moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    )


def tasks(
    client: Client,
    project_id: int,
    *filters: Filter,
    include: str | None = None,
    after: int = 0,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Any]:
    """All tasks that pass the filters, by id. `include` names the few fields wanted (predictions
    among them, but no annotations), `after` leaves out the tasks up to this number.

    Each page asks for what follows the last id, rather than for a page number: a task that is deleted in
    between would shift the pages, and the SDK takes a project that vanishes in between for the end of the
    list. Raises NotFound where the project is gone.
    """
    last, done, total = after, 0, 0
    names = (include or "").split(",")
    doing = f"list the tasks of project {project_id}"
    while True:
        follow = _filter("id", "greater", "Number", last)
        query = {
            "filters": {"conjunction": "and", "items": [follow, *filters]},
            "ordering": ["tasks:id"],
        }
        wanted = {"fields": "all" if include is None or "predictions" in names else "task_only"}
        wanted |= {} if include is None else {"include": include}
        with translated(doing, missing="there is no such project; it may have been deleted in Label Studio"):
            page: Any = client.sdk.tasks.list(
                project=project_id, query=json.dumps(query), page=1, page_size=PAGE, **wanted
            )
            items = page.items
            left = getattr(page.response, "total", None)
        if items is None or not isinstance(left, int) or (left and not items):
            raise LabelStudioRefused(f"could not {doing}: the answer is not that of Label Studio")
        total = total or left
        yield from items
        done += len(items)
        progress(done, max(done, total))
        if len(items) >= left:
            return
        last = items[-1].id


def _filter(column: str, operator: str, kind: str, value: object) -> Filter:
    return {"filter": f"filter:tasks:{column}", "operator": operator, "type": kind, "value": value}
