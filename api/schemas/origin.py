from __future__ import annotations

from marshmallow import Schema, fields, validate

from workbench.core.edge import EdgeKind

from ..paging import PageArguments
from .common import Text
from .decision import LONGEST_NAME, LONGEST_NOTE

ACTIONS = ("cut", "add")
END = {"description": "id of a claim, or name of an origin or outlet"}


class EdgeFilters(PageArguments):
    end = Text(metadata={"description": "edges with this claim or name at either end"})


class EdgeSchema(Schema):
    """One voice copies another. The attributions that articles print stand on the claims themselves."""

    copy = fields.String(required=True, metadata=END)
    original = fields.String(required=True, metadata=END)
    kind = fields.Enum(EdgeKind, by_value=True, required=True)
    reason = fields.String(required=True, metadata={"description": "the evidence, for people"})


class RulingInSchema(Schema):
    """A reviewer's word on an edge. A cut also takes the attribution of a claim to the origin it names."""

    copy = Text(required=True, validate=validate.Length(min=1, max=400), metadata=END)
    original = Text(required=True, validate=validate.Length(min=1, max=400), metadata=END)
    action = fields.String(required=True, validate=validate.OneOf(ACTIONS))
    reviewer = Text(required=True, validate=validate.Length(min=1, max=LONGEST_NAME))
    note = Text(load_default="", validate=validate.Length(max=LONGEST_NOTE))


class RulingSchema(Schema):
    """An entry of the log; the last one on an edge is in force from the next cross-check on."""

    copy = fields.String(required=True)
    original = fields.String(required=True)
    action = fields.Function(lambda ruling: "cut" if ruling.cut else "add", required=True)
    reviewer = fields.String(required=True)
    ruled_at = fields.DateTime(required=True)
    note = fields.String(required=True)


class RulingsSchema(Schema):
    items = fields.List(fields.Nested(RulingSchema), required=True)
