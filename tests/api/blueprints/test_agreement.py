from __future__ import annotations

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.corpus import VOCABULARY
from tests.pipeline.annotated import TEXTS, fill
from workbench.core.pseudonym import behind, pseudonym
from workbench.store.session import open_session


def test_agreement_of_a_project(app: Flask, http: FlaskClient, engine: Engine) -> None:
    with open_session(engine) as session:
        project = fill(session, VOCABULARY).id
    body = http.get(f"/api/v1/projects/{project}/agreement").get_json()
    assert body["sentences"] == 3
    names = body["annotators"]
    key = app.extensions["bench"].pseudonym_key
    assert [behind(key, name, ("7", "8", "9")) for name in names] == sorted(
        ("7", "8"), key=lambda who: pseudonym(key, who)
    )
    assert body["everything"]["labels"]["units"] == 3
    assert body["everything"]["values"]["alpha"] is None
    assert body["everything"]["values"]["why"].startswith("All said 40")
    assert set(body["measures"]) == {"killed", "injured"}
    (pair,) = body["pairs"]
    assert (pair["one"], pair["other"], pair["sentences"]) == (*names, 3)
    assert [entry["text"] for entry in body["differing"]] == [TEXTS[2], TEXTS[1]]
    again = http.get(f"/api/v1/projects/{project}/agreement?seed=5").get_json()
    assert again["everything"]["labels"]["alpha"] == body["everything"]["labels"]["alpha"]


def test_what_cannot_be_asked_is_told(http: FlaskClient, engine: Engine) -> None:
    assert http.get("/api/v1/projects/9/agreement").status_code == 404
    assert http.get("/api/v1/projects/9/agreement?seed=-1").status_code == 422
