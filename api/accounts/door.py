"""Signing in and out, and the one-time link that sets a password."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, redirect, render_template, request, session, url_for
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_login import login_user, logout_user
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.account import Account
from workbench.exceptions import InvalidData, NotFound
from workbench.pipeline.accounts import accept, invited
from workbench.pipeline.accounts import sign_in as known

from ..access import local_path, person
from ..bench import bench

ATTEMPTS = "10 per minute"
STAY = timedelta(hours=12)

blueprint = Blueprint("door", __name__)
limiter = Limiter(get_remote_address, storage_uri="memory://")


def throttle(app: Flask) -> None:
    """So many attempts to sign in, by address and by name, and no more."""
    app.config["PERMANENT_SESSION_LIFETIME"] = STAY
    limiter.init_app(app)


@blueprint.app_template_global("csrf")
def csrf() -> Markup:
    """The hidden field that every form of ours carries."""
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


@blueprint.get("/sign-in")
def sign_in() -> str:
    return form(local_path(request.args.get("next", "/")))


def form(onward: str, *, name: str = "", wrong: str = "") -> str:
    """The page to sign in on."""
    issuer = bench().settings.oidc_issuer
    provider = urlsplit(issuer).hostname if issuer else None
    return render_template("accounts/sign_in.html", onward=onward, name=name, wrong=wrong, provider=provider)


def let_in(account: Account) -> None:
    """Begins a session of its own: what was in the session before belongs to nobody."""
    session.clear()
    session.permanent = True
    login_user(person(account))


@blueprint.post("/sign-in")
@limiter.limit(ATTEMPTS)
@limiter.limit(ATTEMPTS, key_func=lambda: "name " + request.form.get("name", "").casefold()[:200])
def enter() -> AnyResponse:
    name, onward = request.form.get("name", ""), local_path(request.form.get("next", "/"))
    with bench().writing() as work:
        account = known(work, name.strip(), request.form.get("password", ""))
    if account is None:
        wrong = "No account has this name and password."
        return Response(form(onward, name=name[:200], wrong=wrong), 403)
    let_in(account)
    return redirect(onward, 303)


@blueprint.post("/sign-out")
def sign_out() -> AnyResponse:
    logout_user()
    session.clear()
    return redirect(url_for(".sign_in"), 303)


@blueprint.get("/welcome/<secret>")
@limiter.limit(ATTEMPTS)
def welcome(secret: str) -> str:
    """Raises NotFound where the link is spent."""
    with bench().session() as work:
        account = invited(work, secret, now=bench().now())
    return render_template("accounts/welcome.html", name=account.name, wrong="")


@blueprint.post("/welcome/<secret>")
@limiter.limit(ATTEMPTS)
def set_password(secret: str) -> AnyResponse:
    """Raises NotFound where the link is spent."""
    here, password = bench(), request.form.get("password", "")
    try:
        if password != request.form.get("again", ""):
            raise InvalidData("the two are not the same")
        with here.writing() as work:
            accept(work, secret, password, now=here.now())
    except NotFound:
        raise
    except InvalidData as error:
        with here.session() as work:
            account = invited(work, secret, now=here.now())
        return Response(render_template("accounts/welcome.html", name=account.name, wrong=error.message), 422)
    return redirect(url_for(".sign_in"), 303)
