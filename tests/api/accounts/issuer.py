"""A real OpenID Connect provider for tests, in a process of its own: oidc-provider-mock, made to insist on
PKCE, and to lie when it is told to.

PUT /users/SUBJECT with claims makes a person; POST /lies says which claims of the next ID tokens are replaced
("key": true signs them with a key that is not its own).
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import socket
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from flask import Flask, Response, request


@contextmanager
def running() -> Iterator[str]:
    """The address of the issuer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "tests.api.accounts.issuer", str(port)]
    env = {**os.environ, "AUTHLIB_INSECURE_TRANSPORT": "1"}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            for _ in range(300):
                try:
                    httpx.get(address).raise_for_status()
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield address
        finally:
            process.terminate()


def consent(address: str, subject: str, *, action: str = "") -> str:
    """Says yes at the provider, where we sent a person to `address`: where they are sent back to."""
    form = {"action": action} if action else {"sub": subject}
    answer = httpx.post(address, data=form)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def _app() -> Flask:
    import oidc_provider_mock
    from joserfc import jwt
    from joserfc.jwk import RSAKey
    from oidc_provider_mock._storage import storage

    app: Flask = oidc_provider_mock.app(require_nonce=True)
    challenges: dict[str, str] = {}
    lies: dict[str, Any] = {}

    @app.post("/lies")
    def lie() -> str:
        lies.clear()
        lies.update(request.get_json())
        return ""

    @app.before_request
    def insist() -> tuple[dict[str, str], int] | None:
        if request.path == "/oauth2/token":
            digest = hashlib.sha256(request.form.get("code_verifier", "").encode()).digest()
            given = base64.urlsafe_b64encode(digest).decode().rstrip("=")
            if given != challenges.get(request.form["code"]):
                return {"error": "invalid_grant"}, 400
        return None

    @app.after_request
    def note(answer: Response) -> Response:
        if request.path == "/oauth2/authorize" and request.args.get("code_challenge_method") == "S256":
            code = parse_qs(urlsplit(answer.headers.get("Location", "")).query).get("code")
            if code:
                challenges[code[0]] = request.args["code_challenge"]
        if answer.mimetype == "text/html":  # its style sheet is on another host
            answer.set_data(re.sub(r"<link[^>]*>", "", answer.get_data(as_text=True)))
        if request.path == "/oauth2/token" and lies and answer.status_code == 200:
            body = answer.get_json()
            own = RSAKey.import_key(storage.jwk.as_dict(is_private=True))
            told = dict(jwt.decode(body["id_token"], own).claims)
            told.update({name: value for name, value in lies.items() if name != "key"})
            header = {"alg": "RS256", "kid": own.kid}
            key = RSAKey.generate_key(2048) if lies.get("key") else own
            body["id_token"] = jwt.encode(header, told, key)
            answer.set_data(app.json.dumps(body))
        return answer

    return app


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    _app().run("127.0.0.1", int(sys.argv[1]), debug=False, threaded=True)
