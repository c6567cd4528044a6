"""The queue of discrepancies: which are shown is all in the address, so that an address is a saved view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from marshmallow import EXCLUDE, Schema, ValidationError, fields, validate
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.article import clean_text
from workbench.core.case import State
from workbench.core.finding import FindingClass, Severity
from workbench.exceptions import InvalidData
from workbench.pipeline.decide import decide_in_bulk
from workbench.review.allowed import IN_BULK
from workbench.store.articles import list_articles
from workbench.store.cases import ORIGIN, OUTLET
from workbench.store.claims import list_claims
from workbench.store.discrepancies import list_discrepancies
from workbench.store.events import all_events
from workbench.store.queue import Entry, Filters, Key, QueuePage, count_queue, desks, queue_page, voices

from ..bench import Bench, bench
from ..errors import fields_of, said
from ..evidence import claims_of
from ..schemas.common import SeverityWord, Text
from ..schemas.decision import LONGEST_NAME
from ..who import signed_name, who
from . import words

PER_PAGE = 25
TODO = "open"  # all that somebody still has to decide
SHOWN: Mapping[str, frozenset[State] | None] = {
    TODO: frozenset(state for state in State if state.todo),
    "untouched": frozenset({State.OPEN}),
    **{state.value: frozenset({state}) for state in State if state is not State.OPEN},
    "all": None,
}
AGES: Mapping[str, tuple[int | None, int | None]] = {  # days: at most, at least
    "1": (1, None),
    "7": (7, None),
    "over-7": (None, 7),
    "over-30": (None, 30),
}

blueprint = Blueprint("queue", __name__)


class QueueArguments(Schema):
    """The address of a view; an empty choice in the form is none."""

    state = fields.String(load_default=TODO, validate=validate.OneOf(SHOWN))
    cls = fields.Enum(FindingClass, by_value=True, data_key="class")
    severity = SeverityWord()
    measure = Text()
    event = Text()
    outlet = Text()
    origin = Text()
    assignee = Text()
    age = fields.String(validate=validate.OneOf(AGES))
    answered = fields.Integer(load_default=None, validate=validate.Range(0, PER_PAGE))
    left = fields.Integer(load_default=0, validate=validate.Range(0, PER_PAGE))
    after = fields.String(validate=validate.Regexp(r"^\d{1,6}-[0-9a-f]{1,32}$"))
    before = fields.String(validate=validate.Regexp(r"^\d{1,6}-[0-9a-f]{1,32}$"))


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the queue: the stored entry, what it counts, and why it stands where it does."""

    entry: Entry
    what: str
    why: str

    @property
    def bulk(self) -> bool:
        """May it be answered together with others?"""
        return self.entry.discrepancy.finding.cls in IN_BULK and self.entry.discrepancy.decision is None


@blueprint.get("/")
def index() -> str:
    """The open discrepancies, the gravest first; others by filter."""
    here = bench()
    given, arguments = _arguments()
    filters = filters_of(arguments, here.now())
    with here.session() as session:
        page = queue_page(
            session,
            filters,
            limit=PER_PAGE,
            after=key_read(arguments.get("after")),
            before=key_read(arguments.get("before")),
        )
        counts = count_queue(session, filters)
        events = all_events(session)
        rows = _rows(session, here, page, {name: event.name for name, event in events.items()})
        choices = {
            "outlet": voices(session, OUTLET),
            "origin": voices(session, ORIGIN),
            "assignee": desks(session),
        }
        progress = None if rows or counts or given != {"state": TODO} else _progress(session)
    by_state = {name: _total(counts, states) for name, states in SHOWN.items()}
    return render_template(
        "review/index.html",
        rows=rows,
        before=key_written(page.before),
        after=key_written(page.after),
        beyond="after" in arguments or "before" in arguments,
        filters=given,
        filtered=given != {"state": TODO},
        bulk=any(row.bulk for row in rows),
        by_state=by_state,
        by_severity=_by_severity(counts, SHOWN[given["state"]]),
        total=by_state[given["state"]],
        choices={
            "class": [(cls.value, words.term(cls)) for cls in FindingClass],
            "severity": [(severity.word, words.SEVERITIES[severity]) for severity in sorted(Severity)[::-1]],
            "measure": [(name, measure.label) for name, measure in here.vocabulary.measures.items()],
            "event": [(name, event.name) for name, event in events.items()],
            **{name: [(value, value) for value in found] for name, found in choices.items()},
            "age": list(words.AGES.items()),
        },
        progress=progress,
        done=request.args.get("done", ""),
        answered=arguments["answered"],
        left=arguments["left"],
        reviewer=who(),
    )


@blueprint.post("/bulk")
def bulk() -> AnyResponse:
    """Answers the chosen notes of growth and of echo, and no others; then the same view again."""
    here = bench()
    view = view_of(request.form)
    typed = clean_text(request.form.get("reviewer", "")).strip()[:LONGEST_NAME]
    reviewer = signed_name() or typed
    with here.writing() as session:
        answered, left = decide_in_bulk(
            session,
            here.vocabulary,
            request.form.getlist("discrepancy")[:PER_PAGE],
            reviewer=reviewer,
            now=here.now(),
            two_person=here.house.two_person,
        )
    told: dict[str, Any] = {**view, "answered": len(answered), "left": len(left)}
    return redirect(url_for(".index", **told), 303)


def view_of(arguments: Mapping[str, Any]) -> dict[str, str]:
    """The filters of an address, as they go into another one: without the place in the list."""
    return {
        name: value
        for name, value in arguments.items()
        if name in NAMES and isinstance(value, str) and value.strip()
    }


NAMES = ("state", "class", "severity", "measure", "event", "outlet", "origin", "assignee", "age")


def read(given: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that were given, loaded. Raises InvalidData naming the filter."""
    kept = {name: value for name, value in given.items() if value}
    try:
        loaded: dict[str, Any] = QueueArguments(unknown=EXCLUDE).load(kept)
    except ValidationError as error:
        wrong = fields_of({"query": error.messages})
        raise InvalidData(f"this filter is not known: {said(wrong)}", fields=wrong) from error
    return loaded


def filters_of(arguments: Mapping[str, Any], now: datetime) -> Filters:
    """What QueueArguments loaded, as the store takes it."""
    youngest, oldest = AGES.get(arguments.get("age", ""), (None, None))
    return Filters(
        states=SHOWN[arguments["state"]],
        cls=arguments.get("cls"),
        severity=arguments.get("severity"),
        measure=arguments.get("measure"),
        event=arguments.get("event"),
        outlet=arguments.get("outlet"),
        origin=arguments.get("origin"),
        assignee=arguments.get("assignee"),
        since=None if youngest is None else now - timedelta(days=youngest),
        before=None if oldest is None else now - timedelta(days=oldest),
    )


def key_read(written: str | None) -> Key | None:
    rank, _, discrepancy_id = (written or "").partition("-")
    return (int(rank), discrepancy_id) if rank else None


def key_written(key: Key | None) -> str | None:
    return None if key is None else f"{key[0]}-{key[1]}"


def _arguments() -> tuple[dict[str, str], dict[str, Any]]:
    arguments = read(request.args)
    return {"state": TODO, **view_of(request.args)}, arguments


def _rows(session: Session, here: Bench, page: QueuePage, events: Mapping[str, str]) -> list[Row]:
    ids = [claim for entry in page.entries for claim in entry.discrepancy.finding.claims[:1]]
    firsts = claims_of(session, here, ids)
    rows = []
    for entry in page.entries:
        finding = entry.discrepancy.finding
        claim = firsts.get(finding.claims[0]) if finding.claims else None
        what = words.what(claim, here.vocabulary, events.get(claim.event or "")) if claim else ""
        rows.append(Row(entry, what, words.why(finding)))
    return rows


def _total(counts: Mapping[tuple[State, Severity], int], states: frozenset[State] | None) -> int:
    return sum(count for (state, _), count in counts.items() if states is None or state in states)


def _by_severity(
    counts: Mapping[tuple[State, Severity], int], states: frozenset[State] | None
) -> list[tuple[Severity, int]]:
    return [
        (severity, total)
        for severity in sorted(Severity)[::-1]
        if (
            total := sum(
                count
                for (state, found), count in counts.items()
                if found is severity and (states is None or state in states)
            )
        )
    ]


def _progress(session: Session) -> dict[str, int]:
    """How far the work has come, so that an empty list can say what to do next."""
    return {
        "articles": list_articles(session, offset=0, limit=1)[1],
        "claims": list_claims(session, {}, offset=0, limit=1)[1],
        "discrepancies": list_discrepancies(session, limit=1)[1],
    }
