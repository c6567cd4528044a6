from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from api.app import create_app
from tests.api.answers import error_of
from workbench.settings import Settings

CROSSCHECK = "/api/v1/crosscheck"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8350", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8350"]
)
def test_loopback_is_answered_on_any_port(http: FlaskClient, host: str) -> None:
    assert http.get("/api/v1/measures", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8350",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "[::2]",
        "[",
        " ",
    ],
)
def test_a_foreign_name_for_this_machine_is_refused(http: FlaskClient, host: str) -> None:
    error_of(http.get("/api/v1/measures", headers={"Host": host}), 400, "bad_request")
    assert http.get("/", headers={"Host": host}).status_code == 400
    assert http.get("/static/workbench.css", headers={"Host": host}).status_code == 400


def test_further_names_can_be_allowed(settings: Settings) -> None:
    """They are answered, but who comes by them must sign in."""
    app = create_app(replace(settings, allowed_hosts="desk.example, Other.example"))
    for host, status in (("desk.example:80", 401), ("other.example", 401), ("third.example", 400)):
        assert app.test_client().get("/api/v1/measures", headers={"Host": host}).status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:1"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_foreign_page_changes_nothing(
    http: FlaskClient, filled: dict[str, str], headers: dict[str, str]
) -> None:
    error_of(http.post(CROSSCHECK, headers=headers), 403, "forbidden")
    page = f"/discrepancies/{filled['conflict']}"
    form = {"outcome": "growth", "reason": "later_update", "reviewer": "Eve"}
    assert http.post(page, data=form, headers=headers).status_code == 403
    assert http.get(f"/api/v1{page}").get_json()["decisions"] == []


def test_our_own_page_may_write(http: FlaskClient) -> None:
    own = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}
    assert http.post(CROSSCHECK, headers=own).status_code == 200
    assert http.post(CROSSCHECK).status_code == 200, "a program sends no origin"


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/v1/measures", "/api/v1/nothing", "/api/v1/docs"])
def test_every_answer_is_locked_down(http: FlaskClient, path: str) -> None:
    headers = http.get(path).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert "script-src" not in policy, "scripts fall under default-src"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers
    assert "Access-Control-Allow-Origin" not in headers
