from __future__ import annotations

import hashlib
import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, update

from tests.api.answers import error_of
from tests.moments import NOON
from workbench.export.envelope import key_id
from workbench.store.rows import VersionRow
from workbench.store.session import open_session
from workbench.store.signing import make_key

PATH = "/api/v1/releases"


def test_a_release_is_made_listed_and_taken_away(http: FlaskClient, checked: dict[str, str]) -> None:
    assert http.get(PATH).get_json() == {"items": []}
    made = http.post(PATH, json={"unresolved": True, "by": "Eda"})
    assert made.status_code == 201
    told = made.get_json()
    assert (told["number"], told["made_by"], told["unresolved"], told["signed_by"]) == (1, "Eda", True, None)
    assert told["counts"] == {"unresolved": 5}
    (listed,) = http.get(PATH).get_json()["items"]
    assert {name: told[name] for name in listed} == listed
    assert http.get(f"{PATH}/1").get_json() == told
    for file in told["files"]:
        with http.get(f"{PATH}/1/files/{file['name']}") as answer:
            content = answer.get_data()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["size"], file["sha256"])


def test_a_file_is_resumed_where_it_broke_off(http: FlaskClient, checked: dict[str, str]) -> None:
    http.post(PATH, json={"unresolved": True})
    with http.get(f"{PATH}/1/files/claims.csv") as answer:
        whole, tag = answer.get_data(), answer.headers["ETag"]
        assert answer.headers["Accept-Ranges"] == "bytes"
    half = len(whole) // 2
    with http.get(
        f"{PATH}/1/files/claims.csv", headers={"Range": f"bytes={half}-", "If-Range": tag}
    ) as answer:
        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == f"bytes {half}-{len(whole) - 1}/{len(whole)}"
        assert whole[:half] + answer.get_data() == whole
    with http.get(
        f"{PATH}/1/files/claims.csv", headers={"Range": f"bytes={half}-", "If-Range": '"x"'}
    ) as answer:
        assert (answer.status_code, answer.get_data()) == (200, whole), "another file: all of it anew"
    with http.get(f"{PATH}/1/files/claims.csv", headers={"Range": f"bytes={len(whole)}-"}) as answer:
        assert answer.status_code == 416


def test_what_stands_in_the_way_is_listed(http: FlaskClient, engine: Engine, checked: dict[str, str]) -> None:
    with open_session(engine) as session:
        session.execute(update(VersionRow).values(text="It is gone."))
    error = error_of(http.post(PATH, json={"unresolved": True}), 409, "conflict")
    assert len(error["fields"]) == 4, "each claim of an article"
    assert http.get(PATH).get_json() == {"items": []}


def test_evidence_that_waits_stands_in_the_way(http: FlaskClient, filled: dict[str, str]) -> None:
    error = error_of(http.post(PATH, json={}), 409, "conflict")
    assert "workbench crosscheck" in error["message"]


def test_differences_and_the_key(http: FlaskClient, app: Flask, checked: dict[str, str]) -> None:
    http.post(PATH, json={})
    key = Ed25519PrivateKey.generate()
    make_key(app.extensions["bench"].keys, key_id(key.public_key()), key, now=NOON)
    assert http.post(PATH, json={"unresolved": True}).get_json()["signed_by"] == key_id(key.public_key())
    with http.get(f"{PATH}/1/differences/2") as answer:
        lines = [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]
    assert [line["kind"] for line in lines] == ["added"] * 5
    error_of(http.get(f"{PATH}/1/differences/3"), 404, "not_found")


@pytest.mark.parametrize("name", ["nothing.csv", "..", "%2e%2e%2fworkbench.sqlite", "..%2f..%2fsecret_key"])
def test_no_other_file_is_sent(http: FlaskClient, checked: dict[str, str], name: str) -> None:
    http.post(PATH, json={})
    answer = http.get(f"{PATH}/1/files/{name}")
    assert answer.status_code in (404, 308)
    error_of(http.get(f"{PATH}/2"), 404, "not_found")
