"""Who is asking, and what they may do: sign-in by session or by API token, and a role for each address."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, Request, abort, redirect, request, url_for
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, current_user
from flask_wtf.csrf import CSRFProtect
from werkzeug.wrappers import Response

from workbench.core.account import Account, Reach, Role
from workbench.pipeline.accounts import bearer
from workbench.settings import Settings
from workbench.store.accounts import account_of
from workbench.store.rows import AccountRow

from .bench import Bench
from .openapi import PREFIX

LOOPBACK = ("127.0.0.1", "localhost", "::1")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")

# By blueprint: the role for looking, and the one for changing. None is for everybody, signed in or not.
ROLES: Mapping[str, tuple[Role | None, Role | None]] = {
    "queue": (Role.VIEWER, Role.REVIEWER),
    "review": (Role.VIEWER, Role.REVIEWER),
    "overview": (Role.VIEWER, Role.ADMIN),
    "finder": (Role.VIEWER, Role.ADMIN),
    "settings_pages": (Role.VIEWER, Role.ADMIN),
    "events_pages": (Role.VIEWER, Role.EDITOR),
    "articles_pages": (Role.VIEWER, Role.EDITOR),
    "agreement_pages": (Role.VIEWER, Role.ADMIN),
    "agreement": (Role.VIEWER, Role.ADMIN),
    "articles": (Role.VIEWER, Role.EDITOR),
    "projects": (Role.VIEWER, Role.ANNOTATOR),
    "claims": (Role.VIEWER, Role.ADMIN),
    "crosscheck": (Role.VIEWER, Role.REVIEWER),
    "discrepancies": (Role.VIEWER, Role.ADMIN),
    "decisions": (Role.VIEWER, Role.REVIEWER),
    "origins": (Role.VIEWER, Role.REVIEWER),
    "events": (Role.VIEWER, Role.EDITOR),
    "measures": (Role.VIEWER, Role.ADMIN),
    "exports": (Role.EDITOR, Role.EDITOR),
    "releases": (Role.VIEWER, Role.EDITOR),
    "releases_pages": (Role.VIEWER, Role.EDITOR),
    "health": (None, Role.ADMIN),
    "api-docs": (Role.VIEWER, Role.ADMIN),
    "docs": (Role.VIEWER, Role.ADMIN),
    "bootstrap": (None, Role.ADMIN),
    "door": (None, None),
    "provider": (None, Role.ADMIN),
    "webhooks": (None, None),  # Label Studio has no account: it shows a secret, which these two check
    "ml": (None, None),
    "me": (Role.VIEWER, Role.VIEWER),
    "accounts": (Role.ADMIN, Role.ADMIN),
}
FILES = "static"  # our style sheet, icon and script: the page to sign in shows them too


@dataclass(frozen=True, slots=True)
class Person(UserMixin):  # type: ignore[misc]
    """Who asks, as Flask-Login has it. `account` None sits at this machine and did not sign in."""

    name: str
    role: Role
    reach: Reach
    account: Account | None = None

    def get_id(self) -> str:
        assert self.account is not None
        return f"{self.account.id}.{self.account.version}"

    @property
    def signed_in(self) -> bool:
        return self.account is not None


class Sessions(SecureCookieSessionInterface):
    """Signed cookies; the key is read, or made, with the first request: an app alone needs no disk."""

    def __init__(self, state: Path) -> None:
        self._state = state

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        if not app.secret_key:
            app.secret_key = secret_key(self._state)
        return super().open_session(app, request)


def control(app: Flask, settings: Settings, bench: Bench) -> None:
    """Puts the check of roles before each request."""
    app.config.update(
        SESSION_COOKIE_NAME="workbench",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=bool(settings.allowed_hosts),
        WTF_CSRF_TIME_LIMIT=None,  # a page may stand open all day; the token ends with the session
        WTF_CSRF_SSL_STRICT=False,  # Origin and Sec-Fetch-Site are checked on every write
        WTF_CSRF_CHECK_DEFAULT=False,
    )
    app.session_interface = Sessions(settings.state)
    csrf = CSRFProtect(app)
    manager = LoginManager(app)

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(text: str) -> Person | None:
        number, _, version = text.partition(".")
        with bench.session() as session:
            row = session.get(AccountRow, int(number))
            if row is None or not row.active or str(row.version) != version:
                return None
            return person(account_of(row))

    @manager.request_loader  # type: ignore[untyped-decorator]
    def load_token(_request: object) -> Person | None:
        kind, _, secret = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "bearer" or not secret.strip():
            return None
        with bench.session() as session:
            found = bearer(session, secret.strip())
        return None if found is None else person(*found)

    @app.before_request
    def check() -> Response | None:
        looking = request.method in SAFE_METHODS
        needed = role_for(request.blueprint, request.endpoint, looking=looking)
        if needed is None and looking:
            return None
        somebody = asking(settings)
        if needed is not None:
            if somebody is None:
                if request.path.startswith(PREFIX):
                    abort(401, "sign in, or send an API token: Authorization: Bearer …")
                return redirect(url_for("door.sign_in", next=local_path(request.full_path)))
            if somebody.role < needed or (somebody.reach is Reach.READ and not looking):
                abort(403, f"this needs the role {needed.word}, and a token that may write")
        if not looking and not request.path.startswith(PREFIX) and app.config.get("WTF_CSRF_ENABLED", True):
            csrf.protect()
        return None


def role_for(blueprint: str | None, endpoint: str | None, *, looking: bool) -> Role | None:
    """An address that nobody thought of is the admins'."""
    if endpoint is None or endpoint == FILES:
        return None
    reading, writing = ROLES.get(blueprint or "", (Role.ADMIN, Role.ADMIN))
    return reading if looking else writing


def asking(settings: Settings) -> Person | None:
    """Who asks; None where they must sign in first."""
    if current_user.is_authenticated:
        found: Person = current_user._get_current_object()
        return found
    if settings.login or not at_this_machine() or request.headers.get("Authorization"):
        return None
    return Person(settings.signature, Role.ADMIN, Reach.WRITE)


def at_this_machine() -> bool:
    """Does the request come from this machine itself? Through a proxy on it, it does not."""
    name = urlsplit(f"//{request.host}").hostname or ""
    forwarded = any(header in request.headers for header in FORWARDED)
    return (request.remote_addr or "") in ("127.0.0.1", "::1") and name in LOOPBACK and not forwarded


def person(account: Account, reach: Reach = Reach.WRITE) -> Person:
    return Person(account.name, account.role, reach, account)


def local_path(given: str) -> str:
    """An address of ours to go on to; the queue where it is none."""
    inside = given.startswith("/") and not given.startswith(("//", "/\\")) and "\\" not in given
    return given.rstrip("?") if inside else "/"


def secret_key(state: Path) -> str:
    """Signs the sessions; made once, and readable by the owner alone."""
    file = state / "secret_key"
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii")
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(48))
    return file.read_text("ascii")
