"""What Label Studio tells of its own accord: which tasks to look at. Never more than a hint.

It sends each event once, unsigned, in no certain order, and loses it where nobody answers within a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.exceptions import InvalidData


@dataclass(frozen=True, slots=True)
class Hint:
    """Something happened in this project; to these tasks, as far as the event says."""

    project: int
    tasks: frozenset[int]


def read_event(payload: Any) -> Hint:
    """Raises InvalidData where it is no event of a project."""
    if not isinstance(payload, dict) or not isinstance(payload.get("action"), str):
        raise InvalidData(
            "this is no event of Label Studio: it has no action", fields={"action": ["missing"]}
        )
    project = payload.get("project")
    number = project.get("id") if isinstance(project, dict) else project
    if not _is_number(number):
        raise InvalidData("the event does not say in which project", fields={"project": ["missing"]})
    return Hint(int(str(number)), frozenset(_tasks(payload)))


def _tasks(payload: dict[str, Any]) -> Iterator[int]:
    """The numbers of tasks, wherever this kind of event has them; a deleted annotation names none."""
    for key in ("task", "tasks"):
        for entry in _listed(payload.get(key)):
            if isinstance(entry, dict) and _is_number(entry.get("id")):
                yield entry["id"]
    for entry in _listed(payload.get("annotation")):
        if isinstance(entry, dict) and _is_number(entry.get("task")):
            yield entry["task"]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _is_number(value: Any) -> bool:
    return type(value) is int and 0 < value < 2**63
