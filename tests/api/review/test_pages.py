from __future__ import annotations

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, text

from api.app import create_app
from tests.api.corpus import HOSTILE
from tests.api.page import Page, page
from tests.moments import NOON
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.settings import Settings
from workbench.store.discrepancies import get_discrepancy
from workbench.store.findings import replace_findings
from workbench.store.session import open_session


def test_a_discrepancy_with_its_evidence(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, f"/discrepancies/{filled['conflict']}")
    marks = ["at least", "25,700", "killed", "Some", "19,400", "killed"]
    assert found.marks == marks, "a reference count has no sentence"
    assert "🏠🏠 The Health Ministry said at least 25,700 people were killed in Gaza." in found.text
    assert "Reference count of Palestinian Ministry of Health" in found.text
    assert "25,700 or more" in found.text
    assert "17,460 to 21,340 , usually read as 19,200 to 19,600" in found.text
    assert "exactly 25,700" in found.text
    assert "as of 2024-01-24 assumed" in found.text
    assert found.text.count("assumed") == 1, "the day of the daily alone is assumed"
    assert "its own word" in found.text
    assert "in Harbour Wire" in found.text
    assert "Task 100 of project 7 in Label Studio" in found.text
    assert len(found.all("svg", role="img")) == 4, "of the three intervals, and of the origins"
    assert not found.all("figcaption", id="timeline-words"), "all are of one day, so there is no line of time"
    assert all(quote.get("dir") == "auto" for quote in found.all("blockquote"))


def test_what_each_policy_would_publish_stands_beside_the_evidence(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    """25,700 or more, 25,700, and some 19,400 (17,460 to 21,340), all of one day: no two of them agree."""
    text = page(http, f"/discrepancies/{filled['conflict']}").text
    assert "range 17,460 or more 2024-01-24 from the lowest figure, of Coast Daily" in text
    assert "conservative 17,460 to 21,340 2024-01-24 Coast Daily gives the lowest number" in text
    assert "latest majority 17,460 to 21,340 2024-01-24" in text


def test_a_part_and_its_whole_are_no_choice_between_figures(
    http: FlaskClient, filled: dict[str, str], engine: Engine
) -> None:
    with open_session(engine) as session:
        claims = get_discrepancy(session, filled["conflict"]).finding.claims
        violation = Finding(FindingClass.SUBSET_VIOLATION, Severity.HIGH, "subset_violation@1", claims, "No.")
        replace_findings(session, {"f" * 32: violation}, now=NOON)
    assert "policy" not in page(http, f"/discrepancies/{'f' * 32}").text


def test_a_running_label_studio_is_linked(settings: Settings, filled: dict[str, str], engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE project SET server = :url"), {"url": settings.label_studio_url})
    app = create_app(settings)
    found = page(app.test_client(), f"/discrepancies/{filled['conflict']}")
    app.extensions["bench"].close()
    assert found.all("a", href=f"{settings.label_studio_url}/projects/7/data?task=100")


def test_hostile_text_is_shown_as_text(http: FlaskClient, filled: dict[str, str]) -> None:
    for path in ("/", f"/discrepancies/{filled['hostile']}"):
        found = page(http, path)
        assert HOSTILE in found.text
        assert not found.foreign_scripts
        assert not found.all("img")
    assert "<b> 31,000 </b> people" in found.text
    links = [a["href"] or "" for a in found.all("a")]
    assert not any(link.startswith("javascript") for link in links)


def test_pages_need_no_script_no_inline_style_and_no_other_host(
    http: FlaskClient, filled: dict[str, str]
) -> None:
    for path in ("/", f"/discrepancies/{filled['conflict']}", "/discrepancies/nothing", "/nothing"):
        html = http.get(path).get_data(as_text=True)
        found = Page(html)
        assert not found.foreign_scripts
        assert not found.all("style")
        for _, attrs in found.tags:
            assert not any(name == "style" or name.startswith("on") for name in attrs)
        loaded = [attrs.get("href") or "" for attrs in found.all("link")]
        assert loaded
        assert all(address.startswith("/") for address in loaded)


def test_every_field_of_the_form_has_its_label(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, f"/discrepancies/{filled['conflict']}")
    labelled = {label["for"] for label in found.all("label")}
    fields = [*found.all("input"), *found.all("select"), *found.all("textarea")]
    fields = [field for field in fields if field.get("type") != "hidden"]
    assert len(fields) > 10
    assert {field["id"] for field in fields} == labelled


def test_unknown_evidence_gets_a_page_that_says_why(http: FlaskClient, filled: dict[str, str]) -> None:
    for method in ("GET", "POST"):
        answer = {"outcome": "growth", "reason": "rounding", "reviewer": "Ada"}
        found = page(http, "/discrepancies/nothing", 404, method=method, data=answer)
        assert "has changed" in found.text
        assert found.all("a", href="/")


def test_a_decision_is_recorded_and_shown_in_the_log(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    answer = {
        "outcome": "accept_range",
        "low": "25,490",
        "high": "25,700",
        "as_of": "2024-01-24",
        "reason": "rounding",
        "confidence": "high",
        "note": f"Held up. {HOSTILE}",
        "reviewer": "Ada",
        "claim": "",
    }
    posted = http.post(path, data=answer)
    assert posted.status_code == 303
    following = f"/discrepancies/{filled['hostile']}?done={filled['conflict']}"
    assert posted.headers["Location"] == following, "the next one of the queue"
    assert page(http, following).all("a", href=f"{path}#log")
    found = page(http, path)
    assert "Accept range, 25,490 to 25,700, as of 2024-01-24" in found.text
    assert "Rounding, confidence high" in found.text
    assert HOSTILE in found.text
    assert not found.foreign_scripts
    assert "Ada" in found.text
    assert "in force" in found.text
    again = http.post(path, data={**answer, "reviewer": "Grace"})
    assert again.status_code == 303
    log = page(http, path).text.split("Log")[-1]
    assert log.index("Grace") < log.index("Ada"), "the newest first; nothing is lost"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"outcome": ""}, "outcome"),
        ({"outcome": "accept_claim"}, "claim"),
        ({"reason": ""}, "reason"),
        ({"low": "many"}, "low"),
        ({"high": "7"}, "high"),
        ({"as_of": "soon"}, "as_of"),
        ({"as_of": ""}, "as_of"),
        ({"reviewer": ""}, "reviewer"),
    ],
)
def test_errors_stand_beside_the_field_and_nothing_typed_is_lost(
    http: FlaskClient, filled: dict[str, str], change: dict[str, str], field: str
) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    answer = {
        "outcome": "accept_range",
        "low": "25,490",
        "high": "25,700",
        "as_of": "2024-01-24",
        "reason": "typo_in_source",
        "confidence": "low",
        "note": '\n"><script>x</script> 🏠',
        "reviewer": "Ada <b>",
        "claim": "",
        **change,
    }
    found = page(http, path, 422, method="POST", data=answer)
    assert found.all("div", id=f"{field}-wrong")
    assert [attrs["id"] for attrs in found.all("div") if (attrs.get("id") or "").endswith("-wrong")] == [
        f"{field}-wrong"
    ]
    for name in ("low", "high", "as_of", "reviewer"):
        (kept,) = found.all("input", name=name)
        assert kept["value"] == answer[name]
    checked = [attrs["value"] for attrs in found.all("input", name="outcome") if "checked" in attrs]
    assert checked == ([answer["outcome"]] if answer["outcome"] else [])
    selected = {attrs["value"] for attrs in found.all("option") if "selected" in attrs}
    assert {value for value in (answer["reason"], "low") if value} <= selected
    assert '"><script>x</script> 🏠' in found.text
    assert not found.foreign_scripts
    assert "Nobody has decided on this yet." in found.text


def test_the_reviewer_of_the_settings_is_typed_in(settings: Settings, filled: dict[str, str]) -> None:
    app = create_app(replace(settings, reviewer="Ada"))
    found = page(app.test_client(), f"/discrepancies/{filled['conflict']}")
    app.extensions["bench"].close()
    assert found.all("input", name="reviewer", value="Ada")


def test_numbers_and_days_have_one_format(http: FlaskClient, filled: dict[str, str]) -> None:
    text = page(http, f"/discrepancies/{filled['conflict']}").text
    assert not re.search(r"\b\d{5,}\b", text.replace(filled["conflict"], ""))
    assert not re.search(r"\b\d{1,2}/\d{1,2}/\d{2,4}\b", text)


ANSWER = {"outcome": "growth", "reason": "later_update", "reviewer": "Ada", "note": "kept"}


def test_undo_is_an_entry_of_its_own(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    assert http.post(f"{path}/undo", data={"entries": "0"}).status_code == 409, (
        "there is nothing to take back"
    )
    assert http.post(path, data=ANSWER).status_code == 303
    assert filled["conflict"] not in http.get("/").get_data(as_text=True)
    stale = http.post(f"{path}/undo", data={"entries": "0"})
    assert stale.status_code == 409, "the page did not show the answer that it would take back"
    undone = http.post(f"{path}/undo", data={"entries": "1"})
    assert (undone.status_code, undone.headers["Location"]) == (303, f"{path}#log")
    log = http.get(f"/api/v1{path}").get_json()
    assert [entry["outcome"] for entry in log["decisions"]] == ["growth", "withdrawn"]
    assert log["open"] is True
    found = page(http, path)
    assert "before: Growth" in found.text
    assert not found.all("form", id="undo"), "what is taken back is not taken back again"
    assert filled["conflict"] in http.get("/").get_data(as_text=True)


def test_a_figure_that_no_source_gives_needs_a_note(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    answer = {**ANSWER, "outcome": "accept_range", "low": "1", "high": "2", "as_of": "2024-01-24", "note": ""}
    found = page(http, path, 422, method="POST", data=answer)
    assert "no source gives this figure: say in the note what it rests on" in found.text
    assert http.post(path, data={**answer, "note": "The morgue's list."}).status_code == 303


def test_a_case_for_the_guide_is_flagged(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    assert http.post(path, data={**ANSWER, "guideline": "true"}).status_code == 303
    assert "for the annotators’ guide" in page(http, path).text
    assert http.get(f"/api/v1{path}").get_json()["decision"]["guideline"] is True


def test_a_second_reviewer_confirms_where_the_house_wants_two(
    settings: Settings, filled: dict[str, str]
) -> None:
    app = create_app(replace(settings, two_person=True))
    app.config["WTF_CSRF_ENABLED"] = False
    http, path = app.test_client(), f"/discrepancies/{filled['conflict']}"
    assert http.post(path, data=ANSWER).status_code == 303
    assert "ready for second review" in page(http, path).text
    assert shown_open(http, path), "one reviewer alone closes nothing"
    assert http.post(path, data={**ANSWER, "reviewer": "ada"}).status_code == 303
    assert shown_open(http, path), "nor does the same one twice"
    assert http.post(path, data={**ANSWER, "reviewer": "Ben", "outcome": "revision"}).status_code == 303
    assert shown_open(http, path), "nor one who says something else"
    assert http.post(path, data={**ANSWER, "reviewer": "Cleo", "outcome": "revision"}).status_code == 303
    assert not shown_open(http, path)
    app.extensions["bench"].close()


def shown_open(http: FlaskClient, path: str) -> bool:
    found: bool = http.get(f"/api/v1{path}").get_json()["open"]
    return found


def test_the_next_case_is_that_of_the_view(http: FlaskClient, filled: dict[str, str]) -> None:
    path = f"/discrepancies/{filled['conflict']}"
    assert http.get(f"{path}/next").headers["Location"] == f"/discrepancies/{filled['hostile']}"
    narrow = http.get(f"{path}/next?outlet=Coast+Daily").headers["Location"]
    assert narrow == f"/discrepancies/{filled['tension']}?outlet=Coast+Daily"
    last = http.get(f"/discrepancies/{filled['tension']}/next?outlet=Coast+Daily").headers["Location"]
    assert last == "/?outlet=Coast+Daily"
