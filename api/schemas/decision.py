from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from workbench.core.decision import Confidence, Outcome, ReasonCode

from .common import LARGEST_COUNT, Edtf, Text

LONGEST_NAME, LONGEST_NOTE = 200, 10_000
count = validate.Range(0, LARGEST_COUNT)


class AnswerSchema(Schema):
    """A reviewer's answer: an outcome with its reason, and where a figure is accepted, an interval with the
    day it is as of."""

    outcome = fields.Enum(Outcome, by_value=True, required=True)
    reason = fields.Enum(ReasonCode, by_value=True, required=True)
    claim = Text(load_default=None, allow_none=True, metadata={"description": "id of the accepted claim"})
    low = fields.Integer(load_default=None, allow_none=True, strict=True, validate=count)
    high = fields.Integer(load_default=None, allow_none=True, strict=True, validate=count)
    as_of = Edtf(load_default=None, allow_none=True)
    confidence = fields.Enum(Confidence, by_value=True, load_default=Confidence.MEDIUM)
    note = Text(load_default="", validate=validate.Length(max=LONGEST_NOTE))
    guideline = fields.Boolean(
        load_default=False, metadata={"description": "a case for the annotators' guide"}
    )
    reviewer = Text(required=True, validate=validate.Length(min=1, max=LONGEST_NAME))

    @validates_schema
    def ordered(self, data: Mapping[str, Any], **_: Any) -> None:
        low, high = data.get("low"), data.get("high")
        if low is not None and high is not None and low > high:
            raise ValidationError(f"The highest number is below the lowest, {low:,}.", "high")


class DecisionInSchema(AnswerSchema):
    discrepancy = Text(required=True, metadata={"description": "id of the discrepancy as it was seen"})


class DecisionSchema(Schema):
    """An entry of the log: nothing in it is ever overwritten, the last one is in force."""

    discrepancy = fields.String(attribute="fingerprint", required=True)
    outcome = fields.Enum(Outcome, by_value=True, required=True)
    reason = fields.Enum(ReasonCode, by_value=True, required=True)
    claim = fields.String(required=True, allow_none=True)
    low = fields.Integer(attribute="interval.low", dump_default=None, allow_none=True)
    high = fields.Integer(attribute="interval.high", dump_default=None, allow_none=True)
    as_of = Edtf(required=True, allow_none=True)
    confidence = fields.Enum(Confidence, by_value=True, required=True)
    note = fields.String(required=True)
    guideline = fields.Boolean(required=True)
    provisional = fields.Boolean(
        required=True, metadata={"description": "waits for a second reviewer who answers the same"}
    )
    reviewer = fields.String(required=True)
    decided_at = fields.DateTime(required=True)
