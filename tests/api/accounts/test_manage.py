from __future__ import annotations

import re
from collections.abc import Callable

from flask import Flask

from tests.api.signing import bearer, sign_in, token_of
from workbench.core.account import Role


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
