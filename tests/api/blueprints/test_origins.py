from __future__ import annotations

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.answers import error_of
from workbench.core.edge import Edge, EdgeKind
from workbench.store.edges import replace_edges
from workbench.store.session import open_session

EDGES, RULINGS = "/api/v1/origins/edges", "/api/v1/origins/rulings"
CUT = {"copy": "Coast Daily", "original": "Harbour Wire", "action": "cut", "reviewer": "ana", "note": "no"}


@pytest.fixture
def edge(engine: Engine) -> Edge:
    edge = Edge("Coast Daily", "Harbour Wire", "<b>alike</b>", EdgeKind.NEAR_DUPLICATE)
    with open_session(engine) as session:
        replace_edges(session, [edge])
    return edge


def test_edges_with_their_evidence(http: FlaskClient, edge: Edge) -> None:
    page = http.get(f"{EDGES}?end=Harbour+Wire").get_json()
    assert page["items"] == [
        {
            "copy": "Coast Daily",
            "original": "Harbour Wire",
            "kind": "near_duplicate",
            "reason": "<b>alike</b>",
        }
    ]
    assert http.get(f"{EDGES}?end=nobody").get_json()["items"] == []


def test_a_ruling_is_kept_in_the_log(http: FlaskClient, edge: Edge) -> None:
    answer = http.post(RULINGS, json=CUT)
    assert answer.status_code == 201
    log = http.get(RULINGS).get_json()["items"]
    assert log == [answer.get_json()]
    assert {key: log[0][key] for key in CUT} == CUT


def test_only_an_edge_that_is_there_can_be_cut(http: FlaskClient, edge: Edge) -> None:
    error_of(http.post(RULINGS, json=CUT | {"original": "Nobody"}), 404, "not_found")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"action": "bend"}, "action"),
        ({"copy": ""}, "copy"),
        ({"copy": " "}, "copy"),
        ({"original": "the coast daily", "action": "add"}, "original"),
        ({"reviewer": " "}, "reviewer"),
        ({"copy": "x" * 401}, "copy"),
    ],
)
def test_a_ruling_that_says_nothing_is_refused(
    http: FlaskClient, edge: Edge, change: dict[str, str], field: str
) -> None:
    error = error_of(http.post(RULINGS, json=CUT | change), 422, "invalid_data")
    assert list(error["fields"]) == [field]
    assert http.get(RULINGS).get_json()["items"] == []
