"""Signing in with an OpenID Connect provider: code flow with PKCE, state and nonce, by Authlib."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, Flask, Response, abort, current_app, redirect, request, session, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.account import Role
from workbench.exceptions import InvalidData, WorkbenchError
from workbench.pipeline.accounts import sign_in_by_subject
from workbench.settings import Settings, variable

from ..access import LOOPBACK, local_path
from ..bench import bench
from .door import form, let_in, limiter

ATTEMPTS = "60 per minute"  # of one address: a newsroom may have one for all
PATIENCE = 10  # seconds that the provider has to answer
ONWARD = "onward"
NAMES = ("preferred_username", "name", "email")  # claims, of which the first one names a new account
ROLES: Mapping[str, Role] = {role.word: role for role in Role if role is not Role.ADMIN}
REFUSED = "The provider did not sign you in. Try again, or ask who keeps it."
STRAY = "This sign-in was begun in another browser, or too long ago. Begin again."
DOUBTFUL = "What the provider sent cannot be trusted, so that nobody was signed in. Tell an admin."
AWAY = "The provider does not answer. Try again in a minute."

blueprint = Blueprint("provider", __name__, url_prefix="/sign-in/provider")
log = logging.getLogger(__name__)


def connect(app: Flask, settings: Settings) -> None:
    """Checks the settings, and looks for no provider: the first sign-in does. Raises InvalidData."""
    roles_of(settings.oidc_roles)
    if not settings.oidc_issuer:
        return
    issuer = urlsplit(settings.oidc_issuer)
    local = issuer.scheme == "http" and issuer.hostname in LOOPBACK
    if not issuer.hostname or not (issuer.scheme == "https" or local):
        raise _wrong("oidc_issuer", "must be an address with https://")
    for name in ("oidc_client_id", "oidc_client_secret"):
        if not getattr(settings, name):
            raise _wrong(name, "is needed for sign-in with a provider")
    from authlib.integrations.flask_client import OAuth

    oauth = OAuth(app)
    oauth.register(
        "workbench",
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        server_metadata_url=f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": PATIENCE,
        },
    )


def roles_of(written: str) -> dict[str, Role]:
    """By value of the claim. Raises InvalidData for a role that is none, or that of admins."""
    found = {}
    for part in filter(None, (one.strip() for one in written.split(","))):
        value, equals, role = (one.strip() for one in part.rpartition("="))
        if not equals or not value or role not in ROLES:
            raise _wrong("oidc_roles", f"has {part!r}; write value=role, with one of {', '.join(ROLES)}")
        found[value] = ROLES[role]
    return found


def role_by(claim: object, roles: Mapping[str, Role]) -> Role:
    """The highest role that a claim, one value or a list of them, stands for; else a viewer."""
    values = claim if isinstance(claim, list) else [claim]
    return max((roles[one] for one in values if isinstance(one, str) and one in roles), default=Role.VIEWER)


@blueprint.get("")
@limiter.limit(ATTEMPTS)
def begin() -> AnyResponse:
    """Sends the browser to the provider."""
    from requests import RequestException

    client = _client()
    session[ONWARD] = local_path(request.args.get("next", "/"))
    try:
        _check_issuer(client.load_server_metadata())
        answer: AnyResponse = client.authorize_redirect(_return_address())
    except (RequestException, ValueError, RuntimeError) as error:
        return _told(AWAY, 503, error)
    return answer


@blueprint.get("/return")
@limiter.limit(ATTEMPTS)
def back() -> AnyResponse:
    """Where the provider sends the browser back to, with a code or with a reason."""
    from authlib.common.errors import AuthlibBaseError
    from authlib.integrations.base_client import MismatchingStateError, OAuthError
    from joserfc.errors import JoseError
    from requests import RequestException

    client, here = _client(), bench()
    onward = local_path(str(session.get(ONWARD, "/")))
    try:
        metadata = client.load_server_metadata()
        _check_issuer(metadata)
        ours = {
            "value": here.settings.oidc_client_id
        }  # Authlib alone would take a token made for another client
        wanted = {"iss": {"essential": True, "value": metadata["issuer"]}, "aud": {"essential": True, **ours}}
        token = client.authorize_access_token(claims_options=wanted)
        who = _claims(client, token)
    except MismatchingStateError as error:
        return _told(STRAY, 400, error)
    except OAuthError as error:
        return _told(REFUSED, 403, error)
    except (AuthlibBaseError, JoseError, KeyError, ValueError, TypeError) as error:
        return _told(DOUBTFUL, 403, error)
    except RequestException as error:
        return _told(AWAY, 503, error)
    name = next((who[claim] for claim in NAMES if isinstance(who.get(claim), str) and who[claim]), "")
    role = role_by(who.get(here.settings.oidc_role_claim), roles_of(here.settings.oidc_roles))
    try:
        with here.writing() as work:
            account = sign_in_by_subject(
                work, here.settings.oidc_issuer, str(who["sub"]), name, role, now=here.now()
            )
    except WorkbenchError as error:
        return _told(f"{error.message[:1].upper()}{error.message[1:]}.", 403, error)
    let_in(account)
    return redirect(onward, 303)


def _claims(client: Any, token: Mapping[str, Any]) -> dict[str, Any]:
    """Of the signed ID token; what that leaves out, of the provider's page on the same person."""
    signed = dict(token["userinfo"])
    claim = bench().settings.oidc_role_claim
    wanting = (claim and claim not in signed) or not any(signed.get(name) for name in NAMES)
    if not wanting or "userinfo_endpoint" not in client.load_server_metadata():
        return signed
    more = dict(client.userinfo(token=token))
    if more.get("sub") != signed["sub"]:
        raise ValueError("the provider speaks of two people")
    return {**more, **signed}


def _client() -> Any:
    """Raises 404 where there is no provider."""
    oauth = current_app.extensions.get("authlib.integrations.flask_client")
    if oauth is None:
        abort(404)
    return oauth.workbench


def _check_issuer(metadata: Mapping[str, Any]) -> None:
    """Another one's description would have us trust another one's word (OpenID Connect Discovery 4.3)."""
    if str(metadata.get("issuer", "")).rstrip("/") != bench().settings.oidc_issuer.rstrip("/"):
        raise ValueError("the provider describes another issuer than WORKBENCH_OIDC_ISSUER")


def _return_address() -> str:
    """Cookies that travel by https alone say that people come by it, whatever a proxy makes of it."""
    scheme = "https" if current_app.config["SESSION_COOKIE_SECURE"] else None
    return url_for(".back", _external=True, _scheme=scheme)


def _told(what: str, status: int, error: Exception) -> AnyResponse:
    """The reason for people; for the log its kind alone, since codes and tokens stand in such texts."""
    log.warning("sign-in with the provider failed: %s", type(error).__name__)
    return Response(form(local_path(str(session.get(ONWARD, "/"))), wrong=what), status)


def _wrong(name: str, what: str) -> InvalidData:
    return InvalidData(f"{variable(name)} {what}", fields={variable(name): [what]})
