"""Who copies whom, and what reviewers say of it."""

from __future__ import annotations

from typing import Any

from workbench.core.edge import Ruling
from workbench.pipeline.origins import rule
from workbench.store.edges import all_rulings, list_edges

from ..bench import bench
from ..openapi import Blueprint
from ..paging import Page, offset, page_schema
from ..schemas.origin import EdgeFilters, EdgeSchema, RulingInSchema, RulingSchema, RulingsSchema
from ..who import signed_name

blueprint = Blueprint("origins", __name__, "Who copies whom: origins are counted, not outlets.")


@blueprint.route("/origins/edges", methods=["GET"])
@blueprint.arguments(EdgeFilters, location="query")
@blueprint.response(200, page_schema("EdgePage", EdgeSchema))
@blueprint.doc(summary="The edges that the last cross-check saw, with their evidence")
def get_edges(arguments: dict[str, Any]) -> Page:
    page, per_page = arguments["page"], arguments["per_page"]
    with bench().session() as session:
        edges, total = list_edges(
            session, arguments.get("end"), offset=offset(page, per_page), limit=per_page
        )
    return Page(edges, page, per_page, total)


@blueprint.route("/origins/rulings", methods=["GET"])
@blueprint.response(200, RulingsSchema)
@blueprint.doc(summary="What reviewers cut and added, the oldest first")
def get_rulings() -> dict[str, Any]:
    with bench().session() as session:
        return {"items": all_rulings(session)}


@blueprint.route("/origins/rulings", methods=["POST"])
@blueprint.arguments(RulingInSchema)
@blueprint.response(201, RulingSchema)
@blueprint.errors(404, 415)
@blueprint.doc(summary="Cut an edge, or add one; the next cross-check follows it, and so do all later ones")
def post_ruling(arguments: dict[str, Any]) -> Ruling:
    here = bench()
    arguments["reviewer"] = signed_name() or arguments["reviewer"]  # a token speaks for its own account
    with here.writing() as session:
        return rule(
            session,
            copy=arguments["copy"],
            original=arguments["original"],
            cut=arguments["action"] == "cut",
            reviewer=arguments["reviewer"],
            now=here.now(),
            note=arguments["note"],
        )
