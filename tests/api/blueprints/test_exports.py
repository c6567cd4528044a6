from __future__ import annotations

import csv
import json
from io import StringIO

from flask.testing import FlaskClient

from tests.api.answers import error_of

PATH = "/api/v1/exports"


def test_the_verified_claims_as_csv_and_json_lines(http: FlaskClient, filled: dict[str, str]) -> None:
    with http.get(f"{PATH}/csv") as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert "verified_claims.csv" in answer.headers["Content-Disposition"]
        rows = list(csv.DictReader(StringIO(answer.get_data(as_text=True))))
    with http.get(f"{PATH}/jsonl") as answer:
        assert answer.headers["Content-Type"] == "application/x-ndjson"
        objects = [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]
    assert [row["claim_id"] for row in rows] == [entry["claim_id"] for entry in objects]
    assert objects == [], "every claim of the corpus stands in a discrepancy that is open"


def test_a_decision_frees_its_claims(http: FlaskClient, filled: dict[str, str]) -> None:
    answer = {
        "discrepancy": filled["tension"],
        "outcome": "not_comparable",
        "reason": "vague_source",
        "reviewer": "Ada",
    }
    assert http.post("/api/v1/decisions", json=answer).status_code == 201
    with http.get(f"{PATH}/jsonl") as exported:
        (entry,) = [json.loads(line) for line in exported.get_data(as_text=True).splitlines()]
    assert (entry["measure"], entry["figure"], entry["reviewer"]) == ("injured", "Dozens", "Ada")


def test_unknown(http: FlaskClient) -> None:
    error = error_of(http.get(f"{PATH}/xml"), 404, "not_found")
    assert "csv, jsonl" in error["message"]
