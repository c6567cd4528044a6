from __future__ import annotations

from marshmallow import Schema, fields

from workbench.core.claim import Modality, Scope

from .common import QuantitySchema, Text


class ArticleInSchema(Schema):
    """An article as it is posted. What it may hold beyond the types, the pipeline says, as for the CLI."""

    outlet = Text(required=True)
    published_at = Text(required=True, metadata={"description": "the day of publication", "format": "date"})
    text = Text(required=True)
    language = Text(
        load_default=None,
        allow_none=True,
        metadata={"description": "BCP 47; told from the text where none is given"},
    )
    url = Text(load_default=None, allow_none=True)
    title = Text(load_default=None, allow_none=True)
    event = Text(load_default=None, allow_none=True, metadata={"description": "id of a known event"})
    file = Text(load_default=None, allow_none=True, metadata={"description": "its name, where it has no url"})


class IngestedSchema(Schema):
    """What became of the articles; ids in the order given."""

    new = fields.Integer(required=True)
    changed = fields.Integer(required=True)
    same = fields.Integer(required=True)
    ids = fields.List(fields.String(), required=True)


class WithdrawalInSchema(Schema):
    """Why an article is no evidence any more."""

    reason = Text(required=True, metadata={"description": "annotators read it on the tasks"})
    reviewer = Text(load_default="api", metadata={"description": "who says so, where nobody signed in"})


class WithdrawalSchema(Schema):
    """A withdrawal that holds."""

    reason = fields.String(required=True)
    withdrawn_by = fields.String(required=True)
    withdrawn_at = fields.DateTime(required=True)


class RecheckedSchema(Schema):
    """What the cross-check came to without the article, or with it again."""

    claims = fields.Integer(required=True, metadata={"description": "claims and reference counts that count"})
    findings = fields.Integer(required=True)
    came = fields.Integer(required=True)
    went = fields.Integer(required=True)


class ArticleSchema(Schema):
    """An article in its current version."""

    id = fields.String(required=True)
    outlet = fields.String(required=True)
    published_at = fields.Date(required=True)
    title = fields.String(required=True, allow_none=True)
    language = fields.String(required=True)
    url = fields.String(required=True, allow_none=True)
    file = fields.String(required=True, allow_none=True)
    event = fields.String(required=True, allow_none=True)
    version = fields.Integer(required=True, metadata={"description": "counted from 1; older ones are kept"})
    ingested_at = fields.DateTime(required=True)
    withdrawn = fields.Nested(
        WithdrawalSchema,
        required=True,
        allow_none=True,
        metadata={"description": "null: it is evidence"},
    )


class SuggestionSchema(Schema):
    """What the machine believes to see; start and end are code points of the sentence, end exclusive."""

    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    measure = fields.String(required=True)
    quantity = fields.Nested(QuantitySchema, required=True)
    population = fields.String(required=True, allow_none=True)
    population_text = fields.String(required=True, allow_none=True)
    origin = fields.String(required=True, allow_none=True)
    origin_text = fields.String(required=True, allow_none=True)
    place = fields.String(required=True, allow_none=True)
    place_text = fields.String(required=True, allow_none=True)
    since = fields.String(required=True, allow_none=True)
    as_of = fields.String(required=True, allow_none=True)
    scope = fields.Enum(Scope, by_value=True, required=True, allow_none=True)
    modality = fields.Enum(Modality, by_value=True, required=True)
    implicit = fields.Boolean(required=True)
    score = fields.Float(required=True)
    part_of = fields.Integer(
        required=True, allow_none=True, metadata={"description": "place of the whole in the same list"}
    )


class SentenceSchema(Schema):
    """start and end are code points of the article, end exclusive."""

    id = fields.String(required=True)
    start = fields.Integer(required=True)
    end = fields.Integer(required=True)
    text = fields.String(required=True)


class ReadSentenceSchema(SentenceSchema):
    suggestions = fields.List(
        fields.Nested(SuggestionSchema),
        required=True,
        allow_none=True,
        metadata={"description": "null: not read yet"},
    )


class WholeArticleSchema(ArticleSchema):
    text = fields.String(required=True)
    sentences = fields.List(fields.Nested(ReadSentenceSchema), required=True)
