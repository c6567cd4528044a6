"""What holds for every page there is: it is in the table, asks the database little, and stays within."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from tests.api.page import Page
from tests.api.pages import LOOKS, NAME, NO_PAGES, PAGES, PASSWORD, Look, furnish, pages_of

MOST_QUERIES = 15


@pytest.fixture
def places(app: Flask, engine: Engine, filled: dict[str, str]) -> dict[str, str]:
    return furnish(app, engine, filled)


def client_for(look: Look, app: Flask) -> FlaskClient:
    client = app.test_client()
    if look.signed_in:
        assert client.post("/sign-in", data={"name": NAME, "password": PASSWORD}).status_code == 303
    return client


def test_the_table_has_every_page(app: Flask) -> None:
    assert pages_of(app) == PAGES.keys() | NO_PAGES.keys()


@pytest.mark.parametrize("name", LOOKS)
def test_a_page_asks_the_database_little(name: str, app: Flask, places: dict[str, str]) -> None:
    """And loads nothing from elsewhere, and runs no script but the files of ours."""
    look = LOOKS[name]
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            asked.append(statement)

    client = client_for(look, app)
    engine = app.extensions["bench"].engine
    event.listen(engine, "before_cursor_execute", note)
    answer = client.get(look.path.format(**places))
    event.remove(engine, "before_cursor_execute", note)
    assert answer.status_code == look.status
    assert len(asked) <= MOST_QUERIES, "\n".join(asked)
    html = answer.get_data(as_text=True)
    found = Page(html)
    assert not found.foreign_scripts
    assert not found.all("style")
    assert not any(key == "style" or key.startswith("on") for _, attrs in found.tags for key in attrs)
    assert not re.search(r'(src|href)="(https?:)?//(?!news\.example)', html)


@pytest.mark.parametrize("name", LOOKS)
def test_every_field_has_a_label_and_every_form_its_token(
    name: str, app: Flask, places: dict[str, str]
) -> None:
    look = LOOKS[name]
    found = Page(client_for(look, app).get(look.path.format(**places)).get_data(as_text=True))
    labels = {label.get("for") for label in found.all("label")}
    for field in (*found.all("input"), *found.all("select"), *found.all("textarea")):
        if field.get("type") != "hidden":
            assert field.get("id") in labels or field.get("aria-label"), field
    ids = [attrs["id"] for _, attrs in found.tags if "id" in attrs]
    assert len(ids) == len(set(ids)), "no two things have one id"
    posts = [form for form in found.all("form") if form.get("method") == "post"]
    assert len(found.all("input", name="csrf_token")) == len(posts)


def test_what_is_not_built_is_nowhere(http: FlaskClient, places: dict[str, str]) -> None:
    """No page has a word of jobs, and no link leads to nothing."""
    for name, look in LOOKS.items():
        if look.signed_in or look.status != 200:
            continue
        found = Page(http.get(look.path.format(**places)).get_data(as_text=True))
        assert not re.search(r"\bjobs?\b", found.text, re.IGNORECASE), name
        for link in found.all("a"):
            address = (link.get("href") or "").partition("#")[0]
            if address.startswith("/") and "/exports/" not in address:
                assert http.get(address).status_code in (200, 303), (name, address)
