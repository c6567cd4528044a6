from __future__ import annotations

from marshmallow import Schema, fields, validate

from workbench.core.decision import Outcome
from workbench.core.finding import FindingClass

from ..paging import PageArguments
from .article import SentenceSchema
from .claim import ClaimSchema
from .common import SeverityWord
from .decision import DecisionSchema

STATES = ("open", "resolved", "all")


class DiscrepancyFilters(PageArguments):
    class_ = fields.Enum(FindingClass, by_value=True, data_key="class")
    severity = SeverityWord()
    state = fields.String(
        load_default="all",
        validate=validate.OneOf(STATES),
        metadata={
            "description": "open: low or graver, and nobody has settled it; info findings are never open"
        },
    )
    series_of = fields.String(
        validate=validate.Length(max=32),
        metadata={"description": "id of a claim: only what was found in the series that it stands in"},
    )


class DiscrepancySchema(Schema):
    """A stored finding. Its id is the fingerprint of its evidence."""

    id = fields.String(required=True)
    class_ = fields.Enum(
        FindingClass, by_value=True, data_key="class", attribute="finding.cls", required=True
    )
    severity = SeverityWord(attribute="finding.severity", required=True)
    rule = fields.String(attribute="finding.rule", required=True)
    message = fields.String(attribute="finding.message", required=True)
    claims = fields.List(fields.String(), attribute="finding.claims", required=True)
    open = fields.Boolean(required=True)
    found_at = fields.DateTime(required=True)
    decision = fields.Nested(
        DecisionSchema, required=True, allow_none=True, metadata={"description": "the one in force"}
    )


class TaskSchema(Schema):
    """Where the sentence is labelled; url is null where that Label Studio is away."""

    project = fields.Integer(required=True)
    number = fields.Integer(required=True)
    url = fields.String(required=True, allow_none=True)


class EvidenceSchema(Schema):
    """A claim with its sentence; a reference count has none."""

    claim = fields.Nested(ClaimSchema, required=True)
    sentence = fields.Nested(SentenceSchema, required=True, allow_none=True)
    title = fields.String(required=True, allow_none=True)
    url = fields.String(required=True, allow_none=True)
    task = fields.Nested(TaskSchema, required=True, allow_none=True)


class ReopenedSchema(Schema):
    """The earlier answer, and the claims that went and came since, a line each; a changed one does both."""

    decision = fields.Nested(DecisionSchema, required=True)
    went = fields.List(fields.String(), required=True)
    came = fields.List(fields.String(), required=True)


class WholeDiscrepancySchema(DiscrepancySchema):
    evidence = fields.List(fields.Nested(EvidenceSchema), required=True)
    as_found = fields.Boolean(
        required=True,
        metadata={"description": "false: the evidence has changed since, and a decision would be refused"},
    )
    reopened = fields.Nested(
        ReopenedSchema,
        required=True,
        allow_none=True,
        metadata={"description": "the same case was answered before, with other evidence"},
    )
    allowed_outcomes = fields.List(fields.Enum(Outcome, by_value=True), required=True)
    decisions = fields.List(
        fields.Nested(DecisionSchema), required=True, metadata={"description": "the log, oldest first"}
    )


class SectionSchema(Schema):
    title = fields.String(required=True)
    lines = fields.List(fields.String(), required=True)


class ExplanationSchema(Schema):
    """Plain lines under headings, for people; a timeline is lined up for letters of one width."""

    sections = fields.List(fields.Nested(SectionSchema), required=True)
