"""The events that counts belong to."""

from __future__ import annotations

from typing import Any

from workbench.store.events import all_events

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.event import EventsSchema

blueprint = Blueprint("events", __name__, "Episodes of violence; counts of two are never compared.")


@blueprint.route("/events", methods=["GET"])
@blueprint.response(200, EventsSchema)
@blueprint.doc(summary="All events, the earliest first")
def get_events() -> dict[str, Any]:
    with bench().session() as session:
        return {"items": list(all_events(session).values())}
