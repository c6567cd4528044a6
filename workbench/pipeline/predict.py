"""Suggestions for tasks that Label Studio shows right now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from workbench.core.annotation import Suggestion
from workbench.core.article import Sentence, clean_text
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.predictions import Json, prediction_json
from workbench.languages import language_of
from workbench.store.articles import current_suggestions
from workbench.store.values import from_json
from workbench.text.suggest import SUGGESTER, suggest

EMPTY: Json = {"model_version": SUGGESTER, "result": []}


def predict(session: Session, vocabulary: Vocabulary, tasks: Sequence[Any]) -> list[Json]:
    """One prediction for each task, in their order.

    A sentence that we know is read within its article, as for a push; a text that we do not know by itself. A
    task without a text, or with one that no two systems count alike, gets an empty prediction.
    """
    found = [task.get("data") if isinstance(task, dict) else None for task in tasks]
    datas: list[dict[str, Any]] = [data if isinstance(data, dict) else {} for data in found]
    ids = [data["sentence_id"] for data in datas if isinstance(data.get("sentence_id"), str)]
    known = current_suggestions(session, ids, SUGGESTER)
    return [_of_task(data, known.get(str(data.get("sentence_id"))), vocabulary) for data in datas]


def _of_task(data: dict[str, Any], known: tuple[str, list[Any]] | None, vocabulary: Vocabulary) -> Json:
    text = data.get("text")
    if not isinstance(text, str) or not text or text != clean_text(text):
        return EMPTY
    body = TaskBody(
        sentence_id=str(data.get("sentence_id") or "unknown"),
        text=text,
        outlet=str(data.get("outlet") or ""),
        published_at=_day(data.get("published_at")) or date.min,
        model_version=SUGGESTER,
        event=str(data.get("event") or "") or None,
        events=tuple(_events(data.get("events"))),
    )
    if known is not None and known[0] == text:  # nobody edited the task
        suggestions = from_json(known[1], tuple[Suggestion, ...])
    else:
        suggestions = tuple(
            suggest(
                text,
                [Sentence(0, len(text), text)],
                language=language_of("en"),
                vocabulary=vocabulary,
                published_at=_day(data.get("published_at")),
            )
        )
    try:
        return prediction_json(replace(body, suggestions=suggestions), vocabulary)
    except InvalidData:
        return EMPTY


def _day(written: Any) -> date | None:
    try:
        return date.fromisoformat(written)
    except (TypeError, ValueError):
        return None


def _events(offered: Any) -> list[str]:
    entries = offered if isinstance(offered, list) else []
    return [str(entry.get("value")) for entry in entries if isinstance(entry, dict)]
