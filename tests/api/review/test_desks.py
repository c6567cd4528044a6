from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from api.app import create_app
from tests.api.page import page
from workbench.core.account import Role
from workbench.pipeline.accounts import accept, make_account
from workbench.settings import Settings
from workbench.store.session import open_session

ANSWER = {"outcome": "growth", "reason": "later_update", "note": "typed by Ben"}
PASSWORD = "correct horse battery"


@pytest.fixture
def house(settings: Settings, filled: dict[str, str]) -> Iterator[Flask]:
    """Everybody signs in."""
    app = create_app(replace(settings, login=True))
    app.config["WTF_CSRF_ENABLED"] = False
    yield app
    app.extensions["bench"].close()


@pytest.fixture
def ada(house: Flask, engine: Engine) -> FlaskClient:
    return signed_in(house, engine, "Ada")


@pytest.fixture
def ben(house: Flask, engine: Engine) -> FlaskClient:
    return signed_in(house, engine, "Ben")


def signed_in(house: Flask, engine: Engine, name: str) -> FlaskClient:
    now = house.extensions["bench"].now()
    with open_session(engine) as session:
        accept(session, make_account(session, name, Role.REVIEWER, now=now)[1], PASSWORD, now=now)
    client = house.test_client()
    assert client.post("/sign-in", data={"name": name, "password": PASSWORD}).status_code == 303
    return client


def expire(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE assignment SET taken_at = '2024-01-01 00:00:00.000000'")


def test_a_case_is_taken_and_given_back(http: FlaskClient, filled: dict[str, str], engine: Engine) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    assert http.post(f"{path}/desk", data={"action": "take"}).status_code == 303
    found = page(http, path).text
    assert "On the desk of" in found
    assert "yours until" in found
    assert "in progress" in found
    expire(engine)
    assert "yours until" not in page(http, path).text
    assert http.post(f"{path}/desk", data={"action": "give"}).status_code == 303
    assert "On the desk of" not in page(http, path).text
    assert http.post("/discrepancies/nothing/desk").status_code == 404


def test_what_another_has_on_the_desk_is_not_answered_unawares(
    ada: FlaskClient, ben: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    assert ada.post(f"{path}/desk", data={"action": "begin"}).status_code == 204
    shown = page(ben, path)
    assert "On the desk of Ada" in shown.text
    assert "theirs until" in shown.text
    assert shown.all("input", name="over")
    refused = page(ben, path, 409, method="POST", data=ANSWER)
    assert "Ada has this case on the desk until" in refused.text
    assert "typed by Ben" in refused.text
    assert ada.get(f"/api/v1{path}").get_json()["decisions"] == []
    assert not page(ada, path).all("input", name="over"), "the one who has it answers as ever"
    assert ben.post(path, data={**ANSWER, "over": "yes"}).status_code == 303
    assert "On the desk of Ada" in page(ada, path).text, "what is hers only she gives back"


def test_once_the_time_is_over_anybody_may_answer(
    ada: FlaskClient, ben: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    ada.post(f"{path}/desk", data={"action": "take"})
    expire(engine)
    assert "their time is over, so anybody may go on" in page(ben, path).text
    assert ben.post(path, data=ANSWER).status_code == 303


def test_who_begins_takes_nothing_from_another(
    ada: FlaskClient, ben: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    path = f"/discrepancies/{filled['conflict']}/desk"
    assert ada.post(path, data={"action": "begin"}).status_code == 204
    told = ben.post(path, data={"action": "begin"})
    assert (told.status_code, told.mimetype) == (409, "text/plain")
    assert told.get_data(as_text=True).startswith("Ada has this case on the desk until ")
    expire(engine)
    assert ben.post(path, data={"action": "begin"}).status_code == 204
    assert ada.post(path, data={"action": "begin"}).status_code == 409
    assert ada.post(path, data={"action": "take"}).status_code == 303, "but it may be taken over"
    assert ben.post(path, data={"action": "begin"}).status_code == 409


def test_an_answer_clears_the_desk(ada: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    ada.post(f"{path}/desk", data={"action": "begin"})
    assert ada.post(path, data=ANSWER).status_code == 303
    assert "On the desk of" not in page(ada, path).text
