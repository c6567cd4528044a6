"""The accounts, for admins: made, given a role, stopped and invited again."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.account import Role
from workbench.core.article import clean_text
from workbench.exceptions import Conflict, InvalidData
from workbench.pipeline.accounts import change, invite, make_account
from workbench.store.accounts import all_accounts

from ..bench import bench

blueprint = Blueprint("accounts", __name__, url_prefix="/accounts")
ROLES = {role.word: role for role in Role}


@blueprint.get("")
def index() -> AnyResponse:
    return _page()


@blueprint.post("")
def make() -> AnyResponse:
    """Shows the one-time link of the new account, once."""
    here = bench()
    role = ROLES.get(request.form.get("role", ""), Role.VIEWER)
    try:
        with here.writing() as work:
            account, secret = make_account(
                work, clean_text(request.form.get("name", "")), role, now=here.now()
            )
    except (InvalidData, Conflict) as error:
        return _page(wrong=error.message, status=422 if isinstance(error, InvalidData) else 409)
    return _page(link=_link(secret), link_for=account.name, status=201)


@blueprint.post("/<int(max=2147483647):account_id>")
def alter(account_id: int) -> AnyResponse:
    """Another role, stopped or started again, or another link. Raises NotFound."""
    here, action = bench(), request.form.get("action", "")
    try:
        with here.writing() as work:
            if action == "invite":
                secret = invite(work, account_id, now=here.now())
                return _page(link=_link(secret), link_for=request.form.get("name", "")[:200], status=201)
            change(
                work,
                account_id,
                role=ROLES.get(request.form.get("role", "")) if action == "role" else None,
                active={"stop": False, "start": True}.get(action),
            )
    except Conflict as error:
        return _page(wrong=error.message, status=409)
    return redirect(url_for(".index"), 303)


def _link(secret: str) -> str:
    return url_for("door.welcome", secret=secret, _external=True)


def _page(*, link: str = "", link_for: str = "", wrong: str = "", status: int = 200) -> AnyResponse:
    with bench().session() as work:
        accounts = all_accounts(work)
    page = render_template(
        "accounts/index.html",
        accounts=accounts,
        roles=list(ROLES),
        link=link,
        link_for=link_for,
        wrong=wrong,
    )
    return Response(page, status)
