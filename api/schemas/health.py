from __future__ import annotations

from marshmallow import Schema, fields


class HealthSchema(Schema):
    status = fields.Constant("ok", required=True)
    version = fields.String(required=True)
    database = fields.Constant("ok", required=True)
    label_studio = fields.String(
        required=True, allow_none=True, metadata={"description": "its address; null: none is running"}
    )
