from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.answers import error_of
from tests.api.corpus import COUNT, DAILY, WIRE
from workbench.pipeline.ingest import ingest_counts
from workbench.store.session import open_session
from workbench.vocabulary import load_vocabulary

PATH = "/api/v1/discrepancies"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["conflict", "hostile", "tension", "echo"]),
        ("?state=all", ["conflict", "hostile", "tension", "echo"]),
        ("?state=open", ["conflict", "hostile", "tension"]),
        ("?state=resolved", []),
        ("?severity=low", ["tension"]),
        ("?severity=info", ["echo"]),
        ("?class=hard_conflict", ["conflict"]),
        ("?class=drop", []),
        ("?class=echo&state=open", []),
        ("?per_page=2&page=2", ["tension", "echo"]),
    ],
)
def test_the_list_is_gravest_first_and_filtered(
    http: FlaskClient, filled: dict[str, str], query: str, expected: list[str]
) -> None:
    items = http.get(f"{PATH}{query}").get_json()["items"]
    assert [entry["id"] for entry in items] == [filled[name] for name in expected]


def test_a_decision_moves_it_to_the_resolved(http: FlaskClient, filled: dict[str, str]) -> None:
    answer = {
        "discrepancy": filled["conflict"],
        "outcome": "not_comparable",
        "reason": "different_area",
        "reviewer": "Ada",
    }
    assert http.post("/api/v1/decisions", json=answer).status_code == 201
    (resolved,) = http.get(f"{PATH}?state=resolved").get_json()["items"]
    assert resolved["id"] == filled["conflict"]
    assert resolved["open"] is False
    assert resolved["decision"]["outcome"] == "not_comparable"
    still_open = [entry["id"] for entry in http.get(f"{PATH}?state=open").get_json()["items"]]
    assert still_open == [filled["hostile"], filled["tension"]]


def test_one_with_all_its_evidence(http: FlaskClient, filled: dict[str, str]) -> None:
    found = http.get(f"{PATH}/{filled['conflict']}").get_json()
    assert (found["class"], found["severity"], found["open"]) == ("hard_conflict", "high", True)
    assert found["rule"] == "hard_conflict@1"
    assert found["as_found"] is True
    wire, daily, count = found["evidence"]
    assert [entry["claim"]["id"] for entry in found["evidence"]] == found["claims"]
    assert wire["sentence"]["text"] == WIRE
    assert daily["sentence"]["text"] == DAILY
    assert daily["url"] == "https://news.example/1"
    assert wire["task"] == {"project": 7, "number": 100, "url": None}, "another server is in force"
    assert count["claim"]["reference"] is True
    assert count["claim"]["quantity"]["hard"] == {"low": 25_700, "high": 25_700}
    assert count["sentence"] is None
    assert found["decisions"] == []
    assert "accept_claim" in found["allowed_outcomes"]


def test_evidence_that_changed_since_is_told(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    corrected = type(COUNT)(
        event=COUNT.event,
        place=COUNT.place,
        population=COUNT.population,
        measure=COUNT.measure,
        origin=COUNT.origin,
        as_of=COUNT.as_of,
        value=25_490,
    )
    with open_session(engine) as session:
        ingest_counts(session, [corrected], load_vocabulary())
    found = http.get(f"{PATH}/{filled['conflict']}").get_json()
    assert found["as_found"] is False
    assert http.get(f"{PATH}/{filled['hostile']}").get_json()["as_found"] is True


def test_unknown(http: FlaskClient) -> None:
    error_of(http.get(f"{PATH}/nothing"), 404, "not_found")
    for query, field in (("class=war", "class"), ("severity=9", "severity"), ("state=shut", "state")):
        assert list(error_of(http.get(f"{PATH}?{query}"), 422, "invalid_data")["fields"]) == [field]


def test_an_explanation_in_sections(http: FlaskClient, filled: dict[str, str]) -> None:
    answer = http.get(f"/api/v1/discrepancies/{filled['conflict']}/explanation")
    assert answer.status_code == 200
    titles = [section["title"] for section in answer.get_json()["sections"]]
    assert titles[:2] == ["Finding", "Claims and intervals"]
    assert "What each policy would publish" in titles
    assert http.get("/api/v1/discrepancies/nothing/explanation").status_code == 404
