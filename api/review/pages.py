"""The page of one discrepancy, with the form that answers it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.decision import Confidence, Outcome, ReasonCode
from workbench.crosscheck.origins import Origins
from workbench.exceptions import NotFound, WorkbenchError
from workbench.export import EXPORTERS
from workbench.review.allowed import allowed_outcomes
from workbench.review.policies import proposals
from workbench.store.discrepancies import decisions_on, get_discrepancy
from workbench.store.events import all_events
from workbench.store.series import day_of, series_around

from ..bench import bench
from ..decisions import record
from ..errors import status_of
from ..evidence import evidence_of
from . import form, words
from .arithmetic import sums_of
from .cards import cards_of
from .timeline import timeline_of

blueprint = Blueprint("review", __name__)


@blueprint.app_context_processor
def shared() -> dict[str, Any]:
    return {"words": words, "exports": [name for name, _, _ in EXPORTERS]}


@blueprint.get("/discrepancies/<discrepancy_id>")
def discrepancy(discrepancy_id: str) -> AnyResponse:
    with bench().session() as session:
        values = {"confidence": Confidence.MEDIUM.value, "reviewer": bench().settings.reviewer}
        return _page(session, discrepancy_id, values, {}, 200)


@blueprint.post("/discrepancies/<discrepancy_id>")
def decide(discrepancy_id: str) -> AnyResponse:
    """Records the answer and shows it in the log; or shows what was typed, with what is wrong beside it."""
    values = form.typed(request.form)
    answer, wrong = form.answer_of(values)
    status = 422
    if not wrong:
        try:
            with bench().writing() as session:
                record(session, bench(), discrepancy_id, answer)
        except NotFound:
            return _gone()
        except WorkbenchError as error:
            wrong = error.fields or {"form": [error.message]}
            status, _ = status_of(error)
        else:
            return redirect(url_for(".discrepancy", discrepancy_id=discrepancy_id, _anchor="log"), 303)
    with bench().session() as session:
        return _page(session, discrepancy_id, values, wrong, status)


def _page(
    session: Session, discrepancy_id: str, values: dict[str, str], wrong: dict[str, list[str]], status: int
) -> AnyResponse:
    here = bench()
    try:
        found = get_discrepancy(session, discrepancy_id)
    except NotFound:
        return _gone()
    finding = found.finding
    events = all_events(session)
    evidence = evidence_of(session, here, finding.claims)
    claims = {entry.claim.id: entry.claim for entry in evidence}
    cards, ends = cards_of(evidence, here.vocabulary, events, Origins((), claims))
    numbers = {claim: card.number for card in cards for claim in card.claims}
    first = next(iter(claims.values()), None)
    event = events.get(first.event or "") if first else None
    around = series_around(session, here.vocabulary, first, day_of(first)) if first else []
    line = [*around, *(claim for name, claim in claims.items() if name not in {one.id for one in around})]
    outcomes = list(allowed_outcomes(finding.cls))
    counted = {name: words.population(claim, here.vocabulary) or "" for name, claim in claims.items()}
    page = render_template(
        "review/discrepancy.html",
        found=found,
        finding=finding,
        what=words.what(first, here.vocabulary, event.name if event else None) if first else "",
        cards=cards,
        ends=ends,
        numbers=numbers,
        current=found.as_found(claims),
        timeline=timeline_of(line, numbers, event, claims),
        sums=sums_of(finding.cls, [claims[name] for name in finding.claims if name in claims], counted),
        # Figures of different things, as a part and its whole, are no choice between figures.
        proposals=proposals(list(claims.values())) if claims and Outcome.ACCEPT_RANGE in outcomes else [],
        outcomes=outcomes,
        reasons=list(ReasonCode),
        confidences=list(Confidence),
        values=values,
        wrong=wrong,
        log=decisions_on(session, found.id),
    )
    return Response(page, status)


def _gone() -> AnyResponse:
    """An id is the fingerprint of the evidence: other evidence, other id."""
    return Response(render_template("review/gone.html"), 404)
