"""Reads a text as the pipeline does, with its title and event, and shows claims as gold files write them."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path

from tests.eval.cases import Row, text
from workbench.core.event import Event
from workbench.languages import language_of
from workbench.readers.events import read_events
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

PARTS = (
    *("measure", "value", "bound", "low", "high", "population", "origin", "place"),
    *("scope", "since", "as_of", "modality", "part_of", "implicit"),
)


def read(
    article: str,
    *,
    published_at: str | None = None,
    language: str = "en",
    title: str | None = None,
    event: Event | None = None,
) -> list[Row]:
    """The suggestions in order, each with all PARTS, `start`, `end`, `text`, `score`.

    `part_of` is the place of the whole in the list.
    """
    chosen = language_of(language)
    found = suggest(
        article,
        split_sentences(article, chosen),
        language=chosen,
        vocabulary=load_vocabulary(),
        published_at=date.fromisoformat(published_at) if published_at else None,
        title=title,
        event=event,
    )
    return [
        {
            "start": one.start,
            "end": one.end,
            "text": article[one.start : one.end],
            "measure": one.measure,
            "value": one.quantity.value,
            "bound": one.quantity.bound.value,
            "low": one.quantity.hard.low,
            "high": one.quantity.hard.high,
            "soft_low": one.quantity.soft.low,
            "soft_high": one.quantity.soft.high,
            "population": one.population,
            "population_text": one.population_text,
            "origin": one.origin,
            "origin_text": one.origin_text,
            "place": one.place,
            "place_text": one.place_text,
            "scope": one.scope.value if one.scope else None,
            "since": one.since,
            "as_of": one.as_of,
            "modality": one.modality.value,
            "part_of": one.part_of,
            "implicit": one.implicit,
            "score": one.score,
        }
        for one in found
    ]


@cache
def events_of(file: Path) -> dict[str, Event]:
    """The events of a file, by id. Raises NotThere."""
    return {event.id: event for event in read_events(StringIO(text(file)), file.name)}
