from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, post_load, validate

from .common import Text

LONGEST_ID = 200
WHOM = {"description": "by place, whom people and others mean there"}
NAME = validate.Length(min=1, max=LONGEST_ID)


class EventSchema(Schema):
    """An episode of violence; counts of two events are never compared."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    start = fields.Date(required=True)
    end = fields.Date(required=True, allow_none=True)
    places = fields.List(fields.String(), required=True)
    aliases = fields.List(fields.String(), required=True)
    populations = fields.Dict(keys=fields.String(), values=fields.String(), required=True, metadata=WHOM)


class EventsSchema(Schema):
    items = fields.List(fields.Nested(EventSchema), required=True)


class EventChangesSchema(Schema):
    """The fields that change; lists and populations are replaced as a whole."""

    name = Text(validate=NAME)
    start = fields.Date()
    end = fields.Date(allow_none=True)
    places = fields.List(Text(validate=NAME))
    aliases = fields.List(Text(validate=NAME))
    populations = fields.Dict(keys=Text(validate=NAME), values=Text(validate=NAME), metadata=WHOM)

    @post_load
    def listed(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}


class EventInSchema(EventChangesSchema):
    id = Text(required=True, validate=NAME)
    name = Text(required=True, validate=NAME)
    start = fields.Date(required=True)


class MergeSchema(Schema):
    into = Text(required=True, validate=NAME, metadata={"description": "id of the event that it is"})


class DerivedSchema(Schema):
    """The event as it is now, and how many findings there are with it, came and went."""

    event = fields.Nested(EventSchema, required=True)
    findings = fields.Integer(required=True, attribute="checked.findings")
    came = fields.Integer(required=True, attribute="checked.came")
    went = fields.Integer(required=True, attribute="checked.went")
