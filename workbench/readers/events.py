"""Events from a JSON array of objects (id, name, start; end, places, aliases, populations optional)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TextIO

from workbench.core.event import Event
from workbench.exceptions import InvalidData


def read_events(stream: TextIO, name: str) -> list[Event]:
    """All events of the file. Raises InvalidData that names the file, the entry and the field."""
    try:
        entries = json.load(stream)
    except UnicodeDecodeError as error:
        raise InvalidData(f"{name} is not UTF-8 text; save it as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise InvalidData(f"{name} is not JSON: {error}") from error
    if not isinstance(entries, list):
        raise InvalidData(f"{name} must be a JSON array of events")
    events = [_event(entry, f"{name}, event {number}") for number, entry in enumerate(entries, start=1)]
    seen: set[str] = set()
    for event in events:
        if event.id in seen:
            raise InvalidData(f"{name}: the event {event.id!r} is there twice", fields={"id": ["twice"]})
        seen.add(event.id)
    return events


def _event(entry: Any, where: str) -> Event:
    if not isinstance(entry, dict):
        raise InvalidData(f"{where} is not an object")
    start = _day(entry, "start", where)
    end = _day(entry, "end", where) if entry.get("end") is not None else None
    if end is not None and end < start:
        raise InvalidData(f"{where}: it ends before it starts", fields={"end": ["before start"]})
    populations = entry.get("populations") or {}
    if not isinstance(populations, dict) or not all(isinstance(term, str) for term in populations.values()):
        message = f"{where}: populations must map places to populations"
        raise InvalidData(message, fields={"populations": ["not a mapping of texts"]})
    return Event(
        id=_word(entry, "id", where),
        name=_word(entry, "name", where),
        start=start,
        end=end,
        places=_words(entry, "places", where),
        aliases=_words(entry, "aliases", where),
        populations=populations,
    )


def _word(entry: dict[str, Any], key: str, where: str) -> str:
    word = entry.get(key)
    if not isinstance(word, str) or not word.strip():
        raise InvalidData(f"{where}: {key} is missing or no text", fields={key: ["missing"]})
    return word.strip()


def _words(entry: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    words = entry.get(key) or []
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InvalidData(f"{where}: {key} must be a list of texts", fields={key: ["not a list of texts"]})
    return tuple(words)


def _day(entry: dict[str, Any], key: str, where: str) -> date:
    try:
        return date.fromisoformat(_word(entry, key, where))
    except ValueError:
        message = f"{where}: {key} is not a day like 2023-10-07: {entry[key]!r}"
        raise InvalidData(message, fields={key: ["not a day"]}) from None
