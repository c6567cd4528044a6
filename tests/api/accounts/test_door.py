from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.sessions import SecureCookieSessionInterface
from sqlalchemy import Engine

from tests.api.corpus import HOSTILE
from tests.api.page import page
from tests.api.signing import PASSWORD, bearer, sign_in, token_of
from workbench.core.account import Role
from workbench.pipeline.accounts import invite, make_account
from workbench.store.session import open_session


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


def test_a_session_that_somebody_else_began_is_not_gone_on_with(
    closed: Flask, password_for: Callable[[Role], None]
) -> None:
    """Whoever plants a cookie in a browser has nothing of the session that its owner signs in to."""
    password_for(Role.REVIEWER)
    stranger, victim = closed.test_client(), closed.test_client()
    stranger.get("/sign-in")
    planted = stranger.get_cookie("workbench")
    assert planted
    victim.set_cookie("workbench", planted.value)
    assert sign_in(victim, "reviewer").status_code == 303
    assert victim.get("/").status_code == 200
    assert stranger.get("/").status_code == 302
    entered = victim.get_cookie("workbench")
    assert entered
    assert entered.value != planted.value
    token = token_of(stranger, "/sign-in")
    refused = victim.post("/me/tokens", data={"label": "planted", "csrf_token": token})
    assert refused.status_code == 400, "nor does the token of that session's forms hold"


def test_a_cookie_that_was_written_by_hand_is_none(closed: Flask, tokens: dict[Role, str]) -> None:
    forger = Flask("forger")
    forger.secret_key = "guessed"
    signer = SecureCookieSessionInterface().get_signing_serializer(forger)
    assert signer
    http = closed.test_client()
    for number in range(1, 6):
        http.set_cookie("workbench", signer.dumps({"_user_id": f"{number}.1", "_fresh": True}))
        assert http.get("/").status_code == 302


def test_names_that_are_not_there_take_the_same_work(
    closed: Flask, password_for: Callable[[Role], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each attempt checks one Argon2 hash, so that the time tells nobody which names there are."""
    password_for(Role.REVIEWER)
    checked: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, hash: str | bytes, password: str | bytes) -> Any:
        checked.append(str(hash).rpartition("$")[0].rpartition("$")[0])
        return verify(self, hash, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    http = closed.test_client()
    for name in ("reviewer", "viewer", "nobody at all"):  # with a password, without one, not there
        assert sign_in(http, name, "wrong wrong wrong").status_code == 403
    assert len(checked) == 3
    assert len(set(checked)) == 1, "and all with the same parameters"


def test_secrets_are_in_no_log(
    closed: Flask, engine: Engine, tokens: dict[Role, str], caplog: pytest.LogCaptureFixture
) -> None:
    with open_session(engine) as session:
        secret = invite(session, int(Role.EDITOR), now=closed.extensions["bench"].now())
    with caplog.at_level(logging.DEBUG):
        http = closed.test_client()
        csrf = token_of(http, f"/welcome/{secret}")
        data = {"password": PASSWORD, "again": PASSWORD, "csrf_token": csrf}
        assert http.post(f"/welcome/{secret}", data=data).status_code == 303
        assert sign_in(http, "editor").status_code == 303
        program = closed.test_client()
        assert program.get("/api/v1/claims", headers=bearer(tokens[Role.VIEWER])).status_code == 200
        assert program.get("/api/v1/claims", headers=bearer("wb_wrong")).status_code == 401
    told = "\n".join(record.getMessage() for record in caplog.records)
    for hidden in (secret, PASSWORD, tokens[Role.VIEWER], "wb_wrong", str(closed.secret_key)):
        assert hidden not in told
