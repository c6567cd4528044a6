"""What one sentence brings to Label Studio."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.core.annotation import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBody:
    """One sentence to be labelled, with what the annotator sees around it.

    Offsets of the suggestions are code points of `text`. `before` and `after` are the neighbouring
    sentences, `events` those that the annotator may choose from, `note` what somebody tells the annotator.
    `model_version` names what made the suggestions, `version` the version of the article that all this is
    taken from; it stays here.
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
    events: tuple[str, ...] = ()
    note: str = ""
    version: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
