"""Whatever stands in a text of the store, or is typed into a field: every page shows it as text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, Text, text

from tests.api.page import VOID, Page
from tests.api.pages import LOOKS, NAME, PASSWORD, furnish
from workbench.store.rows import Row

OVERRIDE, ZERO_WIDTH = "\u202e", "\u200b\u2060\ufeff"
HOSTILE: Mapping[str, str] = {
    "script": "\"><script>alert(1)</script><img src=x onerror='alert(2)'>{{ 7*191 }}",
    "right to left": f"{OVERRIDE}desrever",
    "long": "x" * 10_000,
    "zero width": f"zero{ZERO_WIDTH}width",
}
# Texts that are names of ours or of the vocabulary, addresses, secrets or paths, and no words of others.
OURS = {
    ("claim", "measure"),
    ("claim", "event_id"),
    ("discrepancy", "measure"),
    ("discrepancy", "event_id"),
    ("reference_count", "measure"),
    ("touched", "event_id"),
    ("project", "server"),
    ("unreadable", "field"),
    ("account", "password"),
    ("account", "subject"),
    ("setting", "value"),
}
OF_CLAIMS = (
    *("outlet", "origin", "origin_text", "population", "population_text", "place", "place_text", "method"),
    "text",
)
ISOLATED = ("bdi", "option", "textarea", "title", "code", "input", "text")  # paragraphs of their own


class Bidi(Page):
    """Notes words with an override that nothing keeps from reversing what stands around them."""

    def __init__(self, html: str) -> None:
        self.around: list[tuple[str, bool]] = []
        self.loose: list[str] = []
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        if tag not in VOID:
            self.around.append((tag, "dir" in dict(attrs) or tag in ISOLATED))

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        self.around.pop()

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        if OVERRIDE in data and not any(isolated for _, isolated in self.around):
            self.loose.append(" ".join(tag for tag, _ in self.around))


def spoil(engine: Engine, words: str) -> None:
    """Puts the words into every text of others that the store holds."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA ignore_check_constraints = 1")
        for table in Row.metadata.sorted_tables:
            free = [
                column.name
                for column in table.columns
                if type(column.type) is Text
                and not column.primary_key
                and not column.foreign_keys
                and (table.name, column.name) not in OURS
            ]
            for column in free:
                quoted = f'UPDATE "{table.name}" SET "{column}" = :words WHERE "{column}" IS NOT NULL'
                connection.execute(text(quoted), {"words": words})
        for identity, body in connection.execute(text("SELECT id, body FROM claim")).all():
            spoiled = json.dumps(_spoiled(json.loads(body) if isinstance(body, str) else body, words))
            connection.execute(
                text("UPDATE claim SET body = :body WHERE id = :id"), {"body": spoiled, "id": identity}
            )
        connection.execute(
            text("UPDATE event SET places = :many, aliases = :many, populations = :pairs"),
            {"many": json.dumps([words]), "pairs": json.dumps({words: words})},
        )


def _spoiled(body: Any, words: str) -> Any:
    if not isinstance(body, dict):
        return body
    return {
        key: words if key in OF_CLAIMS and isinstance(value, str) else _spoiled(value, words)
        for key, value in body.items()
    }


def sound(html: str, words: str) -> list[str]:
    """What is wrong with how the page shows them."""
    found = Bidi(html)
    wrong = [f"script {script}" for script in found.foreign_scripts]
    wrong += [f"image {image}" for image in found.all("img")]
    wrong += [f"handler {tag}" for tag, attrs in found.tags if any(name.startswith("on") for name in attrs)]
    wrong += [f"loose in {place}" for place in found.loose]
    return wrong + (["a template was run"] if "{{ 7*191 }}" in words and "1337" in found.text else [])


@pytest.fixture
def clients(app: Flask, engine: Engine, filled: dict[str, str]) -> dict[bool, FlaskClient]:
    """By whether they are signed in; the latter has a decision, an edge, a desk and a token to its name."""
    places = furnish(app, engine, filled)
    app.config["places"] = places
    ada = app.test_client()
    assert ada.post("/sign-in", data={"name": NAME, "password": PASSWORD}).status_code == 303
    case = f"/discrepancies/{filled['conflict']}"
    answer = {"outcome": "growth", "reason": "later_update", "note": "a note"}
    assert ada.post(case, data=answer).status_code == 303
    edge = {"action": "add", "copy": places["claim"], "original": "Reuters", "note": "why"}
    assert ada.post(f"{case}/edge", data=edge).status_code == 303
    assert ada.post(f"/discrepancies/{filled['hostile']}/desk", data={"action": "take"}).status_code == 303
    assert ada.post("/me/tokens", data={"label": "tests"}).status_code == 201
    return {False: app.test_client(), True: ada}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_the_store_holds_is_shown_as_text(
    kind: str, app: Flask, engine: Engine, clients: dict[bool, FlaskClient]
) -> None:
    words, shown, wrong = HOSTILE[kind], 0, {}
    spoil(engine, words)
    for name, look in LOOKS.items():
        answer = clients[look.signed_in].get(look.path.format(**app.config["places"]))
        assert answer.status_code == look.status, name
        html = answer.get_data(as_text=True)
        shown += words in Page(html).text or words[:300] in Page(html).text
        if found := sound(html, words):
            wrong[name] = sorted(set(found))
    assert wrong == {}, json.dumps(wrong, indent=1)
    assert shown > len(LOOKS) // 3, "or the words were shown nowhere"


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_typed_into_every_field_is_shown_as_text(
    kind: str, app: Flask, clients: dict[bool, FlaskClient]
) -> None:
    """Each form of each page is sent with the words in all its fields: taken or refused, no more."""
    words, sent = HOSTILE[kind], 0
    for name, look in LOOKS.items():
        if look.status != 200:
            continue
        client = clients[look.signed_in]
        path = look.path.format(**app.config["places"])
        for form in Forms(client.get(path).get_data(as_text=True)).forms:
            if form.address == "/sign-out":
                continue
            data = {field: words if free else given for field, (given, free) in form.fields.items()}
            if form.method == "get":
                answer = client.get(form.address or path, query_string=data)
            else:
                answer = client.post(form.address or path, data=data)
            sent += 1
            assert answer.status_code < 500, (name, form.address, data.keys())
            if answer.status_code != 303 and answer.mimetype == "text/html":
                assert sound(answer.get_data(as_text=True), words) == [], (name, form.address)
    assert sent > 10
    for name, look in LOOKS.items():
        answer = clients[look.signed_in].get(look.path.format(**app.config["places"]))
        assert answer.status_code < 500, name
        assert sound(answer.get_data(as_text=True), words) == [], name


class Form:
    def __init__(self, attrs: Mapping[str, str | None]) -> None:
        self.method = attrs.get("method") or "get"
        self.address = attrs.get("action") or ""
        self.fields: dict[str, tuple[str, bool]] = {}  # what it holds, and whether one types into it


class Forms(Page):
    """The forms of a page with their fields."""

    def __init__(self, html: str) -> None:
        self.forms: list[Form] = []
        self._select = ""
        super().__init__(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        given = dict(attrs)
        if tag == "form" and given.get("method") != "dialog":
            self.forms.append(Form(given))
        if not self.forms or "form" not in self.open:
            return
        fields, name = self.forms[-1].fields, given.get("name") or ""
        typed = tag == "input" and given.get("type", "text") in ("text", "search", "password")
        if tag == "textarea" or typed:
            fields[name] = ("", True)
        elif tag in ("input", "button") and name:
            fields.setdefault(name, (given.get("value") or "", False))
        elif tag == "select":
            self._select = name
        elif tag == "option" and given.get("value"):
            fields.setdefault(self._select, (given["value"] or "", False))
