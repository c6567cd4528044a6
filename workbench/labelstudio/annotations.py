"""Pulling annotations: what each task says now, as core values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from workbench.core.annotation import Annotation
from workbench.labelstudio.client import Client

OVERLAP = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class PulledTask:
    """All annotations of one task as of now: one that is missing here has been deleted there.

    Tasks without our sentence id are not ours and are left out. `updated_at` feeds the next cursor.
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
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Iterator[PulledTask]:
    """Tasks that changed since the cursor (minus an overlap, so some come twice), or all without one."""
    raise NotImplementedError


def present(client: Client, project_id: int) -> dict[str, int]:
    """Sentence id to task id of every task there is: what was pushed and is missing here was deleted there."""
    raise NotImplementedError
