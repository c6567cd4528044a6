"""The list of discrepancies, and the page of one with the form that answers it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, redirect, render_template, request, url_for
from marshmallow import EXCLUDE, ValidationError
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.decision import Confidence, Outcome, ReasonCode
from workbench.core.finding import FindingClass, Severity
from workbench.exceptions import InvalidData, NotFound, WorkbenchError
from workbench.export import EXPORTERS
from workbench.review.allowed import allowed_outcomes
from workbench.review.policies import proposals
from workbench.store.articles import list_articles
from workbench.store.claims import list_claims
from workbench.store.discrepancies import decisions_on, get_discrepancy, list_discrepancies
from workbench.store.events import all_events

from ..bench import bench
from ..decisions import record
from ..errors import fields_of, said, status_of
from ..evidence import as_found, claims_of, evidence_of
from ..paging import Page, offset
from ..schemas.discrepancy import DiscrepancyFilters
from . import form, words
from .cards import cards_of

PER_PAGE = 25

blueprint = Blueprint("review", __name__)


@blueprint.app_context_processor
def shared() -> dict[str, Any]:
    return {"words": words, "exports": [name for name, _, _ in EXPORTERS]}


@blueprint.get("/")
def index() -> str:
    """The open discrepancies, the gravest first; others by filter."""
    here = bench()
    filters = _filters()
    cls, severity = filters.get("class_"), filters.get("severity")
    with here.session() as session:
        found, total = list_discrepancies(
            session,
            cls=cls.value if cls else None,
            severity=severity,
            state=None if filters["state"] == "all" else filters["state"],
            offset=offset(filters["page"], PER_PAGE),
            limit=PER_PAGE,
        )
        firsts = claims_of(
            session, here, [entry.finding.claims[0] for entry in found if entry.finding.claims]
        )
        events = all_events(session)
        rows = []
        for entry in found:
            claim = firsts.get(entry.finding.claims[0]) if entry.finding.claims else None
            event = events.get(claim.event or "") if claim else None
            what = words.what(claim, here.vocabulary, event.name if event else None) if claim else ""
            rows.append((entry, what))
        counts = None if total else _counts(session)
    return render_template(
        "review/index.html",
        rows=rows,
        page=Page(rows, filters["page"], PER_PAGE, total),
        filters={
            "state": filters["state"],
            "class": cls.value if cls else "",
            "severity": severity.word if severity is not None else "",
        },
        filtered=cls is not None or severity is not None or filters["state"] != "open",
        classes=list(FindingClass),
        severities=sorted(Severity, reverse=True),
        counts=counts,
    )


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
    cards, ends = cards_of(evidence_of(session, here, finding.claims), here.vocabulary, events)
    claims = claims_of(session, here, finding.claims)
    first = next(iter(claims.values()), None)
    event = events.get(first.event or "") if first else None
    outcomes = list(allowed_outcomes(finding.cls))
    page = render_template(
        "review/discrepancy.html",
        found=found,
        finding=finding,
        what=words.what(first, here.vocabulary, event.name if event else None) if first else "",
        cards=cards,
        ends=ends,
        letters={card.id: card.letter for card in cards},
        current=as_found(found, claims),
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


def _filters() -> dict[str, Any]:
    """Of the address; an empty choice in the form is none. Raises InvalidData naming the filter."""
    given = {name: value for name, value in request.args.items() if value}
    try:
        loaded: dict[str, Any] = DiscrepancyFilters(unknown=EXCLUDE).load({"state": "open", **given})
    except ValidationError as error:
        wrong = fields_of({"query": error.messages})
        raise InvalidData(f"this filter is not known: {said(wrong)}", fields=wrong) from error
    return loaded


def _counts(session: Session) -> dict[str, int]:
    """How far the work has come, so that an empty list can say what to do next."""
    return {
        "articles": list_articles(session, offset=0, limit=1)[1],
        "claims": list_claims(session, {}, offset=0, limit=1)[1],
        "discrepancies": list_discrepancies(session, limit=1)[1],
    }
