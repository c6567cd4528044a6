from __future__ import annotations

from dataclasses import fields, replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.app import create_app
from api.review.settings import HIDDEN, MEANINGS, RULES, shown
from tests.api.page import page
from workbench.settings import STORED, Settings, variable
from workbench.store.session import open_session
from workbench.store.settings import setting_log, stored_settings

FORM = {"as_of_tolerance_days": "0", "two_person": "no", "profile": "house", "desk_minutes": "15"}


def test_every_setting_is_shown_and_explained(http: FlaskClient) -> None:
    named = {one.name for one in fields(Settings)} - {"given"}
    assert RULES.keys() == set(STORED)
    assert named >= RULES.keys() | MEANINGS.keys(), "one that is gone needs no meaning"
    text = page(http, "/settings").text
    assert all(variable(name) in text for name in named - RULES.keys())
    assert all(label in text for label, _ in RULES.values())


def test_what_an_admin_sets_is_in_force_at_once_and_logged(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    assert "Record the decision" in page(http, f"/discrepancies/{filled['conflict']}").text
    assert http.post("/settings", data={**FORM, "two_person": "yes"}).status_code == 303
    assert "for a second reviewer to confirm" in page(http, f"/discrepancies/{filled['conflict']}").text
    assert http.post("/settings", data={**FORM, "two_person": "yes"}).status_code == 303, "and nothing new"
    assert http.post("/settings", data={**FORM, "two_person": "no", "desk_minutes": "30"}).status_code == 303
    with open_session(engine) as session:
        log = setting_log(session)
        kept = stored_settings(session)
    assert [(entry.name, entry.value) for entry in log] == [
        ("desk_minutes", "30"),
        ("two_person", "no"),
        ("two_person", "yes"),
    ]
    assert kept == {"two_person": "no", "desk_minutes": "30"}
    found = page(http, "/settings")
    assert found.all("input", name="desk_minutes", value="30")
    assert "set here" in found.text
    assert log[0].changed_by in found.text


@pytest.mark.parametrize(
    ("name", "raw", "told"),
    [
        ("as_of_tolerance_days", "many", "not a whole number"),
        ("as_of_tolerance_days", "-1", "from 0 to 366"),
        ("as_of_tolerance_days", "367", "from 0 to 366"),
        ("desk_minutes", "0", "from 1 to 1,440"),
        ("two_person", "perhaps", "neither yes nor no"),
        ("profile", "<b>x", "known are house, acled"),
    ],
)
def test_what_it_cannot_be_is_told_and_nothing_changes(
    http: FlaskClient, engine: Engine, name: str, raw: str, told: str
) -> None:
    found = page(http, "/settings", 422, method="POST", data={**FORM, "desk_minutes": "20", name: raw})
    assert told in found.text
    assert not found.foreign_scripts
    with open_session(engine) as session:
        assert setting_log(session) == []


def test_an_empty_field_is_the_default_again(http: FlaskClient, engine: Engine) -> None:
    http.post("/settings", data={**FORM, "desk_minutes": "30"})
    http.post("/settings", data={**FORM, "desk_minutes": ""})
    assert page(http, "/settings").all("input", name="desk_minutes", value="15")
    with open_session(engine) as session:
        assert stored_settings(session) == {}


def test_what_the_environment_says_comes_first(settings: Settings, engine: Engine) -> None:
    given = Settings.from_env({"WORKBENCH_DESK_MINUTES": "15", "WORKBENCH_STATE": str(settings.state)})
    app = create_app(given)
    app.config["WTF_CSRF_ENABLED"] = False
    http = app.test_client()
    found = page(http, "/settings")
    assert "WORKBENCH_DESK_MINUTES of the server" in found.text
    assert not found.all("input", name="desk_minutes")
    refused = page(http, "/settings", 422, method="POST", data={**FORM, "desk_minutes": "30"})
    assert "WORKBENCH_DESK_MINUTES says what this is" in refused.text
    app.extensions["bench"].close()


def test_secrets_are_not_shown(settings: Settings) -> None:
    secret = replace(
        settings, database_url="postgresql://ada:hunter2@db/claims", label_studio_url="http://a:b@ls.example"
    )
    assert shown(secret, "label_studio_token") == HIDDEN
    assert shown(secret, "label_studio_url") == HIDDEN
    assert shown(secret, "database_url") == "postgresql://ada:***@db/claims"
    assert shown(replace(secret, database_url="no address hunter2"), "database_url") == HIDDEN
    assert shown(settings, "login") == "no"
