"""The events that counts belong to."""

from __future__ import annotations

from typing import Any

from workbench.core.event import Event
from workbench.pipeline.events import Derived, edit_event, make_event, merge_events, split_event
from workbench.store.events import all_events

from ..bench import bench
from ..openapi import Blueprint
from ..schemas.event import (
    DerivedSchema,
    EventChangesSchema,
    EventInSchema,
    EventSchema,
    EventsSchema,
    MergeSchema,
)

blueprint = Blueprint("events", __name__, "Episodes of violence; counts of two are never compared.")


@blueprint.route("/events", methods=["GET"])
@blueprint.response(200, EventsSchema)
@blueprint.doc(summary="All events, the earliest first")
def get_events() -> dict[str, Any]:
    with bench().session() as session:
        return {"items": list(all_events(session).values())}


@blueprint.route("/events", methods=["POST"])
@blueprint.arguments(EventInSchema)
@blueprint.response(201, EventSchema)
@blueprint.errors(409, 415)
@blueprint.doc(summary="Make an event")
def post_event(arguments: dict[str, Any]) -> Event:
    with bench().writing() as session:
        return make_event(session, Event(**arguments))


@blueprint.route("/events/<event_id>", methods=["PATCH"])
@blueprint.arguments(EventChangesSchema)
@blueprint.response(200, EventSchema)
@blueprint.errors(404, 409, 415)
@blueprint.doc(summary="Change what is given of an event; the next cross-check goes by it")
def patch_event(arguments: dict[str, Any], event_id: str) -> Event:
    with bench().writing() as session:
        return edit_event(session, event_id, arguments)


@blueprint.route("/events/<event_id>/merge", methods=["POST"])
@blueprint.arguments(MergeSchema)
@blueprint.response(200, DerivedSchema)
@blueprint.errors(404, 409, 415)
@blueprint.doc(summary="Say that an event is another one, and derive claims and findings anew")
def post_merge(arguments: dict[str, Any], event_id: str) -> Derived:
    here = bench()
    with here.writing() as session:
        return merge_events(
            session,
            here.vocabulary,
            event_id,
            arguments["into"],
            now=here.now(),
            settings=here.check_settings,
        )


@blueprint.route("/events/<event_id>/split", methods=["POST"])
@blueprint.response(200, DerivedSchema)
@blueprint.errors(409, 415)
@blueprint.doc(summary="Take a merge back, and derive claims and findings anew")
def post_split(event_id: str) -> Derived:
    here = bench()
    with here.writing() as session:
        return split_event(session, here.vocabulary, event_id, now=here.now(), settings=here.check_settings)
