"""A JSON export that somebody took out of Label Studio by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from workbench.exceptions import InvalidData, LabelStudioRefused
from workbench.labelstudio.annotations import PulledTask, read_task
from workbench.labelstudio.listing import Task

LARGEST = 2_000_000_000  # bytes


def read_export(path: Path) -> Iterator[tuple[int, PulledTask]]:
    """Number of the project and task, for each task that carries a sentence id of ours.

    The whole file is read first: it is one JSON array. Raises InvalidData that says what about it is wrong.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise InvalidData(f"{path} is larger than {LARGEST:,} bytes: export in parts")
        tasks = msgspec.json.decode(path.read_bytes(), type=list[Task])
    except OSError as error:
        raise InvalidData(f"{path} cannot be read: {error.strerror}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidData(
            f"{path} is no JSON export of Label Studio: {error}. "
            "Take the format JSON there, not JSON-MIN or CSV"
        ) from error
    for place, task in enumerate(tasks, start=1):
        if task.project is None:
            raise InvalidData(
                f"{path}: entry {place} does not say which project it is of: is this an export?"
            )
        try:
            pulled = read_task(task)
        except LabelStudioRefused as error:
            raise InvalidData(f"{path}: entry {place}: {error.message}") from error
        if pulled is not None:
            yield task.project, pulled
