"""Each role against each page and each call; tokens, forms of another page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select

from api.access import ROLES, local_path, role_for
from api.openapi import PREFIX
from tests.api.answers import error_of
from tests.api.least import LEAST, OWN_LOCK
from tests.api.signing import bearer, sign_in, token_of
from workbench.core.account import Reach, Role
from workbench.pipeline.accounts import issue_token
from workbench.store.rows import Row
from workbench.store.session import open_session


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


def test_every_form_needs_its_token(
    closed: Flask, filled: dict[str, str], password_for: Callable[[Role], None], engine: Engine
) -> None:
    """An admin may do everything, but not without the token of the page, or with that of another session."""
    password_for(Role.ADMIN)
    http = closed.test_client()
    sign_in(http, "admin")
    foreign = token_of(closed.test_client(), "/sign-in")
    forms = [path for method, path in LEAST if method == "POST" and not path.startswith(PREFIX)]
    assert len(forms) > 10
    before = contents(engine)
    for path in forms:
        for token in ({}, {"csrf_token": ""}, {"csrf_token": "x"}, {"csrf_token": foreign}):
            answer = http.post(path.format(id=filled["tension"]), data=token)
            assert answer.status_code == 400, (path, token)
    assert contents(engine) == before


def test_no_address_changes_anything_by_being_looked_at(
    closed: Flask, filled: dict[str, str], tokens: dict[Role, str], engine: Engine
) -> None:
    """A link, a picture or a page fetched ahead asks with GET, and carries no token of a form."""
    closed.config["RATELIMIT_ENABLED"] = False
    http = closed.test_client()
    before = contents(engine)
    for method, path in LEAST:
        if method == "GET":
            address = path.format(id=filled["tension"])
            http.get(address, headers=bearer(tokens[Role.ADMIN])).close()
    assert contents(engine) == before


def test_from_elsewhere_nothing_is_served_without_signing_in(
    app: Flask, filled: dict[str, str], engine: Engine
) -> None:
    """Also where who sits at this machine need not sign in."""
    app.config["RATELIMIT_ENABLED"] = False
    http = app.test_client()
    before = contents(engine)
    for (method, path), least in LEAST.items():
        if least is not None:
            body: Any = {} if method != "GET" and path.startswith(PREFIX) else None
            answer = http.open(
                path.format(id=filled["tension"]),
                method=method,
                json=body,
                environ_base={"REMOTE_ADDR": "192.0.2.1"},
            )
            assert answer.status_code == (401 if path.startswith(PREFIX) else 302), (method, path)
            assert filled["tension"] not in answer.get_data(as_text=True).partition("next=")[0]
    assert contents(engine) == before


def contents(engine: Engine) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with engine.connect() as connection:
        return {
            name: sorted(map(repr, connection.execute(select(table))))
            for name, table in Row.metadata.tables.items()
        }
