"""One's own account: the API tokens."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.account import Account, Reach
from workbench.exceptions import InvalidData
from workbench.pipeline.accounts import issue_token
from workbench.store.accounts import revoke_token, tokens_of

from ..access import asking
from ..bench import bench

blueprint = Blueprint("me", __name__, url_prefix="/me")


@blueprint.get("")
def index() -> AnyResponse:
    return _page()


@blueprint.post("/tokens")
def make_token() -> AnyResponse:
    """Shows the secret of the new token, once."""
    here, given = bench(), request.form
    reach = Reach.WRITE if given.get("reach") == Reach.WRITE.value else Reach.READ
    try:
        with here.writing() as work:
            _, secret = issue_token(work, _mine().id, given.get("label", ""), reach, now=here.now())
    except InvalidData as error:
        return _page(wrong=error.message, status=422)
    return _page(secret=secret, status=201)


@blueprint.post("/tokens/<int(max=2147483647):token_id>/revoke")
def revoke(token_id: int) -> AnyResponse:
    with bench().writing() as work:
        revoke_token(work, _mine().id, token_id)
    return redirect(url_for(".index"), 303)


def _mine() -> Account:
    """Tokens belong to an account: who sits at this machine without one has none."""
    somebody = asking(bench().settings)
    if somebody is None or somebody.account is None:
        abort(403, "sign in with an account of your own; tokens belong to accounts")
    return somebody.account


def _page(*, secret: str = "", wrong: str = "", status: int = 200) -> AnyResponse:
    account = _mine()
    with bench().session() as work:
        tokens = tokens_of(work, account.id)
    return Response(
        render_template("accounts/me.html", account=account, tokens=tokens, secret=secret, wrong=wrong),
        status,
    )
