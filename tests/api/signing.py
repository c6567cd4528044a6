"""How the tests sign in."""

from __future__ import annotations

import re
from typing import Any

from flask.testing import FlaskClient

PASSWORD = "correct horse battery"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def sign_in(http: FlaskClient, name: str, password: str = PASSWORD, **more: str) -> Any:
    csrf = token_of(http, "/sign-in")
    return http.post("/sign-in", data={"name": name, "password": password, "csrf_token": csrf, **more})


def token_of(http: FlaskClient, path: str) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', http.get(path).get_data(as_text=True))
    assert found
    return found[1]
