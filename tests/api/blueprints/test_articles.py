from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.answers import error_of
from tests.api.corpus import HOSTILE

PATH = "/api/v1/articles"
SOUND = {"outlet": "Wire", "published_at": "2024-01-24", "text": "🏠 Three died. Nobody else was hurt."}


def stored(http: FlaskClient) -> int:
    total: int = http.get(PATH).get_json()["total"]
    return total


def test_one_article_and_its_sentences(http: FlaskClient) -> None:
    answer = http.post(PATH, json=SOUND)
    assert answer.status_code == 201
    body = answer.get_json()
    assert (body["new"], body["changed"], body["same"]) == (1, 0, 0)
    (article_id,) = body["ids"]
    article = http.get(f"{PATH}/{article_id}").get_json()
    assert article["text"] == SOUND["text"]
    assert [sentence["text"] for sentence in article["sentences"]] == [
        "🏠 Three died.",
        "Nobody else was hurt.",
    ]
    for sentence in article["sentences"]:
        assert SOUND["text"][sentence["start"] : sentence["end"]] == sentence["text"], "code points"
        assert sentence["suggestions"] is not None, "it has been read"


def test_the_same_twice_is_one_and_a_changed_text_a_new_version(http: FlaskClient) -> None:
    known = {**SOUND, "url": "https://wire.example/1"}
    assert http.post(PATH, json=known).get_json()["new"] == 1
    assert http.post(PATH, json=known).get_json()["same"] == 1
    changed = http.post(PATH, json={**known, "text": "Four died."}).get_json()
    assert changed["changed"] == 1
    assert stored(http) == 1
    article = http.get(f"{PATH}/{changed['ids'][0]}").get_json()
    assert (article["version"], article["text"]) == (2, "Four died.")


def test_a_list_keeps_its_order(http: FlaskClient) -> None:
    many = [{**SOUND, "outlet": f"Outlet {place}"} for place in range(3)]
    ids = http.post(PATH, json=many).get_json()["ids"]
    outlets = [http.get(f"{PATH}/{article_id}").get_json()["outlet"] for article_id in ids]
    assert outlets == ["Outlet 0", "Outlet 1", "Outlet 2"]


TOMORROW_EVERYWHERE = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"published_at": TOMORROW_EVERYWHERE}, "published_at"),
        ({"published_at": "yesterday"}, "published_at"),
        ({"published_at": None}, "published_at"),
        ({"published_at": ""}, "published_at"),
        ({"published_at": 20240124}, "published_at"),
        ({"text": ""}, "text"),
        ({"text": " \n\u00a0"}, "text"),
        ({"text": "\x00\ufeff"}, "text"),
        ({"text": "x" * 2_000_001}, "text"),
        ({"text": ["a"]}, "text"),
        ({"outlet": " "}, "outlet"),
        ({"event": "nowhere"}, "event"),
        ({"language": "xx"}, "language"),
        ({"headline": "A misspelt field"}, "headline"),
    ],
)
def test_a_bad_article_is_refused_with_its_field(
    http: FlaskClient, change: dict[str, Any], field: str
) -> None:
    bad = {**SOUND, **change}
    assert list(error_of(http.post(PATH, json=bad), 422, "invalid_data")["fields"]) == [field]
    error = error_of(http.post(PATH, json=[SOUND, bad, SOUND]), 422, "invalid_data")
    assert list(error["fields"]) == [f"1.{field}"]
    assert stored(http) == 0, "all or none"


@pytest.mark.parametrize("field", ["outlet", "published_at", "text"])
def test_a_missing_field_is_named(http: FlaskClient, field: str) -> None:
    bad = {name: value for name, value in SOUND.items() if name != field}
    assert list(error_of(http.post(PATH, json=bad), 422, "invalid_data")["fields"]) == [field]


def test_every_bad_one_of_a_list_is_named(http: FlaskClient) -> None:
    bad = [{**SOUND, "text": " "}, SOUND, {**SOUND, "event": "nowhere"}]
    fields = error_of(http.post(PATH, json=bad), 422, "invalid_data")["fields"]
    assert set(fields) == {"0.text", "2.event"}


@pytest.mark.parametrize("body", [[], "text", 5, None, [[SOUND]], [5], [None]])
def test_what_is_no_article_at_all_is_refused(http: FlaskClient, body: object) -> None:
    error_of(http.post(PATH, json=body), 422, "invalid_data")
    assert stored(http) == 0


def test_an_empty_body_is_refused(http: FlaskClient) -> None:
    error_of(http.post(PATH), 422, "invalid_data")


def test_too_many_at_once_are_refused(http: FlaskClient) -> None:
    error_of(http.post(PATH, json=[SOUND] * 1_001), 422, "invalid_data")


def test_hostile_text_comes_back_as_it_was(http: FlaskClient) -> None:
    hostile = dict.fromkeys(("outlet", "text", "title", "url", "file"), HOSTILE)
    hostile["published_at"] = "2024-01-24"
    (article_id,) = http.post(PATH, json=hostile).get_json()["ids"]
    answer = http.get(f"{PATH}/{article_id}")
    article = answer.get_json()
    assert {article[name] for name in ("outlet", "text", "title", "url", "file")} == {HOSTILE}
    assert answer.mimetype == "application/json"


def test_half_characters_and_nul_are_dropped_everywhere(http: FlaskClient) -> None:
    raw = (
        r'{"outlet": "Wi\ud800re", "published_at": "2024-01-24", "text": "On\u0000e \udfffdied.", '
        r'"title": "T\ud800", "url": "https://wire.example/\ud800", "file": "f\u0000"}'
    )
    answer = http.post(PATH, data=raw, content_type="application/json")
    article = http.get(f"{PATH}/{answer.get_json()['ids'][0]}").get_json()
    assert (article["outlet"], article["text"]) == ("Wire", "One died.")
    assert (article["title"], article["url"], article["file"]) == ("T", "https://wire.example/", "f")


def test_an_unknown_article_is_told(http: FlaskClient) -> None:
    for unknown in ("nothing", "0" * 32, "%00", "a" * 5_000):
        error_of(http.get(f"{PATH}/{unknown}"), 404, "not_found")


def test_pages_of_articles(http: FlaskClient) -> None:
    http.post(PATH, json=[{**SOUND, "published_at": f"2024-01-0{day}"} for day in range(1, 6)])
    http.post(
        PATH, json=[{**SOUND, "outlet": f"O{day}", "published_at": f"2024-01-0{day}"} for day in (2, 3)]
    )
    first = http.get(f"{PATH}?per_page=2").get_json()
    second = http.get(f"{PATH}?per_page=2&page=2").get_json()
    assert (first["total"], first["pages"], first["page"], first["per_page"]) == (3, 2, 1, 2)
    assert len(first["items"]) == 2
    assert len(second["items"]) == 1
    days = [entry["published_at"] for entry in (*first["items"], *second["items"])]
    assert days == sorted(days, reverse=True)
    assert http.get(f"{PATH}?page=3&per_page=2").get_json()["items"] == []


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("page=0", "page"),
        ("page=-1", "page"),
        ("page=x", "page"),
        ("page=99999999999999999999", "page"),
        ("per_page=0", "per_page"),
        ("per_page=201", "per_page"),
        ("pgae=1", "pgae"),
    ],
)
def test_a_bad_page_is_refused(http: FlaskClient, query: str, field: str) -> None:
    assert list(error_of(http.get(f"{PATH}?{query}"), 422, "invalid_data")["fields"]) == [field]


def test_an_article_is_withdrawn_with_a_reason_and_reinstated(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    (claim,) = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    address = f"{PATH}/{claim['article']}"
    before = http.post("/api/v1/crosscheck").get_json()
    answer = http.post(f"{address}/withdrawal", json={"reason": "Taken back.", "reviewer": "Rivka"})
    assert answer.status_code == 201
    assert answer.get_json()["claims"] == before["evidence"] - 1
    assert answer.get_json()["went"] > 0
    withdrawn = http.get(address).get_json()["withdrawn"]
    assert (withdrawn["reason"], withdrawn["withdrawn_by"]) == ("Taken back.", "Rivka")
    assert [entry["id"] for entry in http.get(PATH).get_json()["items"] if entry["withdrawn"]] == [
        claim["article"]
    ]
    error_of(http.post(f"{address}/withdrawal", json={"reason": "Again."}), 409, "conflict")
    answer = http.delete(f"{address}/withdrawal")
    assert (answer.status_code, answer.get_json()["claims"]) == (200, before["evidence"])
    assert http.get(address).get_json()["withdrawn"] is None
    error_of(http.delete(f"{address}/withdrawal"), 409, "conflict")


@pytest.mark.parametrize("body", [{}, {"reason": ""}, {"reason": " "}, {"reason": "x" * 501}, {"reason": 1}])
def test_a_withdrawal_needs_a_reason(http: FlaskClient, filled: dict[str, str], body: Any) -> None:
    (claim,) = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    error = error_of(http.post(f"{PATH}/{claim['article']}/withdrawal", json=body), 422, "invalid_data")
    assert "reason" in error["fields"]
    error_of(http.post(f"{PATH}/nothing/withdrawal", json={"reason": "No such."}), 404, "not_found")
