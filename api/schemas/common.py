"""Fields of our own: clean texts, EDTF dates, intervals, severities."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, ValidationError, fields

from workbench.core.article import clean_text
from workbench.core.finding import Severity
from workbench.core.period import Period
from workbench.core.quantity import Bound
from workbench.exceptions import InvalidData

LARGEST_COUNT = 2**63 - 1  # what a database column holds


class Text(fields.String):
    """A text without NUL and lone surrogates, which no database agrees on."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        return clean_text(super()._deserialize(value, attr, data, **kwargs))


class Edtf(fields.String):
    """A Period, written in EDTF: 2023-12-24, 2023-12 or 2023-12-20/2023-12-24."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"description": "EDTF", "example": "2023-12-24"}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else value.edtf

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        try:
            return Period.parse(super()._deserialize(value, attr, data, **kwargs))
        except InvalidData as error:
            raise ValidationError(error.message) from error


class SeverityWord(fields.String):
    """info, low, medium or high."""

    def __init__(self, **options: Any) -> None:
        super().__init__(metadata={"enum": [severity.word for severity in Severity]}, **options)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else value.word

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        words = {severity.word: severity for severity in Severity}
        if value not in words:
            raise ValidationError(f"Must be one of: {', '.join(words)}.")
        return words[value]


class IntervalSchema(Schema):
    """Whole numbers from low to high, both included; null is unbounded."""

    low = fields.Integer(required=True, allow_none=True)
    high = fields.Integer(required=True, allow_none=True)


class QuantitySchema(Schema):
    """A figure as printed and as understood."""

    text = fields.String(required=True, metadata={"description": "as printed"})
    value = fields.Integer(required=True, allow_none=True)
    bound = fields.Enum(Bound, by_value=True, required=True)
    hard = fields.Nested(IntervalSchema, required=True, metadata={"description": "the widest honest reading"})
    soft = fields.Nested(
        IntervalSchema, required=True, metadata={"description": "what readers usually take it to mean"}
    )
