"""What is counted."""

from __future__ import annotations

from typing import Any

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.measure import MeasuresSchema

blueprint = Blueprint("measures", __name__, "What is counted: killed, held, released …")


@blueprint.route("/measures", methods=["GET"])
@blueprint.response(200, MeasuresSchema)
@blueprint.doc(summary="The measures of the vocabulary in force")
def get_measures() -> dict[str, Any]:
    vocabulary = bench().vocabulary
    return {"vocabulary": vocabulary.version, "items": list(vocabulary.measures.values())}
