from __future__ import annotations

from flask.testing import FlaskClient


def test_it_normalises_and_checks_and_twice_changes_nothing(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    first = http.post("/api/v1/crosscheck").get_json()
    assert (first["claims"], first["unreadable"]) == (4, 0)
    assert first["evidence"] == 5, "the reference count beside the claims"
    listed = http.get("/api/v1/discrepancies").get_json()
    assert listed["total"] == first["findings"]
    second = http.post("/api/v1/crosscheck").get_json()
    assert (second["came"], second["went"]) == (0, 0)
    assert http.get("/api/v1/discrepancies").get_json() == listed


def test_it_finds_that_both_cannot_be_so(http: FlaskClient, filled: dict[str, str]) -> None:
    http.post("/api/v1/crosscheck")
    conflicts = http.get("/api/v1/discrepancies?class=hard_conflict").get_json()["items"]
    assert conflicts, "25,700 of the ministry and some 19,400 of the daily, on one day"
    found = http.get(f"/api/v1/discrepancies/{conflicts[0]['id']}").get_json()
    assert "Coast Daily" in {entry["claim"]["outlet"] for entry in found["evidence"]}
    assert found["as_found"] is True


def test_nothing_to_check_is_no_error(http: FlaskClient) -> None:
    checked = http.post("/api/v1/crosscheck").get_json()
    assert set(checked.values()) == {0}
