from __future__ import annotations

from marshmallow import Schema, fields


class ModelHealthSchema(Schema):
    status = fields.String(required=True)
    model_class = fields.String(required=True)


class SetUpSchema(Schema):
    model_version = fields.String(required=True)


class VersionsSchema(Schema):
    versions = fields.List(fields.String(), required=True)


class PredictedSchema(Schema):
    results = fields.List(
        fields.Dict(),
        required=True,
        metadata={"description": "result, model_version, and score where anything is suggested"},
    )
