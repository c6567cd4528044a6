from __future__ import annotations

from marshmallow import Schema, fields

from workbench.core.claim import Modality, Scope

from ..paging import PageArguments
from ..who import annotator_name
from .common import Edtf, QuantitySchema, Text


class ClaimFilters(PageArguments):
    """Each filter is an exact value."""

    measure = Text()
    event = Text()
    population = Text()
    place = Text()
    origin = Text()
    outlet = Text()
    article = Text()


class ClaimSchema(Schema):
    """All parts of a claim; null is "not known". The words as printed stand beside each normalised term."""

    id = fields.String(required=True)
    measure = fields.String(required=True)
    quantity = fields.Nested(QuantitySchema, required=True)
    population = fields.String(required=True, allow_none=True)
    population_text = fields.String(required=True, allow_none=True)
    origin = fields.String(
        required=True, allow_none=True, metadata={"description": "null: the outlet's own word"}
    )
    origin_text = fields.String(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)
    place_text = fields.String(required=True, allow_none=True)
    event = fields.String(required=True, allow_none=True)
    scope = fields.Enum(Scope, by_value=True, required=True, allow_none=True)
    since = Edtf(required=True, allow_none=True)
    as_of = Edtf(required=True, allow_none=True)
    as_of_assumed = fields.Boolean(
        required=True, metadata={"description": "the publication day stands in for it"}
    )
    modality = fields.Enum(Modality, by_value=True, required=True)
    implicit = fields.Boolean(required=True)
    part_of = fields.String(required=True, allow_none=True)
    parts_exhaustive = fields.Boolean(required=True)
    method = fields.String(required=True, allow_none=True)
    outlet = fields.String(required=True, allow_none=True)
    published_at = fields.Date(required=True, allow_none=True)
    article = fields.String(required=True, allow_none=True)
    sentence = fields.String(required=True, allow_none=True)
    start = fields.Integer(
        required=True, allow_none=True, metadata={"description": "code points of the article, end exclusive"}
    )
    end = fields.Integer(required=True, allow_none=True)
    annotator = fields.Function(
        lambda claim: annotator_name(claim.annotator),
        required=True,
        metadata={"description": "a pseudonym", "type": "string", "nullable": True},
    )
    ground_truth = fields.Boolean(required=True)
    reference = fields.Boolean(required=True, metadata={"description": "a row of reference counts"})
