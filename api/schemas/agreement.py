from __future__ import annotations

from marshmallow import Schema, fields, validate


class AgreementArguments(Schema):
    seed = fields.Integer(
        validate=validate.Range(0, 2**32 - 1), metadata={"description": "another one for the intervals"}
    )


class ScoreSchema(Schema):
    """Krippendorff's alpha, with the interval that holds 95 of 100 bootstrap resamples of the units."""

    alpha = fields.Float(required=True, allow_none=True)
    low = fields.Float(required=True, allow_none=True)
    high = fields.Float(required=True, allow_none=True)
    raw = fields.Float(
        required=True, allow_none=True, metadata={"description": "share of pairs that agree, from 0 to 1"}
    )
    units = fields.Integer(required=True, metadata={"description": "that two annotators or more read"})
    why = fields.String(
        required=True, allow_none=True, metadata={"description": "what is not defined, in a sentence"}
    )


class SpansSchema(Schema):
    f1_exact = fields.Float(required=True, allow_none=True)
    f1_overlapping = fields.Float(required=True, allow_none=True)


class AgreedSchema(SpansSchema):
    labels = fields.Nested(ScoreSchema, required=True, metadata={"description": "measures, as names"})
    values = fields.Nested(ScoreSchema, required=True, metadata={"description": "numbers, by their ratio"})


class PairSchema(SpansSchema):
    one = fields.String(required=True)
    other = fields.String(required=True)
    sentences = fields.Integer(required=True)
    labels = fields.Nested(ScoreSchema, required=True)


class DifferingSchema(Schema):
    sentence = fields.String(required=True)
    text = fields.String(
        required=True, allow_none=True, metadata={"description": "of the 200 that differ most"}
    )
    agreement = fields.Float(required=True, metadata={"description": "share of pairs that agree"})
    annotators = fields.List(fields.String(), required=True)


class AgreementSchema(Schema):
    """How far the annotators of one project agree. Annotators are named by Label Studio's number."""

    project = fields.Integer(required=True)
    title = fields.String(required=True)
    sentences = fields.Integer(required=True, metadata={"description": "that several annotators read"})
    annotators = fields.List(fields.String(), required=True)
    answers = fields.Nested(ScoreSchema, required=True)
    everything = fields.Nested(AgreedSchema, required=True)
    measures = fields.Dict(keys=fields.String(), values=fields.Nested(AgreedSchema), required=True)
    by_annotator = fields.Dict(keys=fields.String(), values=fields.Nested(AgreedSchema), required=True)
    pairs = fields.List(fields.Nested(PairSchema), required=True)
    left_out = fields.Dict(
        keys=fields.String(),
        values=fields.Integer(),
        required=True,
        metadata={"description": "why: how many"},
    )
    differing = fields.List(
        fields.Nested(DifferingSchema), required=True, metadata={"description": "lowest agreement first"}
    )
