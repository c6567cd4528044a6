"""The verified claim set, to take away."""

from __future__ import annotations

from flask import Response

from workbench.exceptions import NotFound
from workbench.export import EXPORTERS, LIVE
from workbench.pipeline.verified import verified_set

from ..attachment import send
from ..bench import bench
from ..openapi import Blueprint

blueprint = Blueprint("exports", __name__, "The verified claim set.")


@blueprint.route("/exports/<export_format>", methods=["GET"])
@blueprint.response(
    200,
    {"type": "string", "format": "binary"},
    content_type="text/csv",
    description="A line a claim, as CSV or JSON lines",
)
@blueprint.errors(404)
@blueprint.doc(summary="The verified claim set as csv or jsonl")
def get_export(export_format: str) -> Response:
    if export_format not in LIVE:
        raise NotFound(f"no export as {export_format!r}; there are: {', '.join(LIVE)}")
    name, _, media_type, write = next(one for one in EXPORTERS if one[0] == export_format)
    here = bench()
    with here.session() as session:
        release = verified_set(session, here.vocabulary, key=here.pseudonym_key)
    return send(lambda stream: write(release, stream), media_type=media_type, name=f"verified_claims.{name}")
