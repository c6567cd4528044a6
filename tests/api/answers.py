"""How the tests look at answers."""

from __future__ import annotations

from typing import Any

from werkzeug.test import TestResponse


def error_of(answer: TestResponse, status: int, code: str) -> dict[str, Any]:
    """The error, after its shape was checked: one shape everywhere, and nothing beside it."""
    assert answer.status_code == status, answer.get_data(as_text=True)
    assert answer.mimetype == "application/json"
    body = answer.get_json()
    assert list(body) == ["error"]
    error: dict[str, Any] = body["error"]
    assert set(error) == {"code", "message", "fields"}
    assert error["code"] == code
    assert isinstance(error["message"], str)
    assert error["message"]
    for reasons in error["fields"].values():
        assert reasons
        assert all(isinstance(reason, str) for reason in reasons)
    return error
