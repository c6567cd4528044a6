from __future__ import annotations

from marshmallow import Schema, fields


class CrossCheckedSchema(Schema):
    """What normalising and cross-checking came to."""

    claims = fields.Integer(required=True, metadata={"description": "that count, out of annotations"})
    unreadable = fields.Integer(required=True, metadata={"description": "regions that could not be read"})
    evidence = fields.Integer(required=True, metadata={"description": "claims and reference counts compared"})
    findings = fields.Integer(required=True)
    came = fields.Integer(required=True, metadata={"description": "findings that were not there before"})
    went = fields.Integer(required=True, metadata={"description": "findings that are there no more"})
