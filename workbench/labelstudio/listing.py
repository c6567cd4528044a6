"""Listing tasks, in a way that misses none while people work."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

from workbench.exceptions import LabelStudioRefused
from workbench.labelstudio import wire
from workbench.labelstudio.client import Client, translated

PAGE = 500
NO_PROJECT = "there is no such project; it may have been deleted in Label Studio"
LONGEST_LIST = 500  # ids in one question: it travels in the address, which has a greatest length

Filter = dict[str, Any]


class Task(msgspec.Struct, kw_only=True):
    """A task as Label Studio lists and exports it; what was not asked for has its default."""

    id: int
    data: dict[str, Any] | None = None
    updated_at: datetime | None = None
    annotations: list[dict[str, Any]] | None = None
    predictions: list[Any] | None = None
    drafts: Any = None
    total_predictions: int | None = None
    total_annotations: int | None = None
    cancelled_annotations: int | None = None
    project: int | None = None

    @property
    def sentence_id(self) -> str | None:
        """None where the task is none of ours."""
        found = (self.data or {}).get("sentence_id")
        return found if isinstance(found, str) else None

    @property
    def worked_on(self) -> int:
        """How many answers it carries, skipped and unfinished ones among them."""
        drafts = len(self.drafts) if isinstance(self.drafts, list) else 0
        return (self.total_annotations or 0) + (self.cancelled_annotations or 0) + drafts


class Page(msgspec.Struct):
    tasks: list[Task]
    total: int


def sentence_in(sentence_ids: Sequence[str]) -> Filter:
    """Tasks of these sentences, at most LONGEST_LIST of them."""
    assert len(sentence_ids) <= LONGEST_LIST, "the address of the question would be too long"
    return _filter("data.sentence_id", "in_list", "String", list(sentence_ids))


def number_in(numbers: Sequence[int]) -> Filter:
    """Tasks with these numbers, at most LONGEST_LIST of them."""
    assert len(numbers) <= LONGEST_LIST, "the address of the question would be too long"
    return _filter("id", "in_list", "Number", list(numbers))


def changed_since(moment: datetime) -> Filter:
    """Tasks that changed after the moment. The server fails on any other way to write it."""
    return _filter(
        "updated_at", "greater", "Datetime", moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    )


def tasks(
    client: Client,
    project_id: int,
    *filters: Filter,
    include: str,
    after: int = 0,
    page_size: int = PAGE,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[Task]:
    """All tasks that pass the filters, by id.

    `include` names the fields wanted, those of annotations and predictions among them; `after` leaves out
    the tasks up to this number. Each page asks for what follows the last id, rather than for a page number:
    a task that is deleted in between would shift the pages, and a project that vanishes in between must not
    pass for the end of the list. Raises NotFound where the project is gone.
    """
    last, done, total = after, 0, 0
    doing = f"list the tasks of project {project_id}"
    nested = {"annotations", "predictions"} & set(include.split(","))
    while True:
        follow = _filter("id", "greater", "Number", last)
        query = {
            "filters": {"conjunction": "and", "items": [follow, *filters]},
            "ordering": ["tasks:id"],
        }
        query_string: wire.Query = [
            ("project", project_id),
            ("query", json.dumps(query)),
            ("page", 1),
            ("page_size", page_size),
            ("fields", "all" if nested else "task_only"),
            ("include", include),
        ]
        try:
            # Without the last slash the path is a redirect, which has a shorter limit.
            with translated(doing, missing=NO_PROJECT):
                page: Page = wire.get(client, "/api/tasks/", query_string, Page)
        except msgspec.ValidationError as error:
            raise LabelStudioRefused(
                f"could not {doing}: the answer is not that of Label Studio ({error})"
            ) from None
        if page.total and not page.tasks:
            raise LabelStudioRefused(f"could not {doing}: the answer is not that of Label Studio")
        total = total or page.total
        yield from page.tasks
        done += len(page.tasks)
        progress(done, max(done, total))
        if len(page.tasks) >= page.total:
            return
        last = page.tasks[-1].id


def _filter(column: str, operator: str, kind: str, value: object) -> Filter:
    return {"filter": f"filter:tasks:{column}", "operator": operator, "type": kind, "value": value}
