"""Is everything there?"""

from __future__ import annotations

from sqlalchemy import text

from workbench import __version__

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.health import HealthSchema

blueprint = Blueprint("health", __name__, "Is everything there?")


@blueprint.route("/health", methods=["GET"])
@blueprint.response(200, HealthSchema)
@blueprint.errors(503)
@blueprint.doc(summary="The database answers; which Label Studio is in force is told, not asked")
def get_health() -> dict[str, str | None]:
    here = bench()
    with here.session() as session:
        session.execute(text("SELECT 1"))
    return {"version": __version__, "label_studio": here.label_studio_url()}
