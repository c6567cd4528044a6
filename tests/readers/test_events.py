from __future__ import annotations

import json
from datetime import date
from io import StringIO

import pytest

from workbench.core.event import Event
from workbench.exceptions import InvalidData
from workbench.readers.events import read_events

GAZA = {
    "id": "gaza",
    "name": "Gaza",
    "start": "2023-10-07",
    "end": None,
    "places": ["Gaza Strip"],
    "populations": {"Gaza Strip": "palestinians"},
}


def test_an_entry_is_an_event() -> None:
    (event,) = read_events(StringIO(json.dumps([GAZA])), "events.json")
    assert event == Event(
        id="gaza",
        name="Gaza",
        start=date(2023, 10, 7),
        places=("Gaza Strip",),
        populations={"Gaza Strip": "palestinians"},
    )
    assert event.covers(date(2030, 1, 1))
    assert not event.covers(date(2023, 10, 6))


@pytest.mark.parametrize(
    ("entries", "part"),
    [
        ('[{"id"', "not JSON"),
        ("{}", "array"),
        ("[5]", "event 1 is not an object"),
        (json.dumps([{**GAZA, "id": ""}]), "id is missing"),
        (json.dumps([{**GAZA, "start": "October"}]), "start is not a day"),
        (json.dumps([{**GAZA, "end": "2023-10-06"}]), "ends before it starts"),
        (json.dumps([{**GAZA, "places": "Gaza"}]), "places must be a list"),
        (json.dumps([{**GAZA, "populations": {"Gaza Strip": 5}}]), "populations must map"),
        (json.dumps([GAZA, GAZA]), "there twice"),
    ],
)
def test_what_is_wrong_is_named(entries: str, part: str) -> None:
    with pytest.raises(InvalidData, match=part):
        read_events(StringIO(entries), "events.json")
