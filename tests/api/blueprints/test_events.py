from __future__ import annotations

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
