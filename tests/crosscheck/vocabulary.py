"""A small vocabulary and a few events, so that a test shows all the terms it depends on."""

from __future__ import annotations

from datetime import date

from workbench.core.event import Event
from workbench.core.quantity import Interval
from workbench.core.vocabulary import Measure, Place, Population, Profile, VagueWord, Vocabulary


def _measure(name: str, *, accumulates: bool) -> Measure:
    return Measure(name, name.title(), "people", accumulates)


CASUALTIES = Measure(
    "casualties", "Casualties", "people", True, holds=("killed", "injured"), taken_for=("killed",)
)


MEASURES = (
    CASUALTIES,
    *(_measure(name, accumulates=True) for name in ("killed", "injured", "captured", "released")),
    *(_measure(name, accumulates=False) for name in ("held", "missing", "displaced")),
)
POPULATIONS = (
    Population("people", "people", unspecific=True),
    Population("others", "others", parents=("people",), unspecific=True),
    Population("palestinians", "Palestinians", aliases=("Palestinian",), parents=("people",), nation=True),
    Population("israelis", "Israelis", parents=("people",), nation=True),
    Population("thais", "Thais", parents=("people",), nation=True),
    Population("children", "children", parents=("people",), excludes=("women", "men")),
    Population("women", "women", parents=("people",), excludes=("children", "men")),
    Population("men", "men", parents=("people",), excludes=("children", "women")),
    Population("palestinian_children", "Palestinian children", parents=("palestinians", "children")),
    Population("civilians", "civilians", parents=("people",), excludes=("combatants",)),
    Population("combatants", "combatants", parents=("people",), excludes=("civilians",)),
    Population("soldiers", "soldiers", parents=("combatants",)),
    Population("police", "police officers", parents=("people",), taken_for=("security_forces",)),
    Population("security_forces", "members of the security forces", parents=("people",)),
    Population("prisoners", "prisoners", parents=("people",), excludes=("hostages",)),
    Population("palestinian_prisoners", "Palestinian prisoners", parents=("palestinians", "prisoners")),
    Population("administrative_detainees", "administrative detainees", parents=("prisoners",)),
    Population("hostages", "hostages", aliases=("captives",), parents=("people",), excludes=("prisoners",)),
)
PLACES = (
    Place("Gaza Strip", aliases=("Gaza",)),
    Place("Khan Younis", within=("Gaza Strip",)),
    Place("Israel", iso="IL"),
    Place("Lebanon", iso="LB"),
    Place("Puerto Rico"),
)
PROFILE = Profile("house", "1", (VagueWord(("dozens",), Interval(12, None), Interval(24, 99)),))
VOCABULARY = Vocabulary(
    "test",
    measures={term.id: term for term in MEASURES},
    populations={term.id: term for term in POPULATIONS},
    places={term.id: term for term in PLACES},
    profile=PROFILE,
)
EVENTS = {
    event.id: event
    for event in (
        Event(
            "war",
            "War from October 2023",
            date(2023, 10, 7),
            places=("Gaza Strip", "Israel"),
            populations={"Gaza Strip": "palestinians", "Israel": "israelis"},
        ),
        Event("fighting", "Fighting of May 2021", date(2021, 5, 10), date(2021, 5, 21), places=("Gaza",)),
        Event("custody", "Prisoners of 2019", date(2019, 1, 1), date(2019, 12, 31), places=("Israel",)),
    )
}
