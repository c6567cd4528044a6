"""How far annotators agree."""

from __future__ import annotations

from typing import Any

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.agreement import AgreementArguments, AgreementSchema

blueprint = Blueprint("agreement", __name__, "How far the annotators of a project agree.")


@blueprint.route("/projects/<int(max=2147483647):project_id>/agreement", methods=["GET"])
@blueprint.arguments(AgreementArguments, location="query")
@blueprint.response(200, AgreementSchema)
@blueprint.errors(404)
@blueprint.doc(
    summary="Krippendorff's alpha, raw agreement and F1: in all, by measure, by annotator, by pair"
)
def get_agreement(arguments: dict[str, Any], project_id: int) -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        found = here.agreements.of(
            session, here.vocabulary, project_id, key=here.pseudonym_key, seed=arguments.get("seed")
        )
    told = found.report
    return {
        "project": found.project,
        "title": found.title,
        "sentences": told.sentences,
        "annotators": told.annotators,
        "answers": told.answers,
        "everything": told.everything,
        "measures": told.measures,
        "by_annotator": told.by_annotator,
        "pairs": told.pairs,
        "left_out": told.left_out,
        "differing": [
            {
                "sentence": entry.sentence,
                "text": found.texts.get(entry.sentence),
                "agreement": entry.agreement,
                "annotators": entry.annotators,
            }
            for entry in told.differing
        ],
    }
