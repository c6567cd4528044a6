"""The verified claim set, to take away."""

from __future__ import annotations

from io import TextIOWrapper
from tempfile import SpooledTemporaryFile

from flask import Response, send_file

from workbench.exceptions import NotFound
from workbench.export import EXPORTERS
from workbench.pipeline.release import verified_set

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
    found = next((exporter for exporter in EXPORTERS if exporter[0] == export_format), None)
    if found is None:
        known = ", ".join(name for name, _, _ in EXPORTERS)
        raise NotFound(f"no export as {export_format!r}; there are: {known}")
    name, media_type, write = found
    here = bench()
    with here.session() as session:
        release = verified_set(session, here.vocabulary, key=here.pseudonym_key)
    stream = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - the answer closes it
    text = TextIOWrapper(stream, encoding="utf-8", newline="")
    write(release, text)
    text.flush()
    text.detach()
    stream.seek(0)
    return send_file(
        stream,
        mimetype=media_type,
        as_attachment=True,
        download_name=f"verified_claims.{name}",
    )
