"""What Label Studio tells of its own accord. Nothing is fetched or waited for here: the next pull looks."""

from __future__ import annotations

import hmac

from flask import abort, request

from workbench.labelstudio.events import read_event
from workbench.labelstudio.webhooks import HEADER
from workbench.store.hints import project_at

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.webhook import MarkedSchema

blueprint = Blueprint("webhooks", __name__, "What Label Studio tells of its own accord.")


@blueprint.route("/webhooks/label-studio", methods=["POST"])
@blueprint.response(202, MarkedSchema)
@blueprint.errors(403, 415, 422)
@blueprint.doc(summary="Mark the tasks of an event; the next pull looks at them")
def post_event() -> dict[str, bool]:
    here = bench()
    given = request.headers.get(HEADER, "")
    if not hmac.compare_digest(given.encode(), here.secret.encode()):
        abort(403, f"the header {HEADER} is missing or wrong; register with: workbench label-studio webhook")
    hint = read_event(request.get_json(silent=True))
    with here.session() as session:
        ours = project_at(session, here.server, hint.project)
    if ours is None:
        return {"marked": False}
    return {"marked": here.marking.put({(ours, task) for task in hint.tasks or {0}})}
