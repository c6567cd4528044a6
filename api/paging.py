"""Long lists come in pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

LARGEST_PAGE = 200
LAST_PAGE = 1_000_000


class PageArguments(Schema):
    """Which page of a list."""

    page = fields.Integer(
        load_default=1, validate=validate.Range(1, LAST_PAGE), metadata={"description": "counted from 1"}
    )
    per_page = fields.Integer(load_default=50, validate=validate.Range(1, LARGEST_PAGE))


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of `total` entries."""

    items: Sequence[Any]
    page: int
    per_page: int
    total: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // self.per_page))

    @property
    def first(self) -> int:
        """The place of its first entry in the whole list, counted from 1."""
        return (self.page - 1) * self.per_page + 1


def offset(page: int, per_page: int) -> int:
    return (page - 1) * per_page


def page_schema(name: str, item: type[Schema]) -> type[Schema]:
    """The schema of a page of such items."""
    return Schema.from_dict(
        {
            "items": fields.List(fields.Nested(item), required=True),
            "page": fields.Integer(required=True),
            "per_page": fields.Integer(required=True),
            "pages": fields.Integer(required=True),
            "total": fields.Integer(required=True),
        },
        name=name,
    )
