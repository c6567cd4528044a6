"""The page of one discrepancy, with the form that answers it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.account import Role
from workbench.core.article import clean_text
from workbench.core.case import State
from workbench.core.changes import reopened, shown
from workbench.core.claim import Claim
from workbench.core.decision import Confidence, Outcome, ReasonCode
from workbench.core.event import Event
from workbench.exceptions import NotFound, WorkbenchError
from workbench.export import LIVE
from workbench.pipeline.decide import withdraw
from workbench.pipeline.origins import rule
from workbench.review.allowed import allowed_outcomes
from workbench.review.policies import proposals
from workbench.store.cases import give_back, take
from workbench.store.discrepancies import case_log, decisions_on, get_discrepancy, successor_of
from workbench.store.events import events_and_merges
from workbench.store.queue import get_entry, key_of, next_after
from workbench.store.series import day_of, series_around

from ..access import asking
from ..bench import Bench, bench
from ..decisions import record
from ..errors import status_of
from ..evidence import evidence_of
from ..schemas.decision import LONGEST_NOTE
from ..who import signed_name, who
from . import desks, form, queue, stale, words
from .arithmetic import sums_of
from .cards import cards_of
from .drawing import drawing_of
from .origins import graph_of, origins_around
from .timeline import kinds_alike, of_scopes, timeline_of

blueprint = Blueprint("review", __name__)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The form as it is shown: what was typed, what is wrong with it, and what has changed under it."""

    values: dict[str, str]
    wrong: dict[str, list[str]] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    status: int = 200


@blueprint.app_context_processor
def shared() -> dict[str, Any]:
    me = asking(bench().settings)
    editor = me is not None and me.role >= Role.EDITOR
    return {
        "words": words,
        "me": me,
        "admin": me is not None and me.role >= Role.ADMIN,
        "editor": editor,
        "exports": LIVE if editor else (),
    }


@blueprint.get("/discrepancies/<discrepancy_id>")
def discrepancy(discrepancy_id: str) -> AnyResponse:
    values = {"confidence": Confidence.MEDIUM.value, "reviewer": who()}
    with bench().session() as session:
        return _page(session, discrepancy_id, Sheet(values))


@blueprint.post("/discrepancies/<discrepancy_id>")
def decide(discrepancy_id: str) -> AnyResponse:
    """Records the answer and goes on to the next case of the view; or shows what was typed, and beside it
    what is wrong with it, or what has changed since the page was opened."""
    values = form.typed(request.form)
    values["reviewer"] = signed_name() or values["reviewer"]
    answer, wrong = form.answer_of(values)
    here = bench()
    sheet = Sheet(values, wrong, status=422)
    if not wrong:
        try:
            with here.writing() as session:
                stale.check_log(request.form, decisions_on(session, discrepancy_id))
                desks.check_desk(session, here, discrepancy_id, request.form)
                key = key_of(session, discrepancy_id)
                record(session, here, discrepancy_id, answer)
                desks.leave(session, discrepancy_id)
            return _onward(discrepancy_id, key)
        except NotFound:
            pass
        except WorkbenchError as error:
            wrong = error.fields or {"form": [error.message]}
            sheet = Sheet(values, wrong, stale.told(error), status_of(error)[0])
    with here.session() as session:
        return _page(session, discrepancy_id, sheet)


@blueprint.post("/discrepancies/<discrepancy_id>/undo")
def undo(discrepancy_id: str) -> AnyResponse:
    """Takes the answer back, as a new entry of the log. Raises NotFound, and Conflict where there is none, or
    where it is not the one that the page showed."""
    here = bench()
    with here.writing() as session:
        stale.check_log(request.form, decisions_on(session, discrepancy_id))
        withdraw(session, discrepancy_id, reviewer=who(), now=here.now())
    return redirect(_address(discrepancy_id, _anchor="log"), 303)


@blueprint.post("/discrepancies/<discrepancy_id>/desk")
def desk(discrepancy_id: str) -> AnyResponse:
    """Puts the case on the reviewer's desk, or gives it back; "begin" takes it from nobody whose time is not
    over, and says in a line who that is. Raises NotFound."""
    here, action = bench(), request.form.get("action")
    with here.writing() as session:
        get_discrepancy(session, discrepancy_id)
        if action == "begin":
            hold = desks.begin(session, here, discrepancy_id)
            return Response("", 204) if hold is None else Response(hold.told, 409, mimetype="text/plain")
        if action == "give":
            give_back(session, discrepancy_id)
        else:
            take(session, discrepancy_id, who(), now=here.now())
    return redirect(_address(discrepancy_id), 303)


@blueprint.post("/discrepancies/<discrepancy_id>/edge")
def edge(discrepancy_id: str) -> AnyResponse:
    """Cuts an edge between origins, or adds one. Raises InvalidData, and NotFound where there is none."""
    here, given = bench(), request.form
    with here.writing() as session:
        get_discrepancy(session, discrepancy_id)
        rule(
            session,
            copy=clean_text(given.get("copy", "")),
            original=clean_text(given.get("original", "")),
            cut=given.get("action") == "cut",
            reviewer=who(),
            now=here.now(),
            note=clean_text(given.get("note", ""))[:LONGEST_NOTE],
        )
    return redirect(_address(discrepancy_id, _anchor="origins"), 303)


@blueprint.get("/discrepancies/<discrepancy_id>/next")
def following(discrepancy_id: str) -> AnyResponse:
    """The case after this one in the view."""
    with bench().session() as session:
        key = key_of(session, discrepancy_id)
    return _onward(None, key)


def _onward(done: str | None, key: tuple[int, str] | None) -> AnyResponse:
    """To the next case of the view, or to the queue where this was the last one."""
    view: dict[str, Any] = dict(queue.view_of(request.args))
    if done is not None:
        view["done"] = done
    filters = queue.filters_of(
        queue.read({"state": queue.TODO, **queue.view_of(request.args)}), bench().now()
    )
    with bench().session() as session:
        found = next_after(session, filters, key) if key else None
    if found is None:
        return redirect(url_for("queue.index", **view), 303)
    return redirect(url_for(".discrepancy", discrepancy_id=found, **view), 303)


def _address(discrepancy_id: str, **more: Any) -> str:
    view: dict[str, Any] = {**queue.view_of(request.args), **more}
    return url_for(".discrepancy", discrepancy_id=discrepancy_id, **view)


def _page(session: Session, discrepancy_id: str, sheet: Sheet) -> AnyResponse:
    """The page; that of the case which has taken its place, as a conflict, where the evidence has changed."""
    try:
        entry = get_entry(session, discrepancy_id)
    except NotFound:
        return _gone(session, sheet)
    here = bench()
    found = entry.discrepancy
    finding = found.finding
    events, merged = events_and_merges(session)
    evidence = evidence_of(session, here, finding.claims, merged=merged)
    claims = {one.claim.id: one.claim for one in evidence}
    origins, edges, rulings = origins_around(session, here.vocabulary, claims)
    cards, ends = cards_of(evidence, here.vocabulary, events, origins)
    numbers = {claim: card.number for card in cards for claim in card.claims}
    first = next(iter(claims.values()), None)
    event = events.get(first.event or "") if first else None
    around = _around(session, here, first, event, [*claims.values()]) if first else []
    line = [*around, *(claim for name, claim in claims.items() if name not in {one.id for one in around})]
    outcomes = list(allowed_outcomes(finding.cls))
    counted = {name: words.population(claim, here.vocabulary) or "" for name, claim in claims.items()}
    there = [claims[name] for name in finding.claims if name in claims]
    opened = stale.Opened(finding.cls.value, list(finding.claims), shown(there))
    graph = graph_of(claims, numbers, origins, edges, rulings)
    log, before = case_log(session, found.id)
    again = before if entry.state is State.REOPENED else None
    changed = sheet.changed or (stale.changed_since(request.form, opened) if request.form else [])
    page = render_template(
        "review/discrepancy.html",
        found=found,
        state=entry.state,
        finding=finding,
        what=words.what(first, here.vocabulary, event.name if event else None) if first else "",
        event=event,
        cards=cards,
        ends=ends,
        numbers=numbers,
        current=found.as_found(claims),
        timeline=timeline_of(line, numbers, event, claims),
        sums=sums_of(finding.cls, there, counted),
        graph=graph,
        drawing=drawing_of(graph),
        # Figures of different things, as a part and its whole, are no choice between figures.
        proposals=proposals(list(claims.values())) if claims and Outcome.ACCEPT_RANGE in outcomes else [],
        outcomes=outcomes,
        reasons=list(ReasonCode),
        confidences=list(Confidence),
        values=sheet.values,
        wrong=sheet.wrong,
        changed=changed,
        log=log,
        evidence=stale.written(opened),
        again=again and reopened(again[0], again[1], shown(there)),
        hold=desks.hold_of(entry.desk, here),
        view=queue.view_of(request.args),
        done=request.args.get("done", ""),
        two_person=here.house.two_person,
    )
    return Response(page, sheet.status)


def _around(
    session: Session, here: Bench, first: Claim, event: Event | None, claims: list[Claim]
) -> list[Claim]:
    """What else counts the same as the claims of the case."""
    if first.event is None:
        return []
    same = {(claim.population, claim.place) for claim in claims if claim.measure == first.measure}
    found = series_around(
        session,
        here.vocabulary,
        event=first.event,
        measure=first.measure,
        kinds=kinds_alike(same, event, here.vocabulary),
        day=day_of(first),
    )
    return of_scopes(found, {claim.scope for claim in claims})


def _gone(session: Session, sheet: Sheet) -> AnyResponse:
    """An id is the fingerprint of the evidence: other evidence, other id. What was typed goes along."""
    opened = stale.read(request.form.get("evidence", ""))
    successor = successor_of(session, opened.cls, opened.claims) if opened else None
    if successor is None:
        typed = {name: value for name, value in sheet.values.items() if value} if request.form else {}
        return Response(render_template("review/gone.html", typed=typed), 404)
    message = "The evidence has changed while you had this open. What you typed is kept; look again."
    return _page(session, successor, Sheet(sheet.values, {"form": [message]}, status=409))
