from __future__ import annotations

from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.corpus import COUNT, HOSTILE, VOCABULARY, find
from tests.api.page import Page, page
from tests.moments import NOON
from workbench.pipeline.ingest import ingest_counts
from workbench.store.findings import replace_findings
from workbench.store.session import open_session

ANSWER = {"outcome": "growth", "reason": "later_update", "reviewer": "Ada", "note": "kept"}


def test_changed_evidence_is_told_and_a_decision_on_it_refused(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    with open_session(engine) as session:
        ingest_counts(session, [replace(COUNT, value=25_490)], VOCABULARY)
    path = f"/discrepancies/{filled['conflict']}"
    assert "The evidence has changed since this was found." in page(http, path).text
    answer = {"outcome": "growth", "reason": "rounding", "reviewer": "Ada", "note": "kept"}
    refused = page(http, path, 409, method="POST", data=answer)
    assert "has changed since it was found" in refused.text
    assert "kept" in refused.text
    with open_session(engine) as session:
        fresh = find(session)
    assert fresh["conflict"] != filled["conflict"]
    page(http, path, 404)
    assert "Nobody has decided on this yet." in page(http, f"/discrepancies/{fresh['conflict']}").text


def hidden(found: Page) -> dict[str, str]:
    """What the decision form carries along."""
    names = ("entries", "evidence")
    return {name: found.all("input", name=name)[0]["value"] or "" for name in names}


def test_the_second_of_two_reviewers_is_told_and_loses_nothing(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    carried = hidden(page(http, path))
    assert http.post(path, data={**ANSWER, **carried}).status_code == 303
    late = {**ANSWER, **carried, "outcome": "escalate", "reviewer": "Ben", "note": "Ben's own words"}
    refused = page(http, path, 409, method="POST", data=late)
    assert "Somebody has decided on this while you had it open." in refused.text
    assert "Ada, " in refused.text
    assert "UTC: Growth" in refused.text
    assert "Ben's own words" in refused.text
    assert refused.all("input", name="reviewer", value="Ben")
    (chosen,) = (radio for radio in refused.all("input", name="outcome") if "checked" in radio)
    assert chosen["value"] == "escalate"
    again = http.post(path, data={**late, **hidden(refused)})
    assert again.status_code == 303, "having looked again, Ben may answer"


def test_new_evidence_leads_to_the_new_case_with_all_that_was_typed(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    carried = hidden(page(http, path))
    with open_session(engine) as session:
        ingest_counts(session, [replace(COUNT, value=25_490)], VOCABULARY)
        fresh = find(session)["conflict"]
    refused = page(http, path, 409, method="POST", data={**ANSWER, **carried})
    assert "The evidence has changed while you had this open." in refused.text
    assert "was: Palestinian Ministry of Health, “25,700” (25,700), killed" in refused.text
    assert "is: Palestinian Ministry of Health, “25,490” (25,490), killed" in refused.text
    assert "kept" in refused.text
    (form,) = refused.all("form", id="decision")
    assert form["action"] == f"/discrepancies/{fresh}"
    assert http.post(f"/discrepancies/{fresh}", data={**ANSWER, **hidden(refused)}).status_code == 303


def test_what_was_typed_is_shown_even_where_the_case_is_gone_for_good(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    path = f"/discrepancies/{filled['tension']}"
    carried = hidden(page(http, path))
    with open_session(engine) as session:
        replace_findings(session, {}, now=NOON)
    found = page(http, path, 404, method="POST", data={**ANSWER, **carried, "note": HOSTILE})
    assert "What you had typed:" in found.text
    assert HOSTILE in found.text
    assert not found.foreign_scripts


@pytest.mark.parametrize(
    "evidence", ["", "{", "[]", '{"cls": 1}', '{"cls": "drop", "claims": [1], "lines": []}', "x" * 300_000]
)
def test_a_form_that_was_tampered_with_is_an_answer_like_any_other(
    http: FlaskClient, filled: dict[str, str], evidence: str
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    for entries in ("", "-1", "9" * 40, "x"):
        answer = {**ANSWER, "entries": entries, "evidence": evidence}
        assert http.post(path, data=answer).status_code in (303, 409)
    assert http.post("/discrepancies/nothing", data={**ANSWER, "evidence": evidence}).status_code == 404


def test_a_decided_case_comes_back_when_its_evidence_changes(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    assert http.post(f"/discrepancies/{filled['conflict']}", data=ANSWER).status_code == 303
    with open_session(engine) as session:
        ingest_counts(session, [replace(COUNT, value=25_490)], VOCABULARY)
        fresh = find(session)["conflict"]
    found = page(http, f"/discrepancies/{fresh}").text
    assert "Re-opened. Ada decided on" in found
    assert "(later update)" in found
    assert "was: Palestinian Ministry of Health, “25,700” (25,700), killed" in found
    assert "is: Palestinian Ministry of Health, “25,490” (25,490), killed" in found
    assert fresh in http.get("/?state=reopened").get_data(as_text=True)
