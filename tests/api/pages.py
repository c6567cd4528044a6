"""Every page there is, with addresses to look at it. The tests of all pages go by this table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import Engine, select

from workbench.core.account import Role
from workbench.pipeline.accounts import accept, make_account
from workbench.store.rows import ArticleRow, ClaimRow
from workbench.store.session import open_session

NAME, PASSWORD = "Ada", "correct horse battery"


@dataclass(frozen=True, slots=True)
class Look:
    """One address of a page; `signed_in` by the account that `furnish` makes."""

    path: str
    status: int = 200
    signed_in: bool = False


# By endpoint; a page that is missing here fails test_pages_all.py.
PAGES: Mapping[str, Mapping[str, Look]] = {
    "queue.index": {
        "queue": Look("/"),
        "queue-filtered": Look("/?state=all&class=echo"),
        "queue-empty": Look("/?outlet=Nobody"),
        "queue-signed-in": Look("/?state=note", signed_in=True),
        "error": Look("/?class=war", 422),
    },
    "review.discrepancy": {
        "case": Look("/discrepancies/{conflict}"),
        "case-hostile": Look("/discrepancies/{hostile}"),
        "case-signed-in": Look("/discrepancies/{tension}", signed_in=True),
        "gone": Look("/discrepancies/nothing", 404),
    },
    "overview.index": {"overview": Look("/overview")},
    "overview.by_source": {"sources": Look("/sources")},
    "finder.articles": {"articles": Look("/articles"), "articles-none": Look("/articles?q=nobody")},
    "finder.claims": {"claims": Look("/claims"), "claims-none": Look("/claims?origin=nobody")},
    "finder.claim": {"claim": Look("/claims/{claim}"), "claim-gone": Look("/claims/nothing", 404)},
    "articles_pages.article": {"article": Look("/articles/{article}")},
    "articles_pages.rules": {"rules": Look("/rules")},
    "events_pages.index": {"events": Look("/events")},
    "events_pages.event": {"event": Look("/events/gaza"), "event-gone": Look("/events/nothing", 404)},
    "agreement_pages.index": {"agreement": Look("/agreement")},
    "releases_pages.index": {"releases": Look("/releases")},
    "releases_pages.release": {"release-gone": Look("/releases/9", 404)},
    "releases_pages.changes": {"changes-gone": Look("/releases/9/changes", 404)},
    "settings_pages.index": {"settings": Look("/settings")},
    "accounts.index": {"accounts": Look("/accounts")},
    "door.sign_in": {"sign-in": Look("/sign-in")},
    "door.welcome": {"welcome": Look("/welcome/{secret}"), "welcome-spent": Look("/welcome/x", 404)},
    "me.index": {"me": Look("/me", signed_in=True), "me-nobody": Look("/me", 403)},
}
LOOKS = {name: look for looks in PAGES.values() for name, look in looks.items()}
NO_PAGES: Mapping[str, str] = {
    "static": "files",
    "bootstrap.static": "files",
    "docs.static": "files",
    "docs.page": "Swagger UI's own page, which its makers answer for",
    "provider.begin": "a redirect to the OpenID Connect provider; its errors are the page to sign in",
    "provider.back": "a redirect into the workbench",
    "review.following": "a redirect to the next case",
}
JSON = "/api/v1/"


def pages_of(app: Flask) -> set[str]:
    """The endpoints that a browser is shown."""
    return {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.rule.startswith(JSON)
    } | {"docs.page", "docs.static"}


def furnish(app: Flask, engine: Engine, ids: Mapping[str, str]) -> dict[str, str]:
    """Makes an account that can sign in and one that is invited; what the addresses name."""
    now = app.extensions["bench"].now()
    with open_session(engine) as session:
        accept(session, make_account(session, NAME, Role.ADMIN, now=now)[1], PASSWORD, now=now)
        _, secret = make_account(session, "Ben", Role.REVIEWER, now=now)
        article = session.scalars(select(ArticleRow.id).order_by(ArticleRow.id)).first()
        claim = session.scalars(select(ClaimRow.id).order_by(ClaimRow.id)).first()
    return {**ids, "secret": secret, "article": article or "", "claim": claim or ""}
