"""Releases: made, listed, taken away in parts, compared."""

from __future__ import annotations

from typing import Any

from flask import Response, send_file

from workbench.export.record import write_lines
from workbench.pipeline.compile import TYPES
from workbench.pipeline.difference import compare
from workbench.pipeline.release import folder_of
from workbench.store.releases import all_releases

from ..attachment import send
from ..bench import bench
from ..openapi import Blueprint
from ..releases import file_of, in_full, make_release, shown
from ..schemas.release import ReleaseInSchema, ReleaseSchema, ReleasesSchema
from ..who import signed_name, who

NUMBER = "<int(max=2147483647):number>"
BINARY = {"type": "string", "format": "binary"}

blueprint = Blueprint("releases", __name__, "Numbered verified claim sets that never change.")


@blueprint.route("/releases", methods=["GET"])
@blueprint.response(200, ReleasesSchema)
@blueprint.doc(summary="All releases, the newest first")
def get_releases() -> dict[str, Any]:
    here = bench()
    with here.session() as session:
        return {"items": [shown(made, here.releases) for made in all_releases(session)]}


@blueprint.route("/releases", methods=["POST"])
@blueprint.arguments(ReleaseInSchema)
@blueprint.response(201, ReleaseSchema)
@blueprint.errors(409, 415)
@blueprint.doc(summary="Freeze the verified claims as they are now; 409 lists what stands in the way")
def post_release(arguments: dict[str, Any]) -> dict[str, Any]:
    here = bench()
    by = signed_name() or arguments["by"] or who()
    return in_full(here, make_release(here, by=by, unresolved=arguments["unresolved"]))


@blueprint.route(f"/releases/{NUMBER}", methods=["GET"])
@blueprint.response(200, ReleaseSchema)
@blueprint.errors(404)
@blueprint.doc(summary="One release with its files and their hashes")
def get_one_release(number: int) -> dict[str, Any]:
    return in_full(bench(), number)


@blueprint.route(f"/releases/{NUMBER}/files/<name>", methods=["GET"])
@blueprint.response(200, BINARY, content_type="application/octet-stream", description="The file, or a part")
@blueprint.errors(404)
@blueprint.doc(summary="A file of a release; with Range from where an earlier answer broke off")
def get_release_file(number: int, name: str) -> Response:
    """Sent from the disk, in constant memory. The ETag is the SHA-256, for If-Range."""
    path, sha256 = file_of(bench(), number, name)
    media_type = TYPES.get(name, "application/json" if name.endswith(".json") else "text/plain")
    return send_file(
        path.resolve(),
        mimetype=media_type,
        as_attachment=True,
        download_name=name,
        conditional=True,
        etag=sha256,
    )


@blueprint.route(
    "/releases/<int(max=2147483647):before>/differences/<int(max=2147483647):after>", methods=["GET"]
)
@blueprint.response(200, BINARY, content_type="application/x-ndjson", description="A line a claim")
@blueprint.errors(404)
@blueprint.doc(summary="What was added, changed and withdrawn, and which decision or article did it")
def get_differences(before: int, after: int) -> Response:
    here = bench()
    sides = folder_of(here.releases, before), folder_of(here.releases, after)
    return send(
        lambda stream: write_lines(stream, compare(*sides)),
        media_type="application/x-ndjson",
        name=f"differences-{before}-{after}.jsonl",
    )
