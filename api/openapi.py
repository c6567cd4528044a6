"""flask-smorest as we use it: under one prefix, unknown fields refused everywhere, typed decorators."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import flask_smorest
from marshmallow import RAISE, Schema, fields
from webargs.flaskparser import FlaskParser

PREFIX = "/api/v1"

View = TypeVar("View", bound=Callable[..., Any])


class Parser(FlaskParser):
    """A misspelt filter is told, and not passed over in silence."""

    DEFAULT_UNKNOWN_BY_LOCATION = {**FlaskParser.DEFAULT_UNKNOWN_BY_LOCATION, "query": RAISE}


class ErrorBodySchema(Schema):
    code = fields.String(required=True, metadata={"description": "for programs", "example": "invalid_data"})
    message = fields.String(required=True, metadata={"description": "for people"})
    fields_ = fields.Dict(
        keys=fields.String(),
        values=fields.List(fields.String()),
        data_key="fields",
        required=True,
        metadata={"description": "what is wrong with which field; for a list of articles: 2.published_at"},
    )


class ErrorSchema(Schema):
    error = fields.Nested(ErrorBodySchema, required=True)


class Api(flask_smorest.Api):  # type: ignore[misc]
    ERROR_SCHEMA = ErrorSchema

    def _register_error_handlers(self) -> None:
        """Ours answer them, in errors.py."""


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    ARGUMENTS_PARSER = Parser()

    def __init__(self, name: str, module: str, description: str) -> None:
        super().__init__(name, module, url_prefix=PREFIX, description=description)

    def errors(self, *statuses: int) -> Callable[[View], View]:
        """Documents the error answers of a view."""

        def with_errors(view: View) -> View:
            for status in statuses:
                view = self.alt_response(status, schema=ErrorSchema)(view)
            return view

        return with_errors

    if TYPE_CHECKING:  # flask-smorest has no types

        def route(self, rule: str, **options: Any) -> Callable[[View], View]: ...
        def arguments(self, schema: type[Schema], **options: Any) -> Callable[[View], View]: ...
        def response(
            self, status: int, schema: type[Schema] | dict[str, str] | None = None, **options: Any
        ) -> Callable[[View], View]: ...
        def doc(self, **options: Any) -> Callable[[View], View]: ...
