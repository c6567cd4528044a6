from __future__ import annotations

from marshmallow import Schema, fields, validate

from .common import Text
from .decision import LONGEST_NAME


class ReleaseInSchema(Schema):
    """What is said of a release that is to be made."""

    unresolved = fields.Boolean(
        load_default=False,
        metadata={"description": "release claims with open discrepancies too, flagged as such"},
    )
    by = Text(
        load_default="",
        validate=validate.Length(max=LONGEST_NAME),
        metadata={"description": "who makes it, where nobody signed in"},
    )


class ReleaseFileSchema(Schema):
    """A file of a release. It may be fetched in parts: the address answers to Range."""

    name = fields.String(required=True)
    size = fields.Integer(required=True, metadata={"description": "bytes"})
    sha256 = fields.String(required=True)


class ReleaseLineSchema(Schema):
    """A numbered verified set that never changes."""

    number = fields.Integer(required=True)
    made_at = fields.DateTime(required=True)
    made_by = fields.String(required=True)
    unresolved = fields.Boolean(required=True)
    counts = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(),
        required=True,
        metadata={"description": "claims by status: verified, unresolved, superseded, withdrawn"},
    )
    manifest = fields.String(required=True, metadata={"description": "SHA-256 of manifest.json"})
    signed_by = fields.String(
        required=True, allow_none=True, metadata={"description": "id of the key; null is unsigned"}
    )


class ReleaseSchema(ReleaseLineSchema):
    """The same with its files."""

    files = fields.List(fields.Nested(ReleaseFileSchema), required=True)


class ReleasesSchema(Schema):
    """All releases, the newest first."""

    items = fields.List(fields.Nested(ReleaseLineSchema), required=True)
