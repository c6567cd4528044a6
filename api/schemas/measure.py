from __future__ import annotations

from marshmallow import Schema, fields


class MeasureSchema(Schema):
    """Something that is counted."""

    id = fields.String(required=True)
    label = fields.String(required=True)
    unit = fields.String(required=True)
    accumulates = fields.Boolean(required=True, metadata={"description": "false: a stock, which can fall"})
    description = fields.String(required=True)


class MeasuresSchema(Schema):
    vocabulary = fields.String(required=True, metadata={"description": "version of the vocabulary in force"})
    items = fields.List(fields.Nested(MeasureSchema), required=True)
