"""Each role against each page and each call; signing in, tokens, forms of another page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.access import ROLES, local_path, role_for
from api.app import create_app
from tests.api.answers import error_of
from tests.api.corpus import HOSTILE
from tests.api.page import page
from workbench.core.account import Reach, Role
from workbench.pipeline.accounts import accept, invite, issue_token, make_account
from workbench.settings import Settings
from workbench.store.session import open_session

PASSWORD = "correct horse battery"


@pytest.fixture
def closed(settings: Settings, filled: dict[str, str]) -> Iterator[Flask]:
    """An app at which everybody must sign in."""
    app = create_app(replace(settings, login=True))
    yield app
    app.extensions["bench"].close()


@pytest.fixture
def tokens(closed: Flask, engine: Engine) -> dict[Role, str]:
    """An account of each role, without a password, with a token that may write."""
    found = {}
    now = closed.extensions["bench"].now()
    with open_session(engine) as session:
        for role in Role:
            account, _ = make_account(session, role.word, role, now=now)
            _, found[role] = issue_token(session, account.id, "tests", Reach.WRITE, now=now)
    return found


@pytest.fixture
def password_for(closed: Flask, engine: Engine, tokens: dict[Role, str]) -> Callable[[Role], None]:
    """Lets the account of a role sign in with PASSWORD."""

    def give(role: Role) -> None:
        now = closed.extensions["bench"].now()
        with open_session(engine) as session:
            accept(session, invite(session, int(role), now=now), PASSWORD, now=now)

    return give


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


# The least role for each address by method; None: everybody. A route that is missing here has no test.
LEAST: dict[tuple[str, str], Role | None] = {
    ("GET", "/"): Role.VIEWER,
    ("POST", "/bulk"): Role.REVIEWER,
    ("GET", "/discrepancies/{id}"): Role.VIEWER,
    ("GET", "/discrepancies/{id}/next"): Role.VIEWER,
    ("POST", "/discrepancies/{id}"): Role.REVIEWER,
    ("POST", "/discrepancies/{id}/undo"): Role.REVIEWER,
    ("POST", "/discrepancies/{id}/desk"): Role.REVIEWER,
    ("POST", "/discrepancies/{id}/edge"): Role.REVIEWER,
    ("GET", "/overview"): Role.VIEWER,
    ("GET", "/sources"): Role.VIEWER,
    ("GET", "/articles"): Role.VIEWER,
    ("GET", "/claims"): Role.VIEWER,
    ("GET", "/claims/x"): Role.VIEWER,
    ("GET", "/articles/x"): Role.VIEWER,
    ("POST", "/articles/x/withdrawal"): Role.EDITOR,
    ("GET", "/rules"): Role.VIEWER,
    ("GET", "/events"): Role.VIEWER,
    ("POST", "/events"): Role.EDITOR,
    ("GET", "/events/x"): Role.VIEWER,
    ("POST", "/events/x"): Role.EDITOR,
    ("GET", "/releases"): Role.VIEWER,
    ("POST", "/releases"): Role.EDITOR,
    ("GET", "/releases/99"): Role.VIEWER,
    ("GET", "/releases/99/changes"): Role.VIEWER,
    ("GET", "/settings"): Role.VIEWER,
    ("POST", "/settings"): Role.ADMIN,
    ("GET", "/sign-in"): None,
    ("POST", "/sign-in"): None,
    ("POST", "/sign-out"): None,
    ("GET", "/sign-in/provider"): None,
    ("GET", "/sign-in/provider/return"): None,
    ("GET", "/welcome/x"): None,
    ("POST", "/welcome/x"): None,
    ("GET", "/me"): Role.VIEWER,
    ("POST", "/me/tokens"): Role.VIEWER,
    ("POST", "/me/tokens/99/revoke"): Role.VIEWER,
    ("GET", "/accounts"): Role.ADMIN,
    ("POST", "/accounts"): Role.ADMIN,
    ("POST", "/accounts/99"): Role.ADMIN,
    ("GET", "/static/keys.js"): None,
    ("GET", "/bootstrap/static/css/bootstrap.min.css"): None,
    ("GET", "/api/v1/openapi.json"): Role.VIEWER,
    ("GET", "/api/v1/docs"): Role.VIEWER,
    ("GET", "/api/v1/docs/swagger-ui.css"): Role.VIEWER,
    ("GET", "/api/v1/articles"): Role.VIEWER,
    ("POST", "/api/v1/articles"): Role.EDITOR,
    ("GET", "/api/v1/articles/x"): Role.VIEWER,
    ("POST", "/api/v1/articles/x/withdrawal"): Role.EDITOR,
    ("DELETE", "/api/v1/articles/x/withdrawal"): Role.EDITOR,
    ("GET", "/api/v1/projects"): Role.VIEWER,
    ("POST", "/api/v1/projects"): Role.ANNOTATOR,
    ("POST", "/api/v1/projects/1/push"): Role.ANNOTATOR,
    ("POST", "/api/v1/projects/1/pull"): Role.ANNOTATOR,
    ("GET", "/api/v1/claims"): Role.VIEWER,
    ("GET", "/api/v1/claims/x"): Role.VIEWER,
    ("POST", "/api/v1/crosscheck"): Role.REVIEWER,
    ("GET", "/api/v1/discrepancies"): Role.VIEWER,
    ("GET", "/api/v1/discrepancies/x"): Role.VIEWER,
    ("GET", "/api/v1/discrepancies/x/explanation"): Role.VIEWER,
    ("POST", "/api/v1/decisions"): Role.REVIEWER,
    ("GET", "/api/v1/origins/edges"): Role.VIEWER,
    ("GET", "/api/v1/origins/rulings"): Role.VIEWER,
    ("POST", "/api/v1/origins/rulings"): Role.REVIEWER,
    ("GET", "/api/v1/events"): Role.VIEWER,
    ("POST", "/api/v1/events"): Role.EDITOR,
    ("PATCH", "/api/v1/events/x"): Role.EDITOR,
    ("POST", "/api/v1/events/x/merge"): Role.EDITOR,
    ("POST", "/api/v1/events/x/split"): Role.EDITOR,
    ("GET", "/agreement"): Role.VIEWER,
    ("GET", "/api/v1/projects/1/agreement"): Role.VIEWER,
    ("GET", "/api/v1/measures"): Role.VIEWER,
    ("GET", "/api/v1/exports/csv"): Role.EDITOR,
    ("GET", "/api/v1/releases"): Role.VIEWER,
    ("POST", "/api/v1/releases"): Role.EDITOR,
    ("GET", "/api/v1/releases/99"): Role.VIEWER,
    ("GET", "/api/v1/releases/99/files/claims.csv"): Role.VIEWER,
    ("GET", "/api/v1/releases/98/differences/99"): Role.VIEWER,
    ("GET", "/api/v1/health"): None,
    ("POST", "/api/v1/webhooks/label-studio"): None,
    ("GET", "/api/v1/ml/health"): None,
    ("POST", "/api/v1/ml/setup"): None,
    ("GET", "/api/v1/ml/versions"): None,
    ("POST", "/api/v1/ml/predict"): None,
    ("POST", "/api/v1/ml/webhook"): None,
}
# What asks for something else than an account: the form for its token, Label Studio for our secret.
OWN_LOCK = ("/sign-in", "/api/v1/webhooks/", "/api/v1/ml/")


def test_the_table_has_every_route(closed: Flask) -> None:
    adapter = closed.url_map.bind("localhost")
    named = {(adapter.match(path.replace("{id}", "a"), method=method)[0], method) for method, path in LEAST}
    there = {
        (rule.endpoint, method)
        for rule in closed.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert there == named
    assert {endpoint.split(".")[0] for endpoint, _ in there} - {"static"} == ROLES.keys()


def test_each_role_against_each_address(
    closed: Flask, filled: dict[str, str], tokens: dict[Role, str]
) -> None:
    """Below the least role an address is refused; from it on it is answered, whatever it then says."""
    closed.config.update(WTF_CSRF_ENABLED=False, RATELIMIT_ENABLED=False)
    http = closed.test_client()
    wrong = []
    for (method, path), least in LEAST.items():
        address = path.format(id=filled["tension"])
        body: Any = {} if method != "GET" and path.startswith("/api/") else None
        for role, token in (*tokens.items(), (None, "")):
            headers = bearer(token) if token else {}
            answer = http.open(address, method=method, json=body, headers=headers)
            answer.close()
            status = answer.status_code
            if least is None:
                fine = status not in (302, 401) and (status != 403 or path.startswith(OWN_LOCK))
            elif role is None:
                asked = answer.headers.get("Location", "").startswith("/sign-in")
                fine = status == 401 if path.startswith("/api/") else status == 302 and asked
            elif role < least:
                fine = status == 403
            else:
                fine = status not in (401, 403)
            if not fine:
                wrong.append((method, path, role, status))
    assert wrong == []


def test_an_address_that_nobody_thought_of_is_the_admins() -> None:
    for looking in (True, False):
        assert role_for("something_new", "something_new.index", looking=looking) is Role.ADMIN
        assert role_for(None, "index", looking=looking) is Role.ADMIN


def test_a_token_that_may_read_changes_nothing(
    closed: Flask, engine: Engine, tokens: dict[Role, str]
) -> None:
    with open_session(engine) as session:
        _, secret = issue_token(session, 5, "reader", Reach.READ, now=closed.extensions["bench"].now())
    http = closed.test_client()
    assert http.get("/api/v1/claims", headers=bearer(secret)).status_code == 200
    error_of(http.post("/api/v1/crosscheck", headers=bearer(secret)), 403, "forbidden")


@pytest.mark.parametrize("header", ["Bearer", "Bearer x", "Basic eDp5", "bearer  ", "Bearer \u00e9"])
def test_a_token_that_is_none_opens_nothing(http: FlaskClient, header: str) -> None:
    """Not even for who sits at this machine: a wrong token is a mistake that is told."""
    error_of(http.get("/api/v1/claims", headers={"Authorization": header}), 401, "not_signed_in")


def test_decisions_by_token_stand_under_its_account(
    closed: Flask, filled: dict[str, str], tokens: dict[Role, str]
) -> None:
    answer = {
        "discrepancy": filled["conflict"],
        "outcome": "growth",
        "reason": "later_update",
        "reviewer": "Somebody Else",
    }
    posted = closed.test_client().post(
        "/api/v1/decisions", json=answer, headers=bearer(tokens[Role.REVIEWER])
    )
    assert posted.get_json()["reviewer"] == "reviewer"


def sign_in(http: FlaskClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    csrf = token_of(http, "/sign-in")
    return http.post("/sign-in", data={"name": name, "password": password, "csrf_token": csrf, **more})


def token_of(http: FlaskClient, path: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', http.get(path).get_data(as_text=True))
    assert found
    return found[1]


def test_signing_in_and_out(
    closed: Flask, password_for: Callable[[Role], None], filled: dict[str, str]
) -> None:
    password_for(Role.REVIEWER)
    http = closed.test_client()
    assert http.get("/").headers["Location"] == "/sign-in?next=/"
    wrong = sign_in(http, "reviewer", "wrong")
    assert wrong.status_code == 403
    assert "No account has this name and password." in wrong.get_data(as_text=True)
    entered = sign_in(http, "Reviewer", next=f"/discrepancies/{filled['conflict']}?state=all")
    assert entered.headers["Location"] == f"/discrepancies/{filled['conflict']}?state=all"
    cookie = next(value for name, value in entered.headers if name == "Set-Cookie")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    path = f"/discrepancies/{filled['conflict']}"
    found = page(http, path)
    assert "Recorded under your name, reviewer" in found.text
    assert not found.all("input", name="reviewer")
    csrf = token_of(http, path)
    answer = {"outcome": "growth", "reason": "later_update", "reviewer": "Eve", "csrf_token": csrf}
    assert http.post(path, data=answer).status_code == 303
    assert http.get(f"/api/v1{path}").get_json()["decision"]["reviewer"] == "reviewer"
    assert http.get("/accounts").status_code == 403
    assert http.post("/sign-out", data={"csrf_token": csrf}).status_code == 303
    assert http.get("/").status_code == 302


def test_a_form_of_another_page_is_refused(
    closed: Flask, password_for: Callable[[Role], None], filled: dict[str, str]
) -> None:
    password_for(Role.ADMIN)
    http = closed.test_client()
    sign_in(http, "admin")
    path = f"/discrepancies/{filled['conflict']}"
    answer = {"outcome": "growth", "reason": "later_update"}
    for csrf in ({}, {"csrf_token": "x"}, {"csrf_token": token_of(closed.test_client(), "/sign-in")}):
        assert http.post(path, data={**answer, **csrf}).status_code == 400
    for form in ("/bulk", f"{path}/undo", f"{path}/desk", f"{path}/edge", "/accounts", "/me/tokens"):
        assert http.post(form, data={}).status_code == 400
    assert http.get(f"/api/v1{path}").get_json()["decisions"] == []


def test_sign_in_is_throttled(closed: Flask, tokens: dict[Role, str]) -> None:
    http = closed.test_client()
    csrf = token_of(http, "/sign-in")
    data = {"name": "admin", "password": "wrong", "csrf_token": csrf}
    statuses = [http.post("/sign-in", data=data).status_code for _ in range(12)]
    assert statuses[:10] == [403] * 10
    assert statuses[10:] == [429] * 2
    other = http.post("/sign-in", data=data, environ_base={"REMOTE_ADDR": "192.0.2.1"})
    assert other.status_code == 429, "the name is throttled from wherever it is tried"


def test_a_link_works_once(closed: Flask, engine: Engine) -> None:
    with open_session(engine) as session:
        _, secret = make_account(session, HOSTILE, Role.VIEWER, now=closed.extensions["bench"].now())
    http = closed.test_client()
    found = page(http, f"/welcome/{secret}")
    assert f"Welcome, {HOSTILE}" in found.text
    assert not found.foreign_scripts
    csrf = token_of(http, f"/welcome/{secret}")
    for password, again, told in (
        ("short", "short", "12 to 1,000"),
        (PASSWORD, "another", "not the same"),
    ):
        data = {"password": password, "again": again, "csrf_token": csrf}
        refused = http.post(f"/welcome/{secret}", data=data)
        assert refused.status_code == 422
        assert told in refused.get_data(as_text=True)
    data = {"password": PASSWORD, "again": PASSWORD, "csrf_token": csrf}
    assert http.post(f"/welcome/{secret}", data=data).status_code == 303
    assert http.post(f"/welcome/{secret}", data=data).status_code == 404
    assert http.get(f"/welcome/{secret}").status_code == 404
    assert sign_in(http, HOSTILE).status_code == 303


def test_admins_keep_the_accounts(
    closed: Flask, tokens: dict[Role, str], password_for: Callable[[Role], None]
) -> None:
    password_for(Role.ADMIN)
    password_for(Role.REVIEWER)
    http = closed.test_client()
    sign_in(http, "admin")
    csrf = {"csrf_token": token_of(http, "/accounts")}
    made = http.post("/accounts", data={"name": "Ada", "role": "editor", **csrf})
    assert made.status_code == 201
    link = re.search(r"http://localhost(/welcome/[\w-]+)", made.get_data(as_text=True))
    assert link
    assert link[1] not in http.get("/accounts").get_data(as_text=True), "it is shown once"
    assert http.post("/accounts", data={"name": " ADA ", "role": "viewer", **csrf}).status_code == 409
    assert http.post("/accounts", data={"name": " ", "role": "viewer", **csrf}).status_code == 422
    other = closed.test_client()
    assert other.get(link[1]).status_code == 200
    again = http.post("/accounts/6", data={"action": "invite", **csrf})
    assert again.status_code == 201
    assert other.get(link[1]).status_code == 404, "a new link voids the old one"
    reviewer = closed.test_client()
    sign_in(reviewer, "reviewer")
    assert reviewer.get("/").status_code == 200
    assert http.post("/accounts/3", data={"action": "role", "role": "viewer", **csrf}).status_code == 303
    assert reviewer.get("/").status_code == 302, "another role ends the sessions"
    assert http.post("/accounts/3", data={"action": "stop", **csrf}).status_code == 303
    assert sign_in(reviewer, "reviewer").status_code == 403
    secret = bearer(tokens[Role.REVIEWER])
    assert reviewer.get("/api/v1/claims", headers=secret).status_code == 401
    for action in ({"action": "stop"}, {"action": "role", "role": "viewer"}):
        assert http.post("/accounts/5", data={**action, **csrf}).status_code == 409, "the last admin stays"
    assert http.post("/accounts/99", data={"action": "stop", **csrf}).status_code == 404


def test_tokens_are_shown_once_and_revoked(
    closed: Flask, tokens: dict[Role, str], password_for: Callable[[Role], None], engine: Engine
) -> None:
    password_for(Role.VIEWER)
    http = closed.test_client()
    sign_in(http, "viewer")
    csrf = {"csrf_token": token_of(http, "/me")}
    made = http.post("/me/tokens", data={"label": HOSTILE, "reach": "read", **csrf})
    found = re.search(r"wb_[\w-]{43}", made.get_data(as_text=True))
    assert found
    shown = page(http, "/me")
    assert HOSTILE in shown.text
    assert found[0] not in shown.text
    with engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT secret FROM token").scalars().all()
    assert not any(found[0] in secret for secret in stored), "only its hash is kept"
    other = closed.test_client()
    assert other.get("/api/v1/claims", headers=bearer(found[0])).status_code == 200
    assert http.post("/me/tokens/1/revoke", data=csrf).status_code == 303
    assert other.get("/api/v1/claims", headers=bearer(tokens[Role.VIEWER])).status_code == 401
    assert http.post("/me/tokens/2/revoke", data=csrf).status_code == 303
    assert other.get("/api/v1/claims", headers=bearer(tokens[Role.ANNOTATOR])).status_code == 200, (
        "tokens of others are not touched"
    )
    assert http.post("/me/tokens/6/revoke", data=csrf).status_code == 303
    assert other.get("/api/v1/claims", headers=bearer(found[0])).status_code == 401
    assert http.post("/me/tokens", data={"label": " ", **csrf}).status_code == 422


@pytest.mark.parametrize(
    ("headers", "address"),
    [
        ({}, "192.0.2.1"),
        ({"X-Forwarded-For": "192.0.2.1"}, "127.0.0.1"),
        ({"Forwarded": "for=192.0.2.1"}, "127.0.0.1"),
        ({"Via": "1.1 proxy"}, "127.0.0.1"),
        ({"X-Real-Ip": "192.0.2.1"}, "127.0.0.1"),
    ],
)
def test_from_elsewhere_everybody_must_sign_in(
    http: FlaskClient, headers: dict[str, str], address: str
) -> None:
    assert http.get("/api/v1/claims").status_code == 200, "who sits at this machine need not"
    from_there = {"REMOTE_ADDR": address}
    assert http.get("/api/v1/claims", headers=headers, environ_base=from_there).status_code == 401
    assert http.get("/", headers=headers, environ_base=from_there).status_code == 302


@pytest.mark.parametrize(
    ("given", "onward"),
    [
        ("/?state=all", "/?state=all"),
        ("/?", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_after_signing_in_one_stays_here(given: str, onward: str) -> None:
    assert local_path(given) == onward
