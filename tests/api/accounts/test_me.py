from __future__ import annotations

import re
from collections.abc import Callable

from flask import Flask
from sqlalchemy import Engine

from tests.api.corpus import HOSTILE
from tests.api.page import page
from tests.api.signing import bearer, sign_in, token_of
from workbench.core.account import Role


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
