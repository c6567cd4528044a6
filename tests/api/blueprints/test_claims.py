from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.api.answers import error_of
from tests.api.corpus import HOSTILE, WIRE

PATH = "/api/v1/claims"


def test_a_claim_in_full(http: FlaskClient, filled: dict[str, str]) -> None:
    (listed,) = http.get(PATH, query_string={"outlet": "Harbour Wire"}).get_json()["items"]
    claim = http.get(f"{PATH}/{listed['id']}").get_json()
    assert claim == listed
    assert (claim["measure"], claim["event"], claim["population"]) == ("killed", "gaza", "people")
    assert (claim["place"], claim["place_text"]) == ("Gaza Strip", "Gaza")
    assert claim["origin_text"] == "Health Ministry"
    assert (claim["since"], claim["as_of"], claim["as_of_assumed"]) == ("2023-10-07", "2024-01-24", False)
    assert (claim["scope"], claim["modality"]) == ("cumulative", "asserted")
    assert claim["quantity"] == {
        "text": "at least 25,700",
        "value": 25_700,
        "bound": "at_least",
        "hard": {"low": 25_700, "high": None},
        "soft": {"low": 25_700, "high": None},
    }
    assert WIRE[claim["start"] : claim["end"]] == "25,700", "code points, past two emoji"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 4),
        ({"measure": "killed"}, 3),
        ({"measure": "injured"}, 1),
        ({"event": "gaza"}, 4),
        ({"event": "elsewhere"}, 0),
        ({"population": "people"}, 2),
        ({"place": "Gaza Strip"}, 2),
        ({"outlet": "Coast Daily"}, 2),
        ({"outlet": HOSTILE}, 1),
        ({"outlet": "Coast Daily", "measure": "killed"}, 1),
        ({"article": "nothing"}, 0),
        ({"measure": "' OR 1=1 --"}, 0),
    ],
)
def test_filters(http: FlaskClient, filled: dict[str, str], filters: dict[str, str], expected: int) -> None:
    page = http.get(PATH, query_string=filters).get_json()
    assert page["total"] == len(page["items"]) == expected


def test_filters_by_what_a_claim_says(http: FlaskClient, filled: dict[str, str]) -> None:
    (claim,) = http.get(PATH, query_string={"outlet": "Harbour Wire"}).get_json()["items"]
    for name in ("article", "origin"):
        (found,) = http.get(PATH, query_string={name: claim[name]}).get_json()["items"]
        assert found == claim


def test_pages_hold_every_claim_once(http: FlaskClient, filled: dict[str, str]) -> None:
    pages = [http.get(f"{PATH}?per_page=3&page={page}").get_json() for page in (1, 2)]
    ids = [claim["id"] for page in pages for claim in page["items"]]
    assert [len(page["items"]) for page in pages] == [3, 1]
    assert len(set(ids)) == 4


def test_unknown(http: FlaskClient) -> None:
    error_of(http.get(f"{PATH}/nothing"), 404, "not_found")
    assert list(error_of(http.get(f"{PATH}?colour=red"), 422, "invalid_data")["fields"]) == ["colour"]
