from __future__ import annotations

from dataclasses import replace

from flask.testing import FlaskClient

from api.app import create_app
from tests.api.answers import error_of
from workbench import __version__
from workbench.settings import Settings

PATH = "/api/v1/health"


def test_all_is_well(http: FlaskClient, settings: Settings) -> None:
    assert http.get(PATH).get_json() == {
        "status": "ok",
        "version": __version__,
        "database": "ok",
        "label_studio": settings.label_studio_url,
    }


def test_no_label_studio_is_no_illness(settings: Settings) -> None:
    app = create_app(replace(settings, label_studio_url="", label_studio_token=""))
    assert app.test_client().get(PATH).get_json()["label_studio"] is None
    app.extensions["bench"].close()


def test_a_password_in_the_address_is_not_told(settings: Settings) -> None:
    app = create_app(replace(settings, label_studio_url="http://user:secret@127.0.0.1:1"))
    answer = app.test_client().get(PATH)
    assert "secret" not in answer.get_data(as_text=True)
    app.extensions["bench"].close()


def test_a_database_without_our_schema_is_told_with_the_way_out(settings: Settings) -> None:
    settings.state.mkdir(parents=True)
    app = create_app(replace(settings, database_url=f"sqlite:///{settings.state}/empty.sqlite"))
    error = error_of(app.test_client().get(PATH), 503, "unavailable")
    assert "workbench db upgrade" in error["message"]
