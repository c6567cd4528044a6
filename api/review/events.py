"""Events: the list of them, and one with its series, where editors make, edit, merge and split them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from marshmallow import ValidationError
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.article import clean_text
from workbench.core.event import Event
from workbench.exceptions import Conflict, InvalidData, NotFound, WorkbenchError
from workbench.pipeline.events import Derived, edit_event, make_event, merge_events, split_event
from workbench.store.events import events_and_merges, recorded_events
from workbench.store.queue import todo_by_event
from workbench.store.series import SeriesEntry, series_around, series_of_event

from ..bench import Bench, bench
from ..errors import fields_of, status_of
from ..schemas.event import EventInSchema
from . import words
from .timeline import Timeline, kinds_alike, of_scopes, timeline_of

blueprint = Blueprint("events_pages", __name__)

LONGEST = 4000  # characters of a field of the form
FIELDS = ("id", "name", "start", "end", "places", "aliases", "populations")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form as it is shown: what was typed, and what is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, list[str]] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A series of the event, in words and with what the address needs to show it."""

    entry: SeriesEntry
    what: str
    shown: bool

    @property
    def address(self) -> dict[str, str]:
        entry = self.entry
        return {
            "measure": entry.measure,
            **({"population": entry.population} if entry.population else {}),
            **({"place": entry.place} if entry.place else {}),
        }


@blueprint.get("/events")
def index() -> AnyResponse:
    return _list(Sheet())


@blueprint.post("/events")
def make() -> AnyResponse:
    """Makes an event, and goes to its page; or shows what was typed with what is wrong beside it."""
    values = typed(request.form)
    given, wrong = fields_in(values)
    if not wrong:
        try:
            with bench().writing() as session:
                made = make_event(session, Event(**given))
            return redirect(url_for(".event", event_id=made.id), 303)
        except (InvalidData, Conflict) as error:
            return _list(_refused(values, error))
    return _list(Sheet(values, wrong, 422))


@blueprint.get("/events/<path:event_id>")
def event(event_id: str) -> AnyResponse:
    """One that was merged leads to the one that it is. Raises NotFound."""
    with bench().session() as session:
        return _one(session, event_id, None)


@blueprint.post("/events/<path:event_id>")
def alter(event_id: str) -> AnyResponse:
    """Edits the event, merges it into another one, or splits one off again that was merged into it.
    Raises NotFound."""
    here, action = bench(), request.form.get("action", "")
    values = typed(request.form)
    try:
        if action in ("merge", "split"):
            return _derived(_rearranged(here, action, event_id, request.form.get("event", "")))
        given, wrong = fields_in({**values, "id": event_id})
        if not wrong:
            del given["id"]
            with here.writing() as session:
                edit_event(session, event_id, given)
            return redirect(url_for(".event", event_id=event_id, edited="yes"), 303)
        sheet = Sheet(values, wrong, 422)
    except NotFound:
        raise
    except (InvalidData, Conflict) as error:
        sheet = _refused(values if action == "edit" else {}, error)
    with here.session() as session:
        return _one(session, event_id, sheet)


def typed(form: MultiDict[str, str]) -> dict[str, str]:
    """The fields as they were typed, to be shown again."""
    return {name: clean_text(form.get(name, ""))[:LONGEST].strip() for name in FIELDS}


def fields_in(values: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The fields of an event, and what is wrong by field. Lists stand one on a line; populations as
    "place = whom"."""
    pairs = [line.partition("=") for line in _lines(values["populations"])]
    if not all(place.strip() and whom.strip() for place, _, whom in pairs):
        return {}, {"populations": ["Write each on a line of its own: Gaza Strip = palestinians"]}
    given = {
        "id": values["id"],
        "name": values["name"],
        "start": values["start"],
        "end": values["end"] or None,
        "places": _lines(values["places"]),
        "aliases": _lines(values["aliases"]),
        "populations": {place.strip(): whom.strip() for place, _, whom in pairs},
    }
    try:
        loaded: dict[str, Any] = EventInSchema().load(given)
    except ValidationError as error:
        wrong: dict[str, list[str]] = {}
        for name, reasons in fields_of({"json": error.messages}).items():
            wrong.setdefault(name.partition(".")[0], []).extend(reasons)
        return {}, wrong
    return loaded, {}


def values_of(found: Event) -> dict[str, str]:
    """The event as the form shows it."""
    return {
        "id": found.id,
        "name": found.name,
        "start": found.start.isoformat(),
        "end": found.end.isoformat() if found.end else "",
        "places": "\n".join(found.places),
        "aliases": "\n".join(found.aliases),
        "populations": "\n".join(f"{place} = {whom}" for place, whom in found.populations.items()),
    }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _refused(values: Mapping[str, str], error: WorkbenchError) -> Sheet:
    known = {name: reasons for name, reasons in error.fields.items() if name in FIELDS}
    return Sheet(values, known or {"form": [error.message]}, status_of(error)[0])


def _rearranged(here: Bench, action: str, event_id: str, other: str) -> Derived:
    settings = here.check_settings
    with here.writing() as session:
        if action == "merge":
            return merge_events(session, here.vocabulary, event_id, other, now=here.now(), settings=settings)
        return split_event(session, here.vocabulary, other, now=here.now(), settings=settings)


def _derived(derived: Derived) -> AnyResponse:
    checked = derived.checked
    return redirect(url_for(".event", event_id=derived.event.id, came=checked.came, went=checked.went), 303)


def _list(sheet: Sheet) -> AnyResponse:
    with bench().session() as session:
        (events, merged), todo = events_and_merges(session), todo_by_event(session)
    page = render_template(
        "review/events.html",
        events=list(events.values())[::-1],  # the newest first
        within={into: sum(other == into for other in merged.values()) for into in merged.values()},
        todo=todo,
        values=sheet.values,
        wrong=sheet.wrong,
    )
    return Response(page, sheet.status)


def _one(session: Session, event_id: str, sheet: Sheet | None) -> AnyResponse:
    here, (events, into) = bench(), events_and_merges(session)
    if event_id in into:
        return redirect(url_for(".event", event_id=into[event_id]), 303)
    found = events.get(event_id)
    if found is None:
        raise NotFound(f"no event {event_id!r}")
    merged = recorded_events(session, [event_id, *(name for name, of in into.items() if of == event_id)])
    entries = series_of_event(session, event_id)
    chosen = _chosen(entries)
    page = render_template(
        "review/event.html",
        event=found,
        merged=[merged[name] for name in sorted(merged) if name != event_id],
        others=[other for other in events.values() if other.id != event_id],
        series=[
            Row(
                entry,
                words.kind(entry.measure, entry.population, entry.place, here.vocabulary),
                entry is chosen,
            )
            for entry in entries
        ],
        timeline=_line(session, here, found, chosen) if chosen else None,
        todo=todo_by_event(session).get(event_id, 0),
        people=[(place, words.term_of(whom, here.vocabulary)) for place, whom in found.populations.items()],
        values=sheet.values if sheet and sheet.values else values_of(merged[event_id]),
        wrong=sheet.wrong if sheet else {},
        edited="edited" in request.args,
        derived=_derived_words(),
    )
    return Response(page, sheet.status if sheet else 200)


def _derived_words() -> str:
    came, went = request.args.get("came", ""), request.args.get("went", "")
    if not (came.isdigit() and went.isdigit() and len(came + went) < 20):
        return ""
    return f"{int(came):,} findings came and {int(went):,} went"


def _chosen(entries: list[SeriesEntry]) -> SeriesEntry | None:
    """The series that the address names, else the longest that goes over several days."""
    asked = tuple(request.args.get(name) for name in ("measure", "population", "place"))
    named = (entry for entry in entries if (entry.measure, entry.population, entry.place) == asked)
    long = (entry for entry in entries if entry.first != entry.last)
    return next(named, None) or next(long, None) or next(iter(entries), None)


def _line(session: Session, here: Bench, found: Event, chosen: SeriesEntry) -> Timeline | None:
    if chosen.last is None:
        return None
    claims = series_around(
        session,
        here.vocabulary,
        event=found.id,
        measure=chosen.measure,
        kinds=kinds_alike([(chosen.population, chosen.place)], found, here.vocabulary),
        day=chosen.last,
    )
    ((scope, _),) = Counter(claim.scope for claim in claims).most_common(1) or [(None, 0)]
    return timeline_of(of_scopes(claims, {scope}), {}, found, ())
