"""From annotations to findings."""

from __future__ import annotations

from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.normalise import normalise

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.crosscheck import CrossCheckedSchema

blueprint = Blueprint("crosscheck", __name__, "Compare claims across sources.")


@blueprint.route("/crosscheck", methods=["POST"])
@blueprint.response(200, CrossCheckedSchema)
@blueprint.doc(summary="Normalise all annotations to claims and cross-check them; twice changes nothing")
def post_crosscheck() -> dict[str, int]:
    here = bench()
    with here.writing() as session:
        normalised = normalise(session, here.vocabulary)
        checked = crosscheck(session, here.vocabulary, now=here.now(), settings=here.check_settings)
    return {
        "claims": normalised.claims,
        "unreadable": normalised.unreadable,
        "evidence": checked.claims,
        "findings": checked.findings,
        "came": checked.came,
        "went": checked.went,
    }
