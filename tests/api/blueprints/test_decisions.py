from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.answers import error_of
from tests.api.corpus import COUNT, VOCABULARY
from workbench.pipeline.ingest import ingest_counts
from workbench.store.session import open_session

PATH = "/api/v1/decisions"


def answer(discrepancy: str, **further: Any) -> dict[str, Any]:
    return {
        "discrepancy": discrepancy,
        "outcome": "accept_range",
        "reason": "rounding",
        "reviewer": "Ada",
        "low": 25_490,
        "high": 25_700,
        "as_of": "2024-01-24",
        **further,
    }


def log(http: FlaskClient, discrepancy: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = http.get(f"/api/v1/discrepancies/{discrepancy}").get_json()["decisions"]
    return found


def test_a_range_with_its_day(http: FlaskClient, filled: dict[str, str]) -> None:
    posted = http.post(PATH, json=answer(filled["conflict"], confidence="high", note="both 🏠 <b>hold</b>"))
    assert posted.status_code == 201
    decision = posted.get_json()
    assert (decision["low"], decision["high"], decision["as_of"]) == (25_490, 25_700, "2024-01-24")
    assert (decision["confidence"], decision["note"]) == ("high", "both 🏠 <b>hold</b>")
    assert log(http, filled["conflict"]) == [decision]


def test_an_accepted_claim_brings_its_own_interval(http: FlaskClient, filled: dict[str, str]) -> None:
    found = http.get(f"/api/v1/discrepancies/{filled['conflict']}").get_json()
    given = {
        "discrepancy": filled["conflict"],
        "outcome": "accept_claim",
        "reason": "vague_source",
        "reviewer": "Ada",
        "claim": found["claims"][0],
    }
    decision = http.post(PATH, json=given).get_json()
    assert (decision["low"], decision["high"], decision["as_of"]) == (25_700, None, "2024-01-24")
    assert decision["claim"] == found["claims"][0]
    assert decision["confidence"] == "medium"


def test_nothing_is_overwritten(http: FlaskClient, filled: dict[str, str]) -> None:
    http.post(PATH, json=answer(filled["conflict"]))
    http.post(PATH, json=answer(filled["conflict"], reviewer="Grace", low=25_000))
    assert [(entry["reviewer"], entry["low"]) for entry in log(http, filled["conflict"])] == [
        ("Ada", 25_490),
        ("Grace", 25_000),
    ]
    current = http.get(f"/api/v1/discrepancies/{filled['conflict']}").get_json()["decision"]
    assert current["reviewer"] == "Grace"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": "shrug"}, "outcome"),
        ({"outcome": None}, "outcome"),
        ({"reason": "because"}, "reason"),
        ({"confidence": "sure"}, "confidence"),
        ({"reviewer": ""}, "reviewer"),
        ({"reviewer": "  "}, "reviewer"),
        ({"reviewer": "x" * 201}, "reviewer"),
        ({"note": "x" * 10_001}, "note"),
        ({"low": -1}, "low"),
        ({"low": 2**63}, "low"),
        ({"low": "many"}, "low"),
        ({"low": 1.5}, "low"),
        ({"low": True}, "low"),
        ({"high": 25_489}, "high"),
        ({"as_of": "2024-13-01"}, "as_of"),
        ({"as_of": "soon"}, "as_of"),
        ({"as_of": None}, "as_of"),
        ({"claim": "nothing"}, "claim"),
        ({"outcome": "accept_claim", "claim": "nothing"}, "claim"),
        ({"outcome": "accept_claim"}, "claim"),
        ({"verdict": "yes"}, "verdict"),
    ],
)
def test_a_bad_answer_is_refused_with_its_field(
    http: FlaskClient, filled: dict[str, str], change: dict[str, Any], field: str
) -> None:
    error = error_of(http.post(PATH, json=answer(filled["conflict"], **change)), 422, "invalid_data")
    assert list(error["fields"]) == [field]
    assert log(http, filled["conflict"]) == []


@pytest.mark.parametrize("field", ["discrepancy", "outcome", "reason", "reviewer"])
def test_a_missing_field_is_named(http: FlaskClient, filled: dict[str, str], field: str) -> None:
    given = answer(filled["conflict"])
    del given[field]
    assert list(error_of(http.post(PATH, json=given), 422, "invalid_data")["fields"]) == [field]


def test_an_unknown_discrepancy(http: FlaskClient, filled: dict[str, str]) -> None:
    error_of(http.post(PATH, json=answer("nothing")), 404, "not_found")


def test_stale_evidence_is_a_conflict_and_records_nothing(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    with open_session(engine) as session:
        ingest_counts(session, [replace(COUNT, value=1)], VOCABULARY)
    error_of(http.post(PATH, json=answer(filled["conflict"])), 409, "conflict")
    assert log(http, filled["conflict"]) == []


def test_half_characters_in_a_note_are_dropped(http: FlaskClient, filled: dict[str, str]) -> None:
    http.post(PATH, json=answer(filled["conflict"], note="a\ud800b\x00c"))
    assert log(http, filled["conflict"])[0]["note"] == "abc"
