from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from tests.api.answers import error_of
from workbench.store import session as store_session
from workbench.store.session import open_session


def test_requests_at_once_all_get_through(app: Flask, filled: dict[str, str]) -> None:
    def decide(number: int) -> int:
        answer = {
            "discrepancy": filled["conflict"],
            "outcome": "escalate",
            "reason": "insufficient",
            "reviewer": f"Reviewer {number}",
        }
        return app.test_client().post("/api/v1/decisions", json=answer).status_code

    def post(number: int) -> int:
        article = {"outlet": f"Outlet {number}", "published_at": "2024-01-24", "text": "Three died."}
        return app.test_client().post("/api/v1/articles", json=article).status_code

    with ThreadPoolExecutor(8) as pool:
        decided = pool.map(decide, range(12))
        posted = pool.map(post, range(12))
        assert set(decided) == set(posted) == {201}
    http = app.test_client()
    log = http.get(f"/api/v1/discrepancies/{filled['conflict']}").get_json()["decisions"]
    assert {entry["reviewer"] for entry in log} == {f"Reviewer {number}" for number in range(12)}
    assert http.get("/api/v1/articles").get_json()["total"] == 4 + 12


def test_the_first_requests_at_once_find_one_database(app: Flask) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda _: app.test_client().get("/api/v1/health").status_code, range(8))
        assert set(answers) == {200}


def test_a_command_that_writes_beside_us_is_told_and_nothing_typed_is_lost(
    http: FlaskClient, filled: dict[str, str], engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_session, "PATIENCE", 0.05)  # of what the app opens from now on
    path = f"/discrepancies/{filled['conflict']}"
    form = {"outcome": "escalate", "reason": "insufficient", "reviewer": "Ada", "note": "kept"}
    with open_session(engine, writing=True) as other:
        other.execute(text("UPDATE project SET title = 'Other'"))
        page = http.post(path, data=form)
        assert page.status_code == 503
        assert "another writer" in page.get_data(as_text=True)
        assert "kept" in page.get_data(as_text=True)
        answer = http.post("/api/v1/decisions", json={**form, "discrepancy": filled["conflict"]})
        assert "another writer" in error_of(answer, 503, "unavailable")["message"]
        other.rollback()
    assert http.post(path, data=form).status_code == 303
