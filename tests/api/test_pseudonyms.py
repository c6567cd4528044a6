"""Whatever leaves the house names no annotator."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select

from tests.api.corpus import VOCABULARY
from tests.moments import NOON
from tests.pipeline.annotated import fill
from workbench.core.pseudonym import behind, pseudonym
from workbench.pipeline.crosscheck import crosscheck
from workbench.pipeline.normalise import normalise
from workbench.store.rows import AnnotationRow, ArticleRow, DiscrepancyRow, ProjectRow
from workbench.store.session import open_session

# As Label Studio's number, but none that stands anywhere else.
NAMED = {"7": "70000007", "8": "80000008", "9": "90000009"}


@pytest.fixture
def said(engine: Engine) -> list[str]:
    """The addresses at which something is said of what annotators did."""
    with open_session(engine) as session:
        fill(session, VOCABULARY)
        for row in session.scalars(select(AnnotationRow)):
            row.annotator = NAMED[row.annotator or ""]
    with open_session(engine) as session:
        normalise(session, VOCABULARY, full=True)
        crosscheck(session, VOCABULARY, now=NOON)
        (project,) = session.scalars(select(ProjectRow.id))
        (article,) = session.scalars(select(ArticleRow.id))
        cases = list(session.scalars(select(DiscrepancyRow.id)))
        assert len(cases) >= 2, "the disagreements among them"
        return [
            *("/", "/agreement", f"/articles/{article}", "/claims", "/overview", "/sources"),
            *(f"/api/v1/{name}" for name in ("claims?per_page=100", "discrepancies?per_page=100")),
            *(f"/api/v1/projects/{project}/agreement", "/api/v1/exports/csv", "/api/v1/exports/jsonl"),
            *(f"/discrepancies/{case}" for case in cases),
            *(f"/api/v1/discrepancies/{case}" for case in cases),
            *(f"/api/v1/discrepancies/{case}/explanation" for case in cases),
        ]


def test_nothing_names_an_annotator(http: FlaskClient, said: list[str]) -> None:
    for address in said:
        answer = http.get(address)
        told = answer.get_data(as_text=True)
        answer.close()
        assert answer.status_code == 200, address
        for name in NAMED.values():
            assert name not in told, address


def test_claims_and_agreement_give_the_same_pseudonym(app: Flask, http: FlaskClient, said: list[str]) -> None:
    key = app.extensions["bench"].pseudonym_key
    claims = http.get("/api/v1/claims").get_json()["items"]
    (project,) = (address for address in said if address.endswith("/agreement") and "api" in address)
    names = {claim["annotator"] for claim in claims}
    assert names <= set(http.get(project).get_json()["annotators"])
    assert pseudonym(key, NAMED["7"]) in names
    assert {behind(key, name, NAMED.values()) for name in names} <= set(NAMED.values())
