"""A tool on loopback without a login: who may speak to it, and what a browser may do with its pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request
from werkzeug.exceptions import BadRequest

from workbench.settings import Settings

from .openapi import PREFIX

LOOPBACK = ("127.0.0.1", "localhost", "::1")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # no-referrer would make a browser send "Origin: null" with our form
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guard(app: Flask, settings: Settings) -> None:
    """Puts the checks before each request, and the headers on each answer."""
    hosts = frozenset((*LOOPBACK, *(name.strip().lower() for name in settings.allowed_hosts.split(","))))

    @app.before_request
    def check() -> None:
        check_host(hosts)
        if "\0" in request.path:
            abort(404)  # nothing has such a name, and PostgreSQL takes none to look for
        if request.method not in SAFE_METHODS:
            check_origin()
            if request.path.startswith(PREFIX):
                check_json()

    @app.after_request
    def protect(answer: Response) -> Response:
        for name, value in HEADERS.items():
            answer.headers.setdefault(name, value)
        if not request.endpoint or not request.endpoint.endswith("static"):
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer


def check_host(hosts: frozenset[str]) -> None:
    """A foreign name that was pointed at loopback (DNS rebinding) is refused, whatever the port.

    Flask's own TRUSTED_HOSTS cannot name [::1].
    """
    try:
        name = urlsplit(f"//{request.environ.get('HTTP_HOST', '')}").hostname
    except ValueError:
        name = None
    if not name or name not in hosts:
        abort(400, "this workbench does not answer to that host name; see WORKBENCH_ALLOWED_HOSTS")


def check_origin() -> None:
    """Browsers name the page that a write comes from; another page has no business here."""
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc.lower() != request.host.lower():
        abort(403, "a page of another origin may not change anything here")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403, "a page of another site may not change anything here")


def check_json() -> None:
    """Bodies are JSON, declared as such; read here once, so that broken ones are told apart from wrong."""
    if not request.mimetype and not request.get_data():
        return
    if request.mimetype != "application/json":
        abort(415, "send the body as JSON, with the header Content-Type: application/json")
    if not request.get_data():
        return
    try:
        request.get_json()
    except RecursionError:
        abort(400, "the JSON in the body is nested too deeply")
    except BadRequest:
        abort(400, "the body is no JSON (in UTF-8)")
