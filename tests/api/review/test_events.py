from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine

from tests.api.corpus import HOSTILE
from tests.api.page import page
from workbench.core.event import Event
from workbench.store.events import all_events, merged_events
from workbench.store.session import open_session

MADE = {
    "id": "storm",
    "name": "The storm",
    "start": "2024-01-20",
    "end": "",
    "places": "Gaza Strip\n\n Rafah ",
    "aliases": "",
    "populations": "Gaza Strip = palestinians",
}


def event(engine: Engine, name: str) -> Event:
    with open_session(engine) as session:
        return all_events(session)[name]


def test_an_event_is_made_and_edited(http: FlaskClient, filled: dict[str, str], engine: Engine) -> None:
    posted = http.post("/events", data=MADE)
    assert (posted.status_code, posted.headers["Location"]) == (303, "/events/storm")
    assert event(engine, "storm") == Event(
        id="storm",
        name="The storm",
        start=date(2024, 1, 20),
        places=("Gaza Strip", "Rafah"),
        populations={"Gaza Strip": "palestinians"},
    )
    found = page(http, "/events/storm").text
    assert "2024-01-20 to now · Gaza Strip, Rafah" in found
    assert "in Gaza Strip are Palestinians" in found
    change = {**MADE, "action": "edit", "end": "2024-02-01", "aliases": "Storm of January"}
    edited = http.post("/events/storm", data=change)
    assert edited.headers["Location"] == "/events/storm?edited=yes"
    assert event(engine, "storm").end == date(2024, 2, 1)
    assert event(engine, "storm").aliases == ("Storm of January",)
    assert "The next cross-check goes by it" in page(http, "/events/storm?edited=yes").text
    assert "The storm" in page(http, "/events").text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": ""}, "id"),
        ({"name": ""}, "name"),
        ({"start": "soon"}, "start"),
        ({"start": ""}, "start"),
        ({"end": "2023-01-01"}, "end"),
        ({"populations": "Gaza Strip"}, "populations"),
        ({"places": "x" * 201}, "places"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(
    http: FlaskClient, filled: dict[str, str], change: dict[str, str], field: str
) -> None:
    given = {**MADE, "aliases": HOSTILE, **change}
    found = page(http, "/events", 422, method="POST", data=given)
    assert found.all("div", id=f"{field}-wrong")
    assert HOSTILE in found.text
    assert not found.foreign_scripts
    page(http, "/events/storm", 404)
    if field != "id":
        edited = {**given, "action": "edit"}
        found = page(http, "/events/gaza", 422, method="POST", data=edited)
        assert found.all("div", id=f"{field}-wrong")
        assert HOSTILE in found.text


def test_the_id_of_another_is_refused(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/events", 409, method="POST", data={**MADE, "id": "gaza"})
    assert "there is an event 'gaza' already" in found.text


def test_events_are_merged_and_split_again(http: FlaskClient, filled: dict[str, str], engine: Engine) -> None:
    http.post("/events", data=MADE)
    merged = http.post("/events/gaza", data={"action": "merge", "event": "storm"})
    assert merged.status_code == 303
    assert merged.headers["Location"].startswith("/events/storm?came=")
    with open_session(engine) as session:
        assert merged_events(session) == {"gaza": "storm"}
    found = page(http, merged.headers["Location"])
    assert "derived anew" in found.text
    assert "Merged into it War in Gaza" in found.text
    assert "with 1 merged" in page(http, "/events").text
    assert http.get("/events/gaza").headers["Location"] == "/events/storm"
    refused = page(http, "/events/storm", 409, method="POST", data={"action": "merge", "event": "storm"})
    assert "cannot be merged into itself" in refused.text
    split = http.post("/events/storm", data={"action": "split", "event": "gaza"})
    assert split.headers["Location"].startswith("/events/gaza?came=")
    with open_session(engine) as session:
        assert merged_events(session) == {}
    page(http, "/events/gaza", 404, method="POST", data={"action": "merge", "event": "nothing"})


def test_the_series_of_an_event(http: FlaskClient, filled: dict[str, str]) -> None:
    found = page(http, "/events/gaza")
    assert "Killed · people · Gaza Strip 2 2024-01-24" in found.text
    assert found.all("a", href="/claims?event=gaza&measure=killed&population=people&place=Gaza+Strip")
    assert "all figures of the chosen series are of one day" in found.text.lower()
    found = page(http, "/events/gaza?measure=injured")
    assert "Over time : Killed · people · Gaza Strip" in found.text, "the other one is below"


def test_an_id_with_a_slash_has_a_page(http: FlaskClient, filled: dict[str, str]) -> None:
    posted = http.post("/events", data={**MADE, "id": "gaza/north <b>"})
    assert posted.status_code == 303
    page(http, posted.headers["Location"])
