"""The page of settings: what each is, where it comes from, and who changed it when."""

from __future__ import annotations

from dataclasses import dataclass, fields

from flask import Blueprint, Response, redirect, render_template, request, url_for
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from werkzeug.wrappers import Response as AnyResponse

from workbench.core.article import clean_text
from workbench.exceptions import Conflict, InvalidData
from workbench.settings import STORED, Settings, variable
from workbench.store.settings import setting_log
from workbench.vocabulary import profile_names

from ..bench import Bench, bench
from ..who import who

blueprint = Blueprint("settings_pages", __name__)

LONGEST = 200
YES_NO = (("yes", "yes"), ("no", "no"))
RULES: dict[str, tuple[str, str]] = {
    "as_of_tolerance_days": (
        "Days between two figures",
        "How many days two as-of days may lie apart and still be compared. From the next cross-check on.",
    ),
    "two_person": (
        "Two reviewers",
        "A decision counts once a second reviewer has answered the same. From the next decision on.",
    ),
    "profile": (
        "Vague words",
        "How “dozens” and the like are read. From the next workbench rebuild on.",
    ),
    "desk_minutes": (
        "Minutes on the desk",
        "How long a case that somebody took is theirs, before others may answer it.",
    ),
}
MEANINGS: dict[str, str] = {
    "state": "the folder of the database, the local Label Studio and the exports",
    "database_url": "the database; empty: SQLite in the state folder",
    "label_studio_url": "an existing Label Studio; empty: a local one in the state folder",
    "label_studio_token": "the access token of Label Studio",
    "label_studio_database": "the PostgreSQL of the local Label Studio; empty: SQLite",
    "tools": "the folder that Label Studio is installed into; empty: inside the state folder",
    "chromium": "the browser that takes the previews; empty: the first one found",
    "vocabulary": "a folder with vocabulary files of one's own, laid over ours",
    "pseudonym_key": "the file with the key of the annotators' pseudonyms; empty: in the state folder",
    "reviewer": "whose name stands on decisions where nobody signs in; empty: that of the account",
    "quote_characters": "of a sentence that a release quotes at most",
    "max_article_characters": "a longer article is refused",
    "spark_master": "where Spark runs",
    "corpus_memory": "the memory that a cross-check of a corpus may take",
    "login": "also who sits at this machine must sign in",
    "oidc_issuer": "the OpenID Connect provider that people may sign in with",
    "oidc_client_id": "as what the workbench is registered there",
    "oidc_client_secret": "its secret there",
    "oidc_role_claim": "the provider's word for a new account's role",
    "oidc_roles": "what of that word means which role; else viewer",
    "allowed_hosts": "further host names that the pages answer to",
}
HIDDEN = "set, and not shown"


@dataclass(frozen=True, slots=True)
class Line:
    """A setting as the page shows it. `choices` None: a number is typed."""

    name: str
    label: str
    meaning: str
    value: str
    source: str
    fixed: bool
    choices: tuple[tuple[str, str], ...] | None = None


@blueprint.get("/settings")
def index() -> AnyResponse:
    return _page({})


@blueprint.post("/settings")
def change() -> AnyResponse:
    """Sets what was changed in the form, all of it or nothing of it; empty is the default."""
    here = bench()
    given = {
        name: clean_text(request.form[name]).strip()[:LONGEST] for name in STORED if name in request.form
    }
    before = {line.name: line.value for line in rules(here)}
    changed = {name: raw for name, raw in given.items() if raw != before[name]}
    wrong: dict[str, str] = {}
    for name, raw in changed.items():
        try:
            here.check_setting(name, raw)
        except (InvalidData, Conflict) as error:
            wrong[name] = error.message
    if wrong:
        return _page(wrong, given, status=422)
    for name, raw in changed.items():
        here.change_setting(name, raw, by=who())
    return redirect(url_for(".index"), 303)


def rules(here: Bench) -> list[Line]:
    """Those that an admin may change here."""
    choices = {
        "two_person": YES_NO,
        "profile": tuple((name, name) for name in profile_names(here.settings.vocabulary_folder)),
    }
    house = here.house
    return [
        Line(
            name=name,
            label=label,
            meaning=meaning,
            value=written(getattr(house, name)),
            source=_source(here.settings, house, name),
            fixed=here.settings.fixed(name),
            choices=choices.get(name),
        )
        for name, (label, meaning) in RULES.items()
    ]


def of_server(settings: Settings) -> list[Line]:
    """Those that only the environment of the server says."""
    return [
        Line(
            name=variable(one.name),
            label=one.name.replace("_", " "),
            meaning=MEANINGS.get(one.name, ""),
            value=shown(settings, one.name),
            source=_source(settings, settings, one.name),
            fixed=True,
        )
        for one in fields(settings)
        if one.name not in RULES and one.name != "given"
    ]


def shown(settings: Settings, name: str) -> str:
    """The value without what is secret in it."""
    value = getattr(settings, name)
    secret = not next(one for one in fields(settings) if one.name == name).repr
    if secret or (name != "database_url" and "@" in str(value) and "://" in str(value)):
        return HIDDEN if value else ""
    if name == "database_url" and value:
        try:
            return make_url(value).render_as_string(hide_password=True)
        except ArgumentError:
            return HIDDEN
    return written(value)


def written(value: object) -> str:
    """As it would be written in the environment."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _source(settings: Settings, house: Settings, name: str) -> str:
    if name in settings.given:
        return f"{variable(name)} of the server"
    if settings.fixed(name):
        return "given at the start of the server"
    return "set here" if getattr(house, name) != getattr(settings, name) else "the default"


def _page(wrong: dict[str, str], typed: dict[str, str] | None = None, status: int = 200) -> AnyResponse:
    here = bench()
    with here.session() as session:
        log = setting_log(session)
    page = render_template(
        "review/settings.html",
        rules=rules(here),
        server=of_server(here.settings),
        log=[(entry, RULES.get(entry.name, (entry.name, ""))[0]) for entry in log],
        wrong=wrong,
        typed=typed or {},
    )
    return Response(page, status)
