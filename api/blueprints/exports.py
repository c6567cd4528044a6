"""The verified claim set, to take away."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from flask import Response, send_file

from workbench.exceptions import NotFound
from workbench.export import EXPORTERS, LIVE
from workbench.pipeline.verified import verified_set

from ..bench import bench
from ..openapi import Blueprint

IN_MEMORY = 4 * 1024 * 1024  # bytes; a longer export waits in a temporary file

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
    """Written whole before the first byte is sent, so that what arrives is complete or an error."""
    if export_format not in LIVE:
        raise NotFound(f"no export as {export_format!r}; there are: {', '.join(LIVE)}")
    name, _, media_type, write = next(one for one in EXPORTERS if one[0] == export_format)
    here = bench()
    with here.session() as session:
        release = verified_set(session, here.vocabulary, key=here.pseudonym_key)
    stream: BinaryIO = SpooledTemporaryFile(max_size=IN_MEMORY)  # type: ignore[assignment]  # noqa: SIM115 - the answer closes it
    write(release, stream)
    stream.seek(0)
    return send_file(
        stream,
        mimetype=media_type,
        as_attachment=True,
        download_name=f"verified_claims.{name}",
    )
