"""Claims, as normalised from annotations."""

from __future__ import annotations

from typing import Any

from workbench.core.claim import Claim
from workbench.store.claims import get_claim, list_claims

from ..bench import bench
from ..openapi import Blueprint
from ..paging import Page, offset, page_schema
from ..schemas.claim import ClaimFilters, ClaimSchema

blueprint = Blueprint("claims", __name__, "Who said that a measure happened to a population, how many, when.")


@blueprint.route("/claims", methods=["GET"])
@blueprint.arguments(ClaimFilters, location="query")
@blueprint.response(200, page_schema("ClaimPage", ClaimSchema))
@blueprint.doc(summary="The claims that count, in a stable order")
def get_claims(arguments: dict[str, Any]) -> Page:
    page, per_page = arguments.pop("page"), arguments.pop("per_page")
    with bench().session() as session:
        claims, total = list_claims(session, arguments, offset=offset(page, per_page), limit=per_page)
    return Page(claims, page, per_page, total)


@blueprint.route("/claims/<claim_id>", methods=["GET"])
@blueprint.response(200, ClaimSchema)
@blueprint.errors(404)
@blueprint.doc(summary="One claim")
def get_one_claim(claim_id: str) -> Claim:
    with bench().session() as session:
        return get_claim(session, claim_id)
