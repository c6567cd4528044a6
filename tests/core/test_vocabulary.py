from __future__ import annotations

import pytest

from workbench.core.quantity import Interval
from workbench.core.vocabulary import Measure, Place, Population, Profile, VagueWord, Vocabulary
from workbench.exceptions import InvalidData

VOCABULARY = Vocabulary(
    version="1",
    measures={"killed": Measure("killed", "Killed", "people", accumulates=True)},
    populations={
        "people": Population("people", "people", unspecific=True),
        "children": Population("children", "children", aliases=("kids",), parents=("people",)),
        "palestinian_children": Population(
            "palestinian_children", "Palestinian children", parents=("children",)
        ),
    },
    places={
        "Gaza Strip": Place("Gaza Strip", aliases=("Gaza", "the Strip")),
        "Rafah": Place("Rafah", within=("Gaza Strip",)),
    },
    profile=Profile(
        "house", "1", (VagueWord(("dozens", "dozens of"), Interval(12, None), Interval(24, 99)),)
    ),
)


def test_words_lead_to_terms_whatever_their_case() -> None:
    assert VOCABULARY.population_of("  Palestinian   CHILDREN ") == "palestinian_children"
    assert VOCABULARY.population_of("kids") == "children"
    assert VOCABULARY.population_of("robots") is None
    assert VOCABULARY.place_of("gaza") == VOCABULARY.place_of("the  Gaza Strip") == "Gaza Strip"
    assert VOCABULARY.profile.reading("Dozens") == VagueWord(
        ("dozens", "dozens of"), Interval(12, None), Interval(24, 99)
    )
    assert VOCABULARY.profile.reading("umpteen") is None


def test_containment_goes_all_the_way_up() -> None:
    assert VOCABULARY.populations_above("palestinian_children") == {"children", "people"}
    assert VOCABULARY.places_above("Rafah") == {"Gaza Strip"}
    assert VOCABULARY.populations_above("robots") == frozenset()


def test_an_unknown_measure_lists_the_known_ones() -> None:
    with pytest.raises(InvalidData, match="known are killed"):
        VOCABULARY.measure("kiled")
