from __future__ import annotations

from marshmallow import Schema, fields


class MarkedSchema(Schema):
    marked = fields.Boolean(
        required=True, metadata={"description": "false where the project is none of ours"}
    )
