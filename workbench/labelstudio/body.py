"""What one sentence brings to Label Studio, and what it is known by afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.core.annotation import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBody:
    """One sentence to be labelled, with what the annotator sees around it.

    Offsets of the suggestions are code points of `text`. `before` and `after` are the neighbouring
    sentences. `model_version` names what made the suggestions.
    """

    sentence_id: str
    text: str
    outlet: str
    published_at: date
    model_version: str
    title: str | None = None
    before: str = ""
    after: str = ""
    event: str | None = None
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True)
class Pushed:
    """The sentence has exactly this task, and its suggestions are there."""

    sentence_id: str
    task_id: int
