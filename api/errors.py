"""From errors to answers: one table, and one shape for all of them.

{"error": {"code": "invalid_data", "message": "…", "fields": {"published_at": ["…"]}}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from flask import Flask, Response, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

from workbench.exceptions import (
    Conflict,
    InvalidData,
    LabelStudioRefused,
    LabelStudioUnavailable,
    NotFound,
    WorkbenchError,
)

from .openapi import PREFIX

# The parent stands for what passes by itself or needs the operator: a busy database, an old schema.
STATUS: dict[type[WorkbenchError], tuple[int, str]] = {
    NotFound: (404, "not_found"),
    Conflict: (409, "conflict"),
    InvalidData: (422, "invalid_data"),
    LabelStudioRefused: (502, "label_studio_refused"),
    LabelStudioUnavailable: (503, "label_studio_unavailable"),
    WorkbenchError: (503, "unavailable"),
}
CODES = {
    400: "bad_request",
    401: "not_signed_in",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "not_json",
    422: "invalid_data",
    429: "too_many_requests",
    500: "internal_error",
}
MESSAGES = {
    404: "there is nothing at this address",
    405: "this address does not take that method",
    413: "the body is larger than the 32 MB that are taken; send fewer articles at once",
    429: "too many attempts; wait a minute, and try again",
    500: "something went wrong on our side; the log of the server says more",
}
BODY = "body"  # stands in for a field where the body as a whole is wrong
LARGEST_NAMED = 3


def answer_errors(app: Flask) -> None:
    app.register_error_handler(WorkbenchError, answer_ours)
    app.register_error_handler(HTTPException, answer_http)


def answer_ours(error: WorkbenchError) -> Response:
    status, code = status_of(error)
    return _answer(status, code, error.message, error.fields)


def status_of(error: WorkbenchError) -> tuple[int, str]:
    """The status and the code of the nearest class in the table."""
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def answer_http(error: HTTPException) -> Response:
    """What Flask, Werkzeug and the validation of flask-smorest raise, in our shape."""
    status = error.code or 500
    if error.response is not None or status < 400:
        return error.get_response()  # type: ignore[return-value]  # a redirect is no error
    data = getattr(error, "data", None) or {}
    fields = fields_of(data["messages"]) if "messages" in data and status == 422 else {}
    message = said(fields) if fields else MESSAGES.get(status) or str(error.description or error.name)
    answer = _answer(status, CODES.get(status, error.name.lower().replace(" ", "_")), message, fields)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            answer.headers[name] = value  # Allow of a 405, Retry-After
    return answer


def said(fields: Mapping[str, list[str]]) -> str:
    """The reasons in one line, the first few of them."""
    reasons = [f"{name}: {' '.join(found)}" for name, found in fields.items()]
    more = len(reasons) - LARGEST_NAMED
    return "; ".join(reasons[:LARGEST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def fields_of(messages: Mapping[str, Any]) -> dict[str, list[str]]:
    """Marshmallow's nested messages, by field: {"json": {2: {"url": […]}}} becomes {"2.url": […]}."""
    fields: dict[str, list[str]] = {}
    for location, found in messages.items():
        for name, reason in flat(found, "" if location in ("json", "query") else str(location)):
            fields.setdefault(name or BODY, []).append(reason)
    return fields


def flat(found: Any, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(found, Mapping):
        for key, below in found.items():
            yield from flat(below, name if key == "_schema" else f"{name}.{key}".strip("."))
    elif isinstance(found, list):
        for below in found:
            yield from flat(below, name)
    else:
        yield name, str(found)


def _answer(status: int, code: str, message: str, fields: Mapping[str, list[str]]) -> Response:
    if not request.path.startswith(PREFIX):
        page = render_template("error.html", status=status, message=message, fields=fields)
        return Response(page, status)
    answer = jsonify({"error": {"code": code, "message": message, "fields": dict(fields)}})
    answer.status_code = status
    return answer
