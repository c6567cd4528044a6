from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from api.errors import LARGEST_NAMED, STATUS, fields_of, said
from tests.api.answers import error_of
from workbench import exceptions
from workbench.exceptions import WorkbenchError


def test_every_error_of_ours_has_its_line_in_the_table() -> None:
    ours = {
        kind
        for kind in vars(exceptions).values()
        if isinstance(kind, type) and issubclass(kind, WorkbenchError)
    }
    assert set(STATUS) == ours


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "code"),
    [
        ("GET", "/api/v1/nothing", {}, 404, "not_found"),
        ("GET", "/api/v1/articles/nothing", {}, 404, "not_found"),
        ("DELETE", "/api/v1/articles", {}, 405, "method_not_allowed"),
        ("POST", "/api/v1/articles", {"data": "{", "content_type": "application/json"}, 400, "bad_request"),
        (
            "POST",
            "/api/v1/articles",
            {"data": b"\xff\xfe", "content_type": "application/json"},
            400,
            "bad_request",
        ),
        (
            "POST",
            "/api/v1/articles",
            {"data": "[" * 200_000, "content_type": "application/json"},
            400,
            "bad_request",
        ),
        ("POST", "/api/v1/articles", {"data": "a=b"}, 415, "not_json"),
        ("POST", "/api/v1/articles", {"data": {"a": "b"}}, 415, "not_json"),
        ("POST", "/api/v1/decisions", {"data": "{}", "content_type": "text/plain"}, 415, "not_json"),
        ("POST", "/api/v1/decisions", {"json": {}}, 422, "invalid_data"),
        ("POST", "/api/v1/decisions", {"json": 5}, 422, "invalid_data"),
        ("POST", "/api/v1/decisions", {}, 422, "invalid_data"),
        ("GET", "/api/v1/claims?page=x", {}, 422, "invalid_data"),
    ],
)
def test_one_shape_everywhere(
    http: FlaskClient, method: str, path: str, options: dict[str, object], status: int, code: str
) -> None:
    error_of(http.open(path, method=method, **options), status, code)  # type: ignore[arg-type]


def test_a_method_that_is_not_taken_says_which_are(http: FlaskClient) -> None:
    answer = http.delete("/api/v1/articles")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS", "POST"}


def test_a_body_of_over_32_mb_is_refused(http: FlaskClient) -> None:
    body = b'{"text": "' + b"x" * (32 * 1024 * 1024) + b'"}'
    error_of(http.post("/api/v1/articles", data=body, content_type="application/json"), 413, "too_large")


def test_what_breaks_inside_is_told_without_its_inside(http: FlaskClient, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE claim"))
    error = error_of(http.get("/api/v1/claims"), 500, "internal_error")
    assert "claim" not in error["message"]
    assert "sql" not in error["message"].lower()
    page = http.get("/")
    assert page.status_code == 500
    assert "no such table" not in page.get_data(as_text=True)


def test_pages_answer_with_pages(http: FlaskClient) -> None:
    missing = http.get("/nothing")
    assert missing.status_code == 404
    assert missing.mimetype == "text/html"
    wrong = http.get("/?class=<script>")
    assert wrong.status_code == 422
    assert "<script>" not in wrong.get_data(as_text=True)
    assert "class" in wrong.get_data(as_text=True)


def test_nested_messages_become_fields() -> None:
    messages = {"json": {2: {"url": ["wrong"]}, "_schema": ["no object"], "events": {0: {"id": ["a", "b"]}}}}
    assert fields_of(messages) == {"2.url": ["wrong"], "body": ["no object"], "events.0.id": ["a", "b"]}


def test_a_message_names_the_first_few_fields_only() -> None:
    line = said({f"f{number}": ["wrong"] for number in range(LARGEST_NAMED + 2)})
    assert line == "f0: wrong; f1: wrong; f2: wrong; and 2 more"
