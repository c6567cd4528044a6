"""Words are marked where they stand and say it; what is marked or written comes back as it was suggested."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.labelstudio.bodies import body
from tests.moments import NOON
from workbench.claims.normalise import normalise
from workbench.core.annotation import Annotation, Role, Suggestion
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim
from workbench.core.quantity import Bound, quantity_of
from workbench.labelstudio.marks import mark_words
from workbench.labelstudio.predictions import prediction_json
from workbench.labelstudio.regions import read_result
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
TEXT = "The army said 40 civilians and 12 soldiers were killed in Khartoum, and 7 others in Omdurman."
FIGURES = {"40": 40, "12": 12, "7": 7}


def figure(number: str, **more: Any) -> Suggestion:
    start = TEXT.index(number)
    quantity = quantity_of(number, Bound.EXACT, FIGURES[number])
    return Suggestion(start=start, end=start + len(number), measure="killed", quantity=quantity, **more)


def marked(*suggestions: Suggestion) -> list[tuple[str, str, tuple[int, ...]]]:
    marks, _ = mark_words(TEXT, suggestions, VOCABULARY)
    return [(mark.role.value, TEXT[mark.start : mark.end], mark.numbers) for mark in marks]


def test_what_all_numbers_share_is_marked_once_without_a_relation() -> None:
    army = {"origin": "army", "origin_text": "The army"}
    assert marked(figure("40", **army), figure("12", **army)) == [("origin", "The army", ())]


def test_numbers_that_differ_are_tied_to_their_words() -> None:
    assert marked(
        figure("40", population="civilians", population_text="civilians"),
        figure("12", population="soldiers", population_text="soldiers"),
    ) == [("population", "civilians", (0,)), ("population", "soldiers", (1,))]


def test_words_of_one_number_alone_are_tied_to_it_lest_they_speak_for_the_other() -> None:
    place = figure("40", place="Khartoum", place_text="Khartoum")
    assert marked(place) == [("place", "Khartoum", ())]
    assert marked(place, figure("7")) == [("place", "Khartoum", (0,))]


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"population": "civilians", "population_text": "others"}, "others = civilians"),
        ({"population": "civilians"}, "= civilians"),
        ({"population": "people", "population_text": "persons"}, "persons"),
        ({"population": "twelve", "population_text": "12 soldiers"}, "12 soldiers = twelve"),
    ],
)
def test_what_no_words_of_the_sentence_say_alone_is_written(more: dict[str, Any], line: str) -> None:
    marks, (lines,) = mark_words(TEXT, [figure("7", **more)], VOCABULARY)
    assert (marks, lines) == ([], {Role.POPULATION: line})


def test_the_nearest_of_several_places_is_marked() -> None:
    text = "Civilians fled; 40 of the civilians died, and the civilians mourned."
    found = Suggestion(
        start=16,
        end=18,
        measure="killed",
        quantity=quantity_of("40", Bound.EXACT, 40),
        population="civilians",
        population_text="civilians",
    )
    ([mark], _) = mark_words(text, [found], VOCABULARY)
    assert (mark.start, text[mark.start : mark.end]) == (26, "civilians")


WORDS = ("civilians", "soldiers", "The army", "Khartoum", "Omdurman", "others", "elsewhere")
parts = st.none() | st.sampled_from(WORDS)
terms = st.none() | st.sampled_from(["civilians", "people", "own_term"])


@given(st.lists(st.tuples(parts, terms, parts, parts), min_size=3, max_size=3))
def test_however_numbers_share_words_each_gets_its_own_back(told: list[tuple[str | None, ...]]) -> None:
    suggested = [
        figure(number, population_text=whom, population=term, place_text=where, origin_text=who)
        for number, (whom, term, where, who) in zip(FIGURES, told, strict=True)
    ]
    regions, answer = read_result(prediction_json(body(TEXT, 1, tuple(suggested)), VOCABULARY)["result"])
    annotation = Annotation(
        id="n", sentence="s", annotator="1", created_at=NOON, updated_at=NOON, regions=regions, answer=answer
    )
    claims = normalise(
        annotation,
        Sentence(0, len(TEXT), TEXT),
        Article(outlet="The Outlet", published_at=date(2024, 1, 2), text=TEXT),
        article_id="a",
        vocabulary=VOCABULARY,
        language="en",
    )
    assert len(claims) == len(suggested)
    for claim, found in zip(claims, suggested, strict=True):
        assert isinstance(claim, Claim), claim
        assert claim.quantity.value == found.quantity.value
        for name in ("population_text", "place_text", "origin_text"):
            assert getattr(claim, name) == getattr(found, name), name
        assert found.population is None or claim.population == found.population
