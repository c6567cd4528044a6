"""How sentences are labelled in a project, and which."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """In which order annotators are given the tasks: as they stand in the text, the least certain suggestions
    first, or the sentences most worth checking first."""

    TEXT = "text"
    UNCERTAIN = "uncertain"
    WORTH = "worth"


@dataclass(frozen=True, slots=True)
class Rule:
    """Which sentences belong in a project: those of this event and this language; None: of any."""

    event: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        parts = [f"event {self.event}"] if self.event else []
        parts += [f"language {self.language}"] if self.language else []
        return " and ".join(parts) or "all sentences"


@dataclass(frozen=True, slots=True)
class Terms:
    """Set when a project is made: its rule, how many annotators answer each task, and the order of tasks."""

    rule: Rule = Rule()
    annotators: int = 1
    order: Order = Order.TEXT
