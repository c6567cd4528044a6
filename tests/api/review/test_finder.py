from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.corpus import DAY, HOSTILE, WIRE
from tests.api.page import page
from tests.moments import NOON
from workbench.core.article import Article
from workbench.core.pseudonym import pseudonym
from workbench.pipeline.ingest import ingest_articles
from workbench.store.session import open_session


def test_articles_are_listed_with_their_claims(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/articles")
    links = [a["href"] for a in found.all("a") if (a["href"] or "").startswith("/articles/")]
    assert len(links) == 4
    assert "Report 0 Harbour Wire Harbour Wire 2024-01-24 1" in found.text
    assert HOSTILE in found.text
    assert not found.foreign_scripts


def test_articles_are_searched_by_words(http: FlaskClient, filled: dict[str, str]) -> None:
    assert page(http, "/articles?q=harbour+report").text.count("Report 0 Harbour Wire") == 1
    assert "Report 1" not in page(http, "/articles?q=harbour").text
    for nothing in ("%25", "_", "harbour+daily", "%5C"):
        assert "No article has these words" in page(http, f"/articles?q={nothing}").text


def test_older_articles_stand_on_the_next_page(http: FlaskClient, engine: Engine) -> None:
    articles = [
        Article(outlet="Wire", published_at=DAY - timedelta(days=place % 7), text=f"Text {place}.")
        for place in range(120)
    ]
    with open_session(engine) as session:
        ingest_articles(session, articles, now=NOON, max_characters=100)
    seen: list[str] = []
    address = "/articles"
    for expected in (50, 50, 20):
        found = page(http, address)
        links = [a["href"] or "" for a in found.all("a") if (a["href"] or "").startswith("/articles/")]
        assert len(links) == expected
        seen += links
        address = found.all("a", rel="next")[0]["href"] or "" if expected == 50 else ""
    assert len(set(seen)) == 120
    assert page(http, "/articles?after=soon", 422).text


def test_claims_are_filtered(http: FlaskClient, filled: dict[str, str]) -> None:
    assert page(http, "/claims").text.count("as of") == 0
    links = [a["href"] for a in page(http, "/claims").all("a") if (a["href"] or "").startswith("/claims/")]
    assert len(links) == 4
    only = page(http, "/claims?measure=injured")
    assert len([a for a in only.all("a") if (a["href"] or "").startswith("/claims/")]) == 1
    assert "Dozens" in only.text
    assert "No claim fits this" in page(http, "/claims?measure=held&place=Nowhere").text


def test_a_claim_with_its_whole_provenance(app: Flask, http: FlaskClient, filled: dict[str, str]) -> None:
    (wire,) = http.get("/api/v1/claims?outlet=Harbour+Wire").get_json()["items"]
    found = page(http, f"/claims/{wire['id']}")
    assert WIRE in found.text.replace(
        "at least 25,700 people were killed", "at least 25,700 people were killed"
    )
    assert "Published by Harbour Wire on 2024-01-24" in found.text
    key = app.extensions["bench"].pseudonym_key
    assert f"Read by {pseudonym(key, 'ann@example.org')}, alone" in found.text
    assert "Understood as 25,700 or more; as of 2024-01-24; the word of Health Ministry" in found.text
    assert "In 3 discrepancies" in found.text
    cases = [a["href"] for a in found.all("a") if (a["href"] or "").startswith("/discrepancies/")]
    assert cases == [f"/discrepancies/{filled[name]}" for name in ("conflict", "hostile", "echo")]
    assert "no claim nothing" in page(http, "/claims/nothing", 404).text.lower()


def test_empty_lists_say_what_to_do_next(http: FlaskClient) -> None:
    assert "workbench ingest FOLDER" in page(http, "/articles").text
    assert "workbench pull" in page(http, "/claims").text
