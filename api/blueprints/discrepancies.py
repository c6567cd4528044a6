"""What the cross-check found."""

from __future__ import annotations

from typing import Any

from workbench.pipeline.decide import reopened_by
from workbench.pipeline.explain import explain
from workbench.review.allowed import allowed_outcomes
from workbench.store.discrepancies import decisions_on, get_discrepancy, list_discrepancies

from ..bench import bench
from ..evidence import claims_of, evidence_of
from ..openapi import Blueprint
from ..paging import Page, offset, page_schema
from ..schemas.discrepancy import (
    DiscrepancyFilters,
    DiscrepancySchema,
    ExplanationSchema,
    WholeDiscrepancySchema,
)

blueprint = Blueprint("discrepancies", __name__, "Claims that cannot all be so, and why.")


@blueprint.route("/discrepancies", methods=["GET"])
@blueprint.arguments(DiscrepancyFilters, location="query")
@blueprint.response(200, page_schema("DiscrepancyPage", DiscrepancySchema))
@blueprint.doc(summary="The discrepancies, the gravest first")
def get_discrepancies(arguments: dict[str, Any]) -> Page:
    return discrepancy_page(arguments)


@blueprint.route("/discrepancies/<discrepancy_id>", methods=["GET"])
@blueprint.response(200, WholeDiscrepancySchema)
@blueprint.errors(404)
@blueprint.doc(summary="A discrepancy with its claims in full, their sentences, and the log of decisions")
def get_one_discrepancy(discrepancy_id: str) -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        found = get_discrepancy(session, discrepancy_id)
        return {
            "id": found.id,
            "finding": found.finding,
            "open": found.open,
            "found_at": found.found_at,
            "decision": found.decision,
            "evidence": evidence_of(session, here, found.finding.claims),
            "as_found": found.as_found(claims_of(session, here, found.finding.claims)),
            "reopened": reopened_by(session, here.vocabulary, found),
            "allowed_outcomes": list(allowed_outcomes(found.finding.cls)),
            "decisions": decisions_on(session, found.id),
        }


@blueprint.route("/discrepancies/<discrepancy_id>/explanation", methods=["GET"])
@blueprint.response(200, ExplanationSchema)
@blueprint.errors(404)
@blueprint.doc(
    summary="Claims, intervals, timeline, arithmetic, origins, policies, and what was not compared"
)
def get_explanation(discrepancy_id: str) -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        found = get_discrepancy(session, discrepancy_id)
        return {"sections": explain(session, here.vocabulary, found)}


def discrepancy_page(arguments: dict[str, Any]) -> Page:
    """`arguments` is what DiscrepancyFilters loaded."""
    page, per_page, state = arguments["page"], arguments["per_page"], arguments["state"]
    cls = arguments.get("class_")
    with bench().session() as session:
        found, total = list_discrepancies(
            session,
            cls=cls.value if cls else None,
            severity=arguments.get("severity"),
            state=None if state == "all" else state,
            series_of=arguments.get("series_of"),
            offset=offset(page, per_page),
            limit=per_page,
        )
    return Page(found, page, per_page, total)
