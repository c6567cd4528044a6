"""A reviewer's answers."""

from __future__ import annotations

from typing import Any

from workbench.core.decision import Decision

from ..bench import bench
from ..decisions import record
from ..openapi import Blueprint
from ..schemas.decision import DecisionInSchema, DecisionSchema
from ..who import signed_name

blueprint = Blueprint("decisions", __name__, "How reviewers answer discrepancies.")


@blueprint.route("/decisions", methods=["POST"])
@blueprint.arguments(DecisionInSchema)
@blueprint.response(201, DecisionSchema)
@blueprint.errors(404, 409, 415)
@blueprint.doc(summary="Answer a discrepancy; an earlier answer stays in the log")
def post_decision(arguments: dict[str, Any]) -> Decision:
    here = bench()
    arguments["reviewer"] = signed_name() or arguments["reviewer"]  # a token speaks for its own account
    with here.writing() as session:
        return record(session, here, arguments["discrepancy"], arguments)
