from __future__ import annotations

from marshmallow import Schema, fields


class EventSchema(Schema):
    """An episode of violence; counts of two events are never compared."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    start = fields.Date(required=True)
    end = fields.Date(required=True, allow_none=True)
    places = fields.List(fields.String(), required=True)
    aliases = fields.List(fields.String(), required=True)
    populations = fields.Dict(
        keys=fields.String(),
        values=fields.String(),
        required=True,
        metadata={"description": "by place, whom people and others mean there"},
    )


class EventsSchema(Schema):
    items = fields.List(fields.Nested(EventSchema), required=True)
