from __future__ import annotations

import pytest
from flask.testing import FlaskClient


def test_all_events(http: FlaskClient, filled: dict[str, str]) -> None:
    assert http.get("/api/v1/events").get_json() == {
        "items": [
            {
                "id": "gaza",
                "name": "War in Gaza",
                "start": "2023-10-07",
                "end": None,
                "places": ["Gaza Strip"],
                "aliases": [],
                "populations": {},
            }
        ]
    }


def test_an_event_is_made_edited_merged_and_split(http: FlaskClient, filled: dict[str, str]) -> None:
    made = http.post("/api/v1/events", json={"id": "strip", "name": "Strip", "start": "2023-10-01"})
    assert made.status_code == 201
    edited = http.patch("/api/v1/events/strip", json={"places": ["Rafah"], "end": None})
    assert edited.get_json()["places"] == ["Rafah"]
    merged = http.post("/api/v1/events/strip/merge", json={"into": "gaza"}).get_json()
    assert merged["event"]["start"] == "2023-10-01"
    assert merged["event"]["places"] == ["Gaza Strip", "Rafah"]
    assert [event["id"] for event in http.get("/api/v1/events").get_json()["items"]] == ["gaza"]
    split = http.post("/api/v1/events/strip/split", json={})
    assert split.get_json()["event"]["id"] == "strip"


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "", {"id": "gaza", "name": "x", "start": "2023-10-01"}, 409),
        ("POST", "", {"id": "x", "name": "x"}, 422),
        ("POST", "", {"id": "x", "name": "x", "start": "2023-10-01", "end": "2023-09-01"}, 422),
        ("PATCH", "/gaza", {"end": "2020-01-01"}, 422),
        ("PATCH", "/gaza", {"name": ""}, 422),
        ("PATCH", "/gaza", {"colour": "red"}, 422),
        ("PATCH", "/nothing", {"name": "x"}, 404),
        ("POST", "/gaza/merge", {"into": "nothing"}, 404),
        ("POST", "/gaza/merge", {"into": "gaza"}, 409),
        ("POST", "/gaza/split", {}, 409),
    ],
)
def test_what_cannot_be_is_refused(
    http: FlaskClient, filled: dict[str, str], method: str, path: str, body: dict[str, str], status: int
) -> None:
    assert http.open(f"/api/v1/events{path}", method=method, json=body).status_code == status
    assert [event["id"] for event in http.get("/api/v1/events").get_json()["items"]] == ["gaza"]
