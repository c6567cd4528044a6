"""A store of any size, filled with rows of our own making, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from itertools import chain, islice
from typing import Any

import msgspec
from sqlalchemy import JSON, Connection, Engine, insert

from workbench.core.case import State, rank_of
from workbench.core.claim import Claim, Scope
from workbench.core.finding import FindingClass, Severity
from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of
from workbench.store import rows
from workbench.store.values import as_json

OUTLETS = [f"Outlet {number}" for number in range(60)]
ORIGINS = [f"Ministry {number}" for number in range(40)]
MEASURES = ["killed", "injured", "missing", "held", "released"]
EVENTS = [f"event-{number}" for number in range(50)]
PLACES = [f"Place {number}" for number in range(20)]
SEVERITIES = {
    FindingClass.HARD_CONFLICT: Severity.HIGH,
    FindingClass.ATTRIBUTION_MISMATCH: Severity.HIGH,
    FindingClass.DROP: Severity.MEDIUM,
    FindingClass.TENSION: Severity.LOW,
    FindingClass.GROWTH: Severity.INFO,
    FindingClass.ECHO: Severity.INFO,
}
START = date(2023, 1, 1)
NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)
IN_ARTICLE = 50  # claims
AT_ONCE = 5_000
RECENT = 1_000  # that are kept, since neighbours are asked for together


def fill(engine: Engine, *, claims: int, discrepancies: int) -> list[str]:
    """Fills an empty store at the newest schema; some ids of discrepancies, spread over all of them."""
    _fixed(engine)
    _pour(engine, rows.ArticleRow, _articles(claims))
    _pour(engine, rows.VersionRow, _versions(claims))
    _pour(engine, rows.SentenceRow, _sentences(claims))
    _pour(engine, rows.VersionSentenceRow, _places(claims))
    _pour(engine, rows.AnnotationRow, _annotations(claims))
    _pour(engine, rows.ClaimRow, _claims(claims))
    found = list(_findings(claims, discrepancies))
    _pour(engine, rows.DiscrepancyRow, (row for row, _ in found))
    _pour(
        engine,
        rows.DiscrepancyClaimRow,
        (
            {"discrepancy_id": row["id"], "position": place, "claim_id": _claim_id(number)}
            for row, numbers in found
            for place, number in enumerate(numbers)
        ),
    )
    voices = {
        (kind, name, row["id"])
        for row, numbers in found
        for number in numbers
        for kind, name in (("outlet", OUTLETS[_outlet(number)]), ("origin", _origin(number)))
    }
    _pour(
        engine,
        rows.VoiceRow,
        ({"kind": kind, "name": name, "discrepancy_id": found} for kind, name, found in sorted(voices)),
    )
    with engine.begin() as connection:
        connection.exec_driver_sql("ANALYZE")
    return [row["id"] for row, _ in found[:: max(1, len(found) // 50)]]


def _fixed(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            insert(rows.EventRow),
            [
                {
                    "id": name,
                    "name": f"War of {name}",
                    "start": START,
                    "end": None,
                    "places": [],
                    "aliases": [],
                    "populations": {},
                }
                for name in EVENTS
            ],
        )
        project = {"id": 1, "server": "local", "number": 1, "title": "Numeric claims", "pulled_to": NOON}
        connection.execute(insert(rows.ProjectRow), [project])


def _pour(engine: Engine, kind: type[rows.Row], values: Iterator[dict[str, Any]]) -> None:
    """In one transaction; by COPY where there is one."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            _copy(connection, kind.__table__, values)
            return
        connection.exec_driver_sql("PRAGMA cache_size = -400000")  # kB: ids come in no order
        while some := list(islice(values, AT_ONCE)):
            connection.execute(insert(kind), some)


def _copy(connection: Connection, table: Any, values: Iterator[dict[str, Any]]) -> None:
    """Columns that no row gives are left to the database."""
    first = next(values, None)
    if first is None:
        return
    kinds = {column.name: isinstance(column.type, JSON) for column in table.columns if column.name in first}
    names = ", ".join(f'"{name}"' for name in kinds)
    with connection.connection.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
        for row in chain([first], values):
            copy.write_row([_written(row[name]) if json else row[name] for name, json in kinds.items()])


def _written(value: Any) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode()


def _articles(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(0, claims, IN_ARTICLE):
        name = _article_id(number)
        yield {
            "id": name,
            "outlet": OUTLETS[_outlet(number)],
            "url": f"https://news.example/{number}",
            "file": None,
            "ingested_at": NOON,
        }


def _versions(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(0, claims, IN_ARTICLE):
        yield {
            "id": _article_id(number)[::-1],
            "article_id": _article_id(number),
            "number": 1,
            "current": True,
            "outlet": OUTLETS[_outlet(number)],
            "published_at": START + timedelta(days=number // IN_ARTICLE % 400),
            "title": f"Report {number // IN_ARTICLE}",
            "language": "en",
            "event_id": None,
            "text": " ".join(_text(at) for at in range(number, min(claims, number + IN_ARTICLE))),
            "suggester": None,
            "ingested_at": NOON,
        }


def _sentences(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(claims):
        start, text = _start(number), _text(number)
        yield {
            "id": _sentence_id(number),
            "article_id": _article_id(number),
            "start": start,
            "end": start + len(text),
            "text": text,
        }


def _places(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(claims):
        yield {
            "version_id": _article_id(number)[::-1],
            "position": number % IN_ARTICLE,
            "sentence_id": _sentence_id(number),
            "suggestions": None,
        }


def _annotations(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(claims):
        yield {
            "id": _sentence_id(number)[::-1],
            "project_id": 1,
            "sentence_id": _sentence_id(number),
            "annotator": "ann@example.org",
            "created_at": NOON,
            "updated_at": NOON,
            "answer": None,
            "cancelled": False,
            "ground_truth": False,
            "lead_time": None,
            "regions": [],
            "deleted_at": None,
        }


def _claims(claims: int) -> Iterator[dict[str, Any]]:
    for number in range(claims):
        claim = claim_at(number)
        yield {
            "id": claim.id,
            "annotation_id": _sentence_id(number)[::-1],
            "sentence_id": claim.sentence,
            "article_id": claim.article,
            "chosen": True,
            "measure": claim.measure,
            "event_id": claim.event,
            "population": claim.population,
            "place": claim.place,
            "origin": claim.origin,
            "outlet": claim.outlet,
            "value": claim.quantity.value,
            "day": claim.published_at,
            "body": as_json(claim),
        }


@lru_cache(RECENT)
def claim_at(number: int) -> Claim:
    """The claim with this number: neighbours in number are of one series, on days that follow."""
    text = _text(number)
    start = _start(number)
    words = f"{_value(number):,}"
    within = text.index(words)
    series = number // 200
    return Claim(
        id=_claim_id(number),
        measure=MEASURES[series % 5],
        quantity=quantity_of(words, Bound.EXACT, _value(number)),
        population="people",
        population_text="people",
        origin=_origin(number),
        origin_text=_origin(number),
        place=PLACES[series % 20],
        place_text=PLACES[series % 20],
        event=EVENTS[series % 50],
        scope=Scope.CUMULATIVE,
        as_of=Period.day(START + timedelta(days=number % 400)),
        outlet=OUTLETS[_outlet(number)],
        published_at=START + timedelta(days=number % 400),
        article=_article_id(number),
        sentence=_sentence_id(number),
        start=start + within,
        end=start + within + len(words),
        annotator="ann@example.org",
    )


def _findings(claims: int, discrepancies: int) -> Iterator[tuple[dict[str, Any], list[int]]]:
    chance = random.Random(1)
    classes = list(SEVERITIES)
    for place in range(discrepancies):
        first = place * (claims - 4) // discrepancies
        numbers = list(range(first, min(claims, first + chance.choice((2, 2, 3, 4)))))
        one, other = claim_at(numbers[0]), claim_at(numbers[-1])
        cls = classes[place % len(classes)]
        severity = SEVERITIES[cls]
        state = State.NOTE if severity is Severity.INFO else State.OPEN
        wanted = {number: claim_at(number) for number in numbers}
        evidence = sorted(claim.content() for claim in wanted.values())
        row = {
            "id": content_id("finding", cls.value, evidence),
            "class": cls.value,
            "severity": int(severity),
            "rule": f"{cls.value}@1",
            "message": f"{one.source} has {one.quantity.text}, and {other.source} {other.quantity.text}.",
            "found_at": NOON - timedelta(days=place % 60),
            "rank": rank_of(severity, cls),
            "state": state.value,
            "todo": state.todo,
            "measure": one.measure,
            "event_id": one.event,
        }
        yield row, numbers


@lru_cache(RECENT)
def _start(number: int) -> int:
    """Where its sentence begins in the article."""
    return 0 if number % IN_ARTICLE == 0 else _start(number - 1) + len(_text(number - 1)) + 1


@lru_cache(RECENT)
def _text(number: int) -> str:
    return f"{_origin(number)} said that {_value(number):,} people had died by then."


def _value(number: int) -> int:
    return 1_000 + number % 400 * 10 + number % 7


def _outlet(number: int) -> int:
    return number // IN_ARTICLE % len(OUTLETS)


def _origin(number: int) -> str:
    return ORIGINS[number % len(ORIGINS)]


def _article_id(number: int) -> str:
    return _named("article", number // IN_ARTICLE)


def _sentence_id(number: int) -> str:
    return _named("sentence", number)


def _claim_id(number: int) -> str:
    return _named("claim", number)


def _named(kind: str, number: int) -> str:
    """As ids of ours look, in less time than they take."""
    return blake2b(f"{kind} {number}".encode(), digest_size=16).hexdigest()
