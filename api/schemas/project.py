from __future__ import annotations

from marshmallow import Schema, fields

from workbench.pipeline.project import TITLE, WORTH_TITLE

from .common import Text


class ProjectInSchema(Schema):
    title = Text(
        metadata={"description": f"3 to 50 characters; {TITLE!r} where none is given, or {WORTH_TITLE!r}"}
    )
    worth = fields.Boolean(
        load_default=False,
        metadata={"description": "ask of each sentence only whether it is worth checking"},
    )


class ProjectSchema(Schema):
    """A Label Studio project that sentences are labelled in."""

    id = fields.Integer(required=True)
    title = fields.String(required=True)
    server = fields.String(required=True, metadata={"description": "local, or the address of the server"})
    number = fields.Integer(required=True, metadata={"description": "its number there"})
    sentences = fields.Integer(required=True, metadata={"description": "that are to be there"})
    pushed = fields.Integer(required=True, metadata={"description": "that are known to be there"})
    pulled_to = fields.DateTime(required=True, allow_none=True)


class ProjectsSchema(Schema):
    items = fields.List(fields.Nested(ProjectSchema), required=True)


class RefusedSchema(Schema):
    """A sentence that cannot be sent, and why."""

    sentence = fields.String(required=True)
    reason = fields.String(required=True)


class PushedSchema(Schema):
    pushed = fields.Integer(
        required=True, metadata={"description": "sentences that this call brought to Label Studio"}
    )
    refreshed = fields.Integer(
        required=True, metadata={"description": "tasks there that now show the newest suggestion and article"}
    )
    marked = fields.Integer(
        required=True,
        metadata={"description": "tasks marked because their sentence is in no article any more"},
    )
    returned = fields.Integer(
        required=True,
        metadata={"description": "sentences that went back to the annotators at a reviewer's word"},
    )
    refused = fields.List(fields.Nested(RefusedSchema), required=True)


class PullArguments(Schema):
    full = fields.Boolean(
        load_default=False, metadata={"description": "look at every task, not only at what changed"}
    )


class PulledSchema(Schema):
    changed = fields.Integer(required=True, metadata={"description": "sentences whose annotations changed"})
    gone = fields.Integer(
        required=True,
        metadata={"description": "tasks that were deleted in Label Studio; found with full alone"},
    )
    edited = fields.List(
        fields.String(),
        required=True,
        metadata={"description": "sentences whose words were edited in Label Studio"},
    )
