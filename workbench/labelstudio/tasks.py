"""Pushing sentences: exactly one task each, with its suggestions, however often it is tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio.body import Pushed, TaskBody
from workbench.labelstudio.client import Client

BATCH = 500


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

    On any error nothing is lost: the same call looks up what arrived, and completes.
    `progress` is told how many bodies are done, after each batch.
    """
    raise NotImplementedError
