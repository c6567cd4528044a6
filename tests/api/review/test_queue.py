from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event, text

from api.app import create_app
from tests.api.corpus import COUNT, DAY, HOSTILE, VOCABULARY
from tests.api.page import Page, page
from tests.benchmarks.store import fill
from tests.moments import NOON
from workbench.core.article import Article
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.pipeline.ingest import ingest_articles, ingest_counts
from workbench.settings import Settings
from workbench.store.cases import take
from workbench.store.findings import replace_findings
from workbench.store.rows import Row
from workbench.store.session import open_session

MOST_QUERIES = 15


def shown(found: Page) -> list[str]:
    """The ids of the discrepancies on the page, in their order."""
    links = [(a["href"] or "").partition("?")[0] for a in found.all("a")]
    return [link.removeprefix("/discrepancies/") for link in links if link.startswith("/discrepancies/")]


def test_the_list_has_the_open_ones_gravest_first(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/")
    assert shown(found) == [filled[name] for name in ("conflict", "hostile", "tension")]
    assert "3 to do, the gravest first: 1 high, 1 medium, 1 low." in found.text
    assert "High Hard conflict" in found.text
    assert "Killed · people · Gaza Strip · War in Gaza" in found.text
    assert "both cannot be so." in found.text


def test_each_row_says_why_it_stands_where_it_does(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/?state=all").text
    assert "High: nobody copies the other, and no number fits both; it holds 3 claims back." in found
    assert "Low: no contradiction, but readers would take it for one; it holds 1 claim back." in found
    assert "Note: expected, or of use to know; it holds nothing back." in found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?state=all", ["conflict", "hostile", "tension", "echo"]),
        ("?state=resolved", []),
        ("?state=note", ["echo"]),
        ("?state=untouched", ["conflict", "hostile", "tension"]),
        ("?class=tension", ["tension"]),
        ("?severity=info&state=all", ["echo"]),
        ("?severity=low&state=all", ["tension"]),
        ("?state=&class=&severity=", ["conflict", "hostile", "tension"]),
        ("?measure=injured", ["tension"]),
        ("?measure=held", []),
        ("?event=gaza&state=all", ["conflict", "hostile", "tension", "echo"]),
        ("?outlet=Harbour+Wire", ["conflict", "hostile"]),
        ("?outlet=Coast+Daily", ["conflict", "tension"]),
        ("?origin=Palestinian+Ministry+of+Health&state=all", ["conflict", "echo"]),
        ("?origin=Coast+Daily", ["conflict", "tension"]),
        ("?outlet=Nobody", []),
        ("?assignee=Ada", []),
        ("?utm_source=x", ["conflict", "hostile", "tension"]),
    ],
)
def test_the_list_is_filtered(
    http: FlaskClient, filled: dict[str, str], query: str, expected: list[str]
) -> None:
    found = page(http, f"/{query}")
    assert shown(found) == [filled[name] for name in expected]
    if not expected:
        assert "Nothing fits this filter" in found.text


def test_the_list_is_filtered_by_age(settings: Settings, filled: dict[str, str], engine: Engine) -> None:
    app = create_app(settings)
    now = app.extensions["bench"].now()
    with engine.begin() as connection:
        for name, days in (("conflict", 0.5), ("hostile", 6), ("tension", 31)):
            statement = text("UPDATE discrepancy SET found_at = :at WHERE id = :id")
            connection.execute(statement, {"at": str(now - timedelta(days=days))[:26], "id": filled[name]})
    for query, expected in (
        ("age=1", ["conflict"]),
        ("age=7", ["conflict", "hostile"]),
        ("age=over-7", ["tension"]),
        ("age=over-30", ["tension"]),
    ):
        assert shown(page(app.test_client(), f"/?{query}")) == [filled[name] for name in expected]
    app.extensions["bench"].close()


def test_a_case_on_a_desk_is_in_progress(http: FlaskClient, filled: dict[str, str], engine: Engine) -> None:
    with open_session(engine) as session:
        take(session, filled["hostile"], HOSTILE, now=NOON)
    found = page(http, "/?state=in_progress")
    assert shown(found) == [filled["hostile"]]
    assert f"on the desk of {HOSTILE}" in found.text
    assert not found.foreign_scripts
    found = page(http, "/", query_string={"assignee": HOSTILE})
    assert shown(found) == [filled["hostile"]]


def test_counts_stand_beside_the_states(http: FlaskClient, filled: dict[str, str]) -> None:
    answer = {"outcome": "escalate", "reason": "insufficient", "reviewer": "Ada"}
    assert http.post(f"/discrepancies/{filled['tension']}", data=answer).status_code == 303
    found = page(http, "/").text
    for words in (
        "To do 3",
        "Not begun 2",
        "Help needed 1",
        "Resolved 0",
        "Notes 1",
        "In all 4",
    ):
        assert words in found
    assert "To do 2" in page(http, "/?outlet=Coast+Daily").text, "the counts are those of the view"


def test_the_address_is_the_view(http: FlaskClient, filled: dict[str, str]) -> None:
    """Every link that leaves the state or the page behind keeps the rest of the filter."""
    found = page(http, "/?outlet=Coast+Daily&class=tension")
    states = [a["href"] or "" for a in found.all("a") if (a["href"] or "").startswith("/?")]
    assert len(states) == 5, "states that hold nothing are left out"
    assert all("outlet=Coast+Daily" in link and "class=tension" in link for link in states)
    current = [a["href"] or "" for a in found.all("a", **{"aria-current": "page"})]
    assert [link for link in current if "state=open" in link] == [
        link for link in current if "state=" in link
    ]
    assert len(current) == 2, "the section, and the state in it"
    (case,) = (a["href"] or "" for a in found.all("a") if (a["href"] or "").startswith("/discrepancies/"))
    assert "outlet=Coast+Daily" in case
    chosen = [option["value"] for option in found.all("option") if "selected" in option]
    assert chosen == ["tension", "Coast Daily"]


def test_a_filter_that_is_none_is_told(http: FlaskClient) -> None:
    for query in ("?class=war", "?state=shut", "?after=0", "?before=x-y", "?age=2", "?severity=9"):
        assert "Error 422" in page(http, f"/{query}", 422).text


def test_a_long_list_has_pages_both_ways(http: FlaskClient, engine: Engine) -> None:
    many = {
        f"{place:032x}": Finding(FindingClass.TENSION, Severity.LOW, "tension@1", (), f"Finding {place}.")
        for place in range(60)
    }
    with open_session(engine) as session:
        replace_findings(session, many, now=NOON)
    pages: list[list[str]] = []
    address = "/?class=tension"
    for number, expected in ((1, 25), (2, 25), (3, 10)):
        found = page(http, address)
        pages.append(shown(found))
        assert len(pages[-1]) == expected
        assert bool(found.all("a", rel="prev")) is (number > 1)
        assert bool(found.all("a", rel="next")) is (number < 3)
        if number < 3:
            address = found.all("a", rel="next")[0]["href"] or ""
            assert "class=tension" in address
    assert [*chain(*pages)] == sorted(many)
    for number in (1, 0):
        found = page(http, found.all("a", rel="prev")[0]["href"] or "")
        assert shown(found) == pages[number]
    assert "The list ends here" in page(http, f"/?after=207-{'f' * 32}").text


def test_an_empty_list_says_what_to_do_next(http: FlaskClient, engine: Engine) -> None:
    assert "No articles yet" in page(http, "/").text
    article = Article(outlet="Wire", published_at=DAY, text="Three died.")
    with open_session(engine) as session:
        ingest_articles(session, [article], now=NOON, max_characters=100)
    assert "1 article, no claims yet" in page(http, "/").text


def test_when_all_is_decided_the_list_says_so(http: FlaskClient, filled: dict[str, str]) -> None:
    for name in ("conflict", "hostile", "tension"):
        answer = {"outcome": "not_comparable", "reason": "different_area", "reviewer": "Ada"}
        assert http.post(f"/discrepancies/{filled[name]}", data=answer).status_code == 303
    assert "Nothing is open" in page(http, "/").text


def test_echo_is_answered_in_bulk_and_nothing_else_is(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/?state=all")
    assert [box["value"] for box in found.all("input", type="checkbox")] == [filled["echo"]]
    answer = {"discrepancy": [filled["echo"]], "reviewer": "Ada", "state": "note", "class": "echo"}
    posted = http.post("/bulk", data=answer)
    assert posted.status_code == 303
    assert "1 answered." in page(http, posted.headers["Location"]).text
    (entry,) = http.get(f"/api/v1/discrepancies/{filled['echo']}").get_json()["decisions"]
    assert (entry["outcome"], entry["reason"], entry["reviewer"]) == ("same_origin", "copied_figure", "Ada")
    refused = http.post("/bulk", data={"discrepancy": [filled["echo"], filled["tension"]], "reviewer": "Ada"})
    assert refused.status_code == 422
    assert "a tension needs a look of its own" in refused.get_data(as_text=True)
    assert http.get(f"/api/v1/discrepancies/{filled['tension']}").get_json()["decisions"] == []
    assert http.post("/bulk", data={"discrepancy": [filled["echo"]], "reviewer": " "}).status_code == 422


def test_bulk_leaves_alone_what_has_changed(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    with open_session(engine) as session:
        ingest_counts(session, [replace(COUNT, value=25_490)], VOCABULARY)
    answer = {"discrepancy": [filled["echo"], "f" * 32], "reviewer": "Ada"}
    posted = http.post("/bulk", data=answer)
    assert "0 answered. 2 left alone" in page(http, posted.headers["Location"]).text


def test_a_page_of_the_queue_asks_little_however_long_it_is(
    http: FlaskClient, engine: Engine, filled: dict[str, str]
) -> None:
    """As many queries on 60 discrepancies as on 3, and no more than MOST_QUERIES."""
    few = queries(http, "/")
    with engine.begin() as connection:
        for table in reversed(Row.metadata.sorted_tables):
            connection.execute(table.delete())
    fill(engine, claims=400, discrepancies=60)
    for view in ("/", "/?state=all&origin=Ministry+3&outlet=Outlet+0&measure=killed&event=event-0"):
        many = queries(http, view)
        assert 0 < many <= MOST_QUERIES
    assert queries(http, "/") == few


def test_the_page_of_a_case_asks_as_little(http: FlaskClient, filled: dict[str, str]) -> None:
    """Three claims or one, and a reference count among them."""
    for name in filled:
        assert 0 < queries(http, f"/discrepancies/{filled[name]}") <= MOST_QUERIES


def queries(http: FlaskClient, path: str) -> int:
    """How many the database is asked for one page."""
    asked: list[str] = []
    engine = http.application.extensions["bench"].engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA")):
            asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    page(http, path)
    event.remove(engine, "before_cursor_execute", note)
    return len(asked)
