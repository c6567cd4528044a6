"""Sentences with suggestions, worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.core.annotation import Suggestion
from workbench.core.claim import Modality, Scope
from workbench.core.quantity import Bound, Interval, Quantity, quantity_of
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.client import Client
from workbench.labelstudio.predictions import task_json
from workbench.labelstudio.tasks import deliver
from workbench.vocabulary import load_vocabulary

PLAIN = "At least 40 people were killed, including 14 children, the ministry said."
EMOJI = "👩‍👩‍👧 😀 At least 40 people were killed, including 14 children, the ministry said."
HEBREW = "הרשויות: At least 40 people were killed, including 14 children, the ministry said."
HTML = "<b>At least</b> 40 people &amp; some\n\twere <script>killed</script>, including 14 children."
TEXTS = (PLAIN, EMOJI, HEBREW, HTML)


def suggestion(text: str, number: str, measure: str, quantity: Quantity, **more: Any) -> Suggestion:
    start = text.index(number)
    return Suggestion(start=start, end=start + len(number), measure=measure, quantity=quantity, **more)


def toll(text: str) -> tuple[Suggestion, ...]:
    """Forty people, and fourteen children among them."""
    return (
        suggestion(
            text,
            "40",
            "killed",
            quantity_of("At least 40", Bound.AT_LEAST, 40),
            population="people",
            population_text="people",
            origin="health_ministry",
            origin_text="the ministry",
            place="Gaza Strip",
            as_of="2023-12-24",
            since="2023-10-07",
            scope=Scope.CUMULATIVE,
            modality=Modality.REPORTED,
            score=0.75,
        ),
        suggestion(
            text,
            "14",
            "killed",
            quantity_of("14", Bound.EXACT, 14),
            population="children",
            population_text="children",
            implicit=True,
            score=0.5,
            part_of=0,
        ),
    )


def dozens(text: str) -> tuple[Suggestion, ...]:
    vague = quantity_of("Dozens", Bound.VAGUE, None, hard=Interval(12, None), soft=Interval(24, 99))
    return (suggestion(text, "Dozens", "injured", vague),)


def body(text: str, number: int, suggestions: tuple[Suggestion, ...] = (), **more: Any) -> TaskBody:
    given: dict[str, Any] = {
        "sentence_id": f"{number:032x}",
        "text": text,
        "outlet": "The Outlet",
        "published_at": date(2023, 12, 24),
        "model_version": "rules-1",
        "title": "A <i>title</i>",
        "before": "The sentence before.",
        "after": "The sentence after.",
        "suggestions": suggestions,
    }
    return TaskBody(**given | more)


def many(count: int, **more: Any) -> list[TaskBody]:
    """Every second one with a suggestion."""
    return [body(PLAIN, number, toll(PLAIN) if number % 2 else (), **more) for number in range(count)]


@dataclass(frozen=True)
class Entry:
    sentence_id: str
    task_id: int


def push(client: Client, project_id: int, bodies: Sequence[TaskBody]) -> list[Entry]:
    """Each body as one task of the project."""
    vocabulary = load_vocabulary()
    sent = {body.sentence_id: task_json(body, vocabulary) for body in bodies}
    there = deliver(client, project_id, sent)
    return [Entry(body.sentence_id, there[body.sentence_id].task_id) for body in bodies]
