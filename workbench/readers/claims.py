"""Claims from JSON lines, one object a line, to be cross-checked without a database."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TextIO, TypeVar

from workbench.core.article import clean_text
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity, quantity_of
from workbench.exceptions import InvalidData
from workbench.readers.record import day_of

MOST = 10**15  # above any count of anything in the news; larger numbers are slips or attacks
Word = TypeVar("Word", bound=StrEnum)


def read_claims(
    stream: TextIO,
    name: str,
    *,
    measures: Collection[str] | None = None,
    events: Mapping[str, Event] | None = None,
) -> Iterator[Claim]:
    """One claim a line, in the order of the file. Blank lines are passed over.

    Fields: those of a suggestion (`measure`, `value`, `bound`, `low`, `high`, `soft_low`, `soft_high`,
    `text`, `start`, `end`, `population`, `population_text`, `origin`, `origin_text`, `place`, `place_text`,
    `since`, `as_of`, `scope`, `modality`, `implicit`, `part_of`) and `id`, `outlet`, `published_at`, `event`,
    `article`, `sentence`, `annotator`, `ground_truth`, `method`, `parts_exhaustive`, `reference`. A field
    that is missing or null is unknown; others are ignored. `part_of` is the id of the whole. Without `low`
    and `high` the intervals follow from value and bound.

    Where `measures` or `events` are given, a claim must name one of them, and its as-of must not lie before
    its event. Raises InvalidData that names file, line and field, for the first line that is wrong; for what
    only the whole file shows (a whole that is not there, a cycle of parts) once all lines are read.
    """
    return check_claims(read_records(stream, name), measures=measures, events=events)


def check_claims(
    records: Iterable[tuple[str, Mapping[str, Any]]],
    *,
    measures: Collection[str] | None = None,
    events: Mapping[str, Event] | None = None,
) -> Iterator[Claim]:
    """As `read_claims`, of records that say where they stand ("claims.jsonl, line 3")."""
    places: dict[str, str] = {}
    wholes: dict[str, str] = {}
    for where, record in records:
        claim = _Record(record, where).claim()
        if claim.id in places:
            first = places[claim.id].removeprefix(where.rpartition(", ")[0] + ", ")
            raise _wrong(where, "id", f"{claim.id!r} is the id of {first} already")
        if measures is not None and claim.measure not in measures:
            raise _wrong(where, "measure", f"unknown {claim.measure!r}; known are {', '.join(measures)}")
        if events is not None:
            _check_event(claim, events, where)
        places[claim.id] = where
        if claim.part_of is not None:
            wholes[claim.id] = claim.part_of
        yield claim
    _check_wholes(wholes, places)


def read_records(stream: TextIO, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each line that is not blank, with where it stands. Raises InvalidData for what is no JSON object."""
    number = 0
    try:
        for number, line in enumerate(stream, start=1):
            text = line.removeprefix("\ufeff").strip()
            if text:
                where = f"{name}, line {number}"
                yield where, _parsed(text, where)
    except UnicodeDecodeError as error:
        raise InvalidData(f"{name}, after line {number}: not UTF-8 text; save it as UTF-8") from error


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidData(f"{where}: not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise InvalidData(f"{where}: JSON that is too deep or a number that is too long") from error
    if not isinstance(record, dict):
        raise InvalidData(f'{where}: must be an object like {{"id": …, "measure": …}}')
    return record


_TOLD = frozenset(Bound) - {Bound.EXACT, Bound.BETWEEN, Bound.VAGUE}


class _Record:
    """One line, read field by field."""

    def __init__(self, record: Mapping[str, Any], where: str) -> None:
        self._record = record
        self._where = where

    def claim(self) -> Claim:
        reference = self._flag("reference")
        return Claim(
            id=self._needed("id"),
            measure=self._needed("measure"),
            quantity=self._quantity(prose=not reference),
            population=self._text("population"),
            population_text=self._text("population_text"),
            origin=self._text("origin"),
            origin_text=self._text("origin_text"),
            place=self._text("place"),
            place_text=self._text("place_text"),
            event=self._text("event"),
            scope=self._word("scope", Scope),
            since=self._period("since"),
            as_of=self._period("as_of"),
            modality=self._word("modality", Modality) or Modality.ASSERTED,
            implicit=self._flag("implicit"),
            part_of=self._part_of(),
            parts_exhaustive=self._flag("parts_exhaustive"),
            method=self._text("method"),
            outlet=self._text("outlet"),
            published_at=self._day("published_at"),
            article=self._text("article"),
            sentence=self._text("sentence"),
            start=self._number("start"),
            end=self._number("end"),
            annotator=self._text("annotator"),
            ground_truth=self._flag("ground_truth"),
            reference=reference,
        )

    def _quantity(self, *, prose: bool) -> Quantity:
        value, low, high = self._number("value"), self._number("low"), self._number("high")
        bound = self._word("bound", Bound)
        if bound is None:
            if value is not None:
                bound = Bound.EXACT
            else:
                bound = Bound.VAGUE if high is None else Bound.BETWEEN
        if bound is Bound.VAGUE and low is None:
            raise self._wrong("low", "a vague figure needs low, the least that its words can mean")
        if bound is Bound.BETWEEN and (low is None or high is None):
            raise self._wrong("low" if low is None else "high", "a figure between two needs low and high")
        if value is None and bound not in (Bound.VAGUE, Bound.BETWEEN) and low is None and high is None:
            raise self._wrong("value", f"a figure that is {bound.value} needs a value, or low and high")
        hard = self._interval("low", low, high) if low is not None or high is not None else None
        soft_low, soft_high = self._number("soft_low"), self._number("soft_high")
        text = self._text("text") or _printed(bound, value, hard)
        try:
            quantity = quantity_of(text, bound, value, hard=hard, prose=prose)
        except InvalidData as error:
            raise self._wrong("value", error.message) from error
        if soft_low is None and soft_high is None:
            return quantity
        soft = self._interval(
            "soft_low",
            quantity.hard.low if soft_low is None else soft_low,
            quantity.hard.high if soft_high is None else soft_high,
        )
        if not soft.within(quantity.hard):
            raise self._wrong("soft_low", f"soft, {soft}, reaches past low and high, {quantity.hard}")
        return Quantity(quantity.text, quantity.value, bound, quantity.hard, soft)

    def _interval(self, field: str, low: int | None, high: int | None) -> Interval:
        low = 0 if low is None else low
        if high is not None and low > high:
            raise self._wrong(field, f"{low} is above its high, {high}")
        return Interval(low, high)

    def _part_of(self) -> str | None:
        whole = self._text("part_of")
        if whole is not None and whole == self._text("id"):
            raise self._wrong("part_of", "a claim cannot be a part of itself")
        return whole

    def _needed(self, field: str) -> str:
        found = self._text(field)
        if found is None:
            raise self._wrong(field, "is missing")
        return found

    def _text(self, field: str) -> str | None:
        given = self._record.get(field)
        if given is None:
            return None
        if field in ("id", "part_of") and isinstance(given, int) and not isinstance(given, bool):
            given = str(given)
        if not isinstance(given, str):
            raise self._wrong(field, "must be a text")
        return clean_text(given).strip() or None

    def _flag(self, field: str) -> bool:
        given = self._record.get(field)
        if given is not None and not isinstance(given, bool):
            raise self._wrong(field, "must be true or false")
        return bool(given)

    def _number(self, field: str) -> int | None:
        given = self._record.get(field)
        if given is None:
            return None
        if isinstance(given, bool) or not isinstance(given, int):
            raise self._wrong(field, f"must be a whole number without separators, not {_short(given)}")
        if not 0 <= given <= MOST:
            raise self._wrong(field, f"must lie between 0 and {MOST:,}")
        return given

    def _word(self, field: str, words: type[Word]) -> Word | None:
        given = self._text(field)
        if given is None:
            return None
        try:
            return words(given)
        except ValueError:
            known = ", ".join(words)
            raise self._wrong(field, f"must be one of {known}, not {_short(given)}") from None

    def _period(self, field: str) -> Period | None:
        given = self._text(field)
        if given is None:
            return None
        try:
            return Period.parse(given)
        except InvalidData as error:
            raise self._wrong(field, error.message) from error

    def _day(self, field: str) -> date | None:
        given = self._text(field)
        day = day_of(given) if given else None
        if given and day is None:
            raise self._wrong(field, f"is no day like 2023-12-24: {_short(given)}")
        return day

    def _wrong(self, field: str, reason: str) -> InvalidData:
        return _wrong(self._where, field, reason)


def _check_event(claim: Claim, events: Mapping[str, Event], where: str) -> None:
    if claim.event is None:
        return
    event = events.get(claim.event)
    if event is None:
        known = ", ".join(events) or "none"
        raise _wrong(where, "event", f"unknown {claim.event!r}; known are {known}")
    last = claim.as_of.last if claim.as_of else claim.published_at
    if last is not None and last < event.start:
        field = "as_of" if claim.as_of else "published_at"
        raise _wrong(where, field, f"{last} lies before {event.id} began, on {event.start}")


def _check_wholes(wholes: Mapping[str, str], places: Mapping[str, str]) -> None:
    """Every whole is there, and no claim is a part of itself by way of others. Linear."""
    checked: set[str] = set()
    for part, whole in wholes.items():
        if whole not in places:
            raise _wrong(places[part], "part_of", f"no claim has the id {whole!r}")
        path: set[str] = set()
        at: str | None = part
        while at is not None and at not in checked:
            if at in path:
                raise _wrong(places[at], "part_of", f"{at!r} is a part of itself, in a cycle")
            path.add(at)
            at = wholes.get(at)
        checked |= path


def _wrong(where: str, field: str, reason: str) -> InvalidData:
    return InvalidData(f"{where}: {field}: {reason}", fields={field: [reason]})


def _printed(bound: Bound, value: int | None, hard: Interval | None) -> str:
    """Words for a figure whose own words were not given: whoever reads them must not take it for another."""
    if value is None:
        return str(hard)
    return f"{bound.value.replace('_', ' ')} {value:,}" if bound in _TOLD else f"{value:,}"


def _short(given: object) -> str:
    text = repr(given)
    return text if len(text) <= 40 else text[:39] + "…"
