"""Our gold as one question: which case, if any, does a changed world get wrong?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import StringIO
from typing import Any

from tests.eval.cases import SEEDS, gold, gold_rows
from workbench.core.annotation import Suggestion
from workbench.core.article import Article
from workbench.core.event import Event
from workbench.core.vocabulary import Vocabulary
from workbench.languages import language_of
from workbench.languages.language import Language
from workbench.readers import read_articles
from workbench.readers.events import read_events
from workbench.text import dates, numbers, sentences
from workbench.text import suggest as suggestions
from workbench.vocabulary import load_vocabulary

Found = list[Suggestion]


UNNOTICED = "no gold case depends on this: write one down in tests/text/data or tests/mutation/data"


@dataclass(frozen=True)
class World:
    """What the reader of text knows; `afterwards` changes what it suggests."""

    language: Language
    vocabulary: Vocabulary
    afterwards: Callable[[Found], Found] = lambda found: found

    def with_parts(self, part: str, **values: Any) -> World:
        """The same with other values in a part of the language ("kinds", "claims", "" for itself)."""
        if part:
            values = {part: replace(getattr(self.language, part), **values)}
        return replace(self, language=replace(self.language, **values))


@cache
def as_it_is(code: str = "en") -> World:
    return World(language_of(code), load_vocabulary())


def noticed_by(world: World) -> str | None:
    """The first gold case that comes out wrong in this world; None where all come out right."""
    return next(failures(world), None)


def failures(world: World) -> Iterator[str]:
    """All gold cases that come out wrong: sentences with claims, seeds, numbers, dates, sentences."""
    code = world.language.code
    for kind, judge in _JUDGES:
        for where, case in cases(kind, code):
            if not judge(world, case):
                yield where
    if code == "en":
        for article, event, expected in _seeds():
            if not _seed_right(world, article, event, expected):
                yield f"seeds, {article.file}"


def _claims_right(world: World, case: dict[str, Any]) -> bool:
    """Every claim and no other, each part that the gold names, and part_of always; as its own test has it."""
    found = _suggest(world, case["text"], _day(case.get("published_at")), event=_event(case.get("event")))
    implicit = any(claim.get("implicit") for claim in case["claims"])
    told = [shown(case["text"], one, found) for one in found if implicit or not one.implicit]
    expected = [{"part_of": None, **claim} for claim in case["claims"]]
    return len(told) == len(expected) and all(
        got[key] == value for got, want in zip(told, expected, strict=True) for key, value in want.items()
    )


def _numbers_right(world: World, case: dict[str, Any]) -> bool:
    found = numbers.read_numbers(case["text"], world.language, world.vocabulary.profile)
    if [number.text for number in found] != [want["text"] for want in case["numbers"]]:
        return False
    for number, want in zip(found, case["numbers"], strict=True):
        told = {
            "kind": number.kind.value,
            "value": number.value,
            "low": number.low,
            "high": number.high,
            "bound": number.bound.value,
            "hard": number.quantity and [number.quantity.hard.low, number.quantity.hard.high],
            "soft": number.quantity and [number.quantity.soft.low, number.quantity.soft.high],
        }
        if any(told[key] != value for key, value in want.items() if key in told):
            return False
    return True


def _dates_right(world: World, case: dict[str, Any]) -> bool:
    found = [
        {"text": one.text, "period": one.period.edtf if one.period else None, "kind": one.kind.value}
        for one in dates.read_dates(case["text"], world.language, _day(case["published_at"]))
    ]
    return bool(found == case["dates"])


def _sentences_right(world: World, case: dict[str, Any]) -> bool:
    text = case.get("separator", " ").join(case["sentences"])
    found = [sentence.text for sentence in sentences.split_sentences(text, world.language)]
    return bool(found == case["sentences"])


_JUDGES: tuple[tuple[str, Callable[[World, dict[str, Any]], bool]], ...] = (
    ("numbers", _numbers_right),
    ("suggest", _claims_right),
    ("dates", _dates_right),
    ("sentences", _sentences_right),
)


@cache
def cases(kind: str, code: str) -> Sequence[tuple[str, dict[str, Any]]]:
    """The cases of a kind in a language, each with where it stands."""
    found = []
    for file in gold(f"{kind}*.jsonl"):
        for line, case in enumerate(gold_rows(file), start=1):
            if case["language"] == code:
                found.append((f"{file.name}:{line}", case))
    return found


@cache
def _seeds() -> Sequence[tuple[Article, Event | None, list[dict[str, Any]]]]:
    events = {event.id: event for event in read_events(StringIO(_read("events.json")), "events.json")}
    expected = [json.loads(line) for line in _read("expected_claims.jsonl").strip().split("\n")]
    return [
        (
            article,
            events.get(article.event or ""),
            [claim for claim in expected if claim["file"] == article.file],
        )
        for article in read_articles(SEEDS / "articles")
        if isinstance(article, Article)
    ]


def _read(name: str) -> str:
    return (SEEDS / name).read_text("utf-8")


def _seed_right(world: World, article: Article, event: Event | None, expected: list[dict[str, Any]]) -> bool:
    found = _suggest(world, article.text, article.published_at, article.title, event)
    claims = {(claim["start"], claim["measure"]): claim for claim in expected}
    for one in found:
        want = claims.pop((one.start, one.measure), None)
        if want is None:
            if not one.implicit:
                return False
            continue
        got = shown(article.text, one, found)
        got["part_of"] = None if one.part_of is None else found[one.part_of].start
        got["as_of"] = got["as_of"] or str(article.published_at)
        for key in want.keys() & got.keys():
            if want[key] != got[key]:
                return False
    return not claims


def _suggest(
    world: World, text: str, day: date | None, title: str | None = None, event: Event | None = None
) -> Found:
    found = suggestions.suggest(
        text,
        sentences.split_sentences(text, world.language),
        language=world.language,
        vocabulary=world.vocabulary,
        published_at=day,
        title=title,
        event=event,
    )
    return world.afterwards(found)


def shown(text: str, one: Suggestion, found: Found) -> dict[str, Any]:
    """The parts as gold writes them; `part_of` counts the explicit suggestions before the whole."""
    quantity = one.quantity
    whole = None if one.part_of is None else sum(not other.implicit for other in found[: one.part_of])
    return {
        "text": text[one.start : one.end],
        "measure": one.measure,
        "value": quantity.value,
        "bound": quantity.bound.value,
        "low": quantity.hard.low,
        "high": quantity.hard.high,
        "soft_low": quantity.soft.low,
        "soft_high": quantity.soft.high,
        "population": one.population,
        "population_text": one.population_text,
        "origin": one.origin,
        "origin_text": one.origin_text,
        "place": one.place,
        "place_text": one.place_text,
        "scope": one.scope and one.scope.value,
        "since": one.since,
        "as_of": one.as_of,
        "modality": one.modality.value,
        "implicit": one.implicit,
        "part_of": whole,
    }


def _event(given: dict[str, Any] | None) -> Event | None:
    """An event of a gold case: its `start` and `places`."""
    if given is None:
        return None
    return Event("event", "Event", date.fromisoformat(given["start"]), places=tuple(given["places"]))


def _day(given: str | None) -> date | None:
    return date.fromisoformat(given) if given else None
