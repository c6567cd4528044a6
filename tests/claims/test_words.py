"""Marked words come back as population, place, origin and as-of; nothing is chosen between two."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.moments import NOON
from workbench.claims.normalise import normalise
from workbench.core.annotation import Annotation, Region, Unreadable
from workbench.core.article import Article, Sentence
from workbench.core.claim import Claim
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
TEXT = "On Monday 40 civilians in Khartoum and 12 soldiers in Omdurman were killed, the army said on Friday."


def number(words: str, **more: Any) -> Region:
    start = TEXT.index(words)
    return Region(id=words, start=start, end=start + len(words), text=words, measure="killed", **more)


def mark(words: str, role: str, **more: Any) -> Region:
    start = TEXT.index(words)
    given: dict[str, Any] = {
        "id": words,
        "start": start,
        "end": start + len(words),
        "text": words,
        "measure": "",
        "role": role,
    }
    return Region(**given | more)


def read(*regions: Region) -> list[Claim | Unreadable]:
    annotation = Annotation(
        id="n",
        sentence="s",
        annotator="1",
        created_at=NOON,
        updated_at=NOON,
        regions=regions,
        answer="claims",
    )
    return normalise(
        annotation,
        Sentence(0, len(TEXT), TEXT),
        Article(outlet="The Outlet", published_at=date(2024, 1, 27), text=TEXT, event="war"),  # a Saturday
        article_id="a",
        vocabulary=VOCABULARY,
        language="en",
    )


def claim(*regions: Region) -> Claim:
    (found,) = read(*regions)
    assert isinstance(found, Claim), found
    return found


def unread(*regions: Region) -> Unreadable:
    (found,) = read(*regions)
    assert isinstance(found, Unreadable), found
    return found


def test_the_only_words_of_a_role_speak_for_every_number() -> None:
    both = read(number("40"), number("12"), mark("the army", "origin"))
    assert [found.origin for found in both if isinstance(found, Claim)] == ["army", "army"]
    assert [found.origin_text for found in both if isinstance(found, Claim)] == ["the army", "the army"]


def test_a_relation_says_whose_words_they_are() -> None:
    both = read(
        number("40", links=("Khartoum",)),
        number("12"),
        mark("Khartoum", "place"),
        mark("soldiers", "population"),
    )
    first, second = both
    assert isinstance(first, Claim)
    assert isinstance(second, Claim)
    assert (first.place, first.place_text, first.population) == ("Khartoum", "Khartoum", "soldiers")
    assert (second.place, second.population) == (None, "soldiers"), "tied words speak for their number alone"


def test_two_marks_without_a_relation_are_not_chosen_between() -> None:
    marks = (mark("Khartoum", "place"), mark("Omdurman", "place"))
    found = unread(number("40"), *marks)
    assert found.field == "place"
    assert "'Khartoum' or 'Omdurman'? draw a relation" in found.reason
    assert unread(number("40", links=("Khartoum", "Omdurman")), *marks).reason.endswith("keep one relation")
    assert claim(number("40", links=("Omdurman",)), *marks).place == "Omdurman"


def test_what_is_written_wins_over_words_for_the_whole_sentence() -> None:
    everyone = mark("civilians", "population")
    assert claim(number("40", fields={"population": "soldiers"}), everyone).population == "soldiers"
    termed = claim(number("40", fields={"population": "= people"}), everyone)
    assert (termed.population_text, termed.population) == ("civilians", "people")


def test_what_is_written_and_what_is_tied_must_not_contradict_each_other() -> None:
    tied = mark("civilians", "population")
    found = unread(number("40", fields={"population": "soldiers"}, links=("civilians",)), tied)
    assert found.field == "population"
    assert "clear one of the two" in found.reason
    same = number("40", fields={"population": "Civilians = people"}, links=("civilians",))
    assert claim(same, tied).population == "people"


def test_words_of_time_are_read_against_the_day_of_publication() -> None:
    found = claim(number("40"), mark("Monday", "time"))
    assert (str(found.as_of), found.as_of_text, found.as_of_assumed) == ("2024-01-22", "Monday", False)
    typed = claim(number("40", fields={"as_of": "2024-01-22"}), mark("Monday", "time"))
    assert (str(typed.as_of), typed.as_of_text) == ("2024-01-22", "Monday")
    against = unread(number("40", fields={"as_of": "2024-01-26"}), mark("Monday", "time"))
    assert (against.field, against.reason) == (
        "as_of",
        "2024-01-26 is typed, and 'Monday' is 2024-01-22: clear one of the two",
    )
    assert unread(number("40"), mark("the army", "time")).reason == "no day is read in 'the army': type it"
    typed = claim(number("40", fields={"as_of": "2024-01-20"}), mark("the army", "time"))
    assert (str(typed.as_of), typed.as_of_text) == ("2024-01-20", "the army")


def test_the_chosen_event_wins_over_that_of_the_article() -> None:
    assert claim(number("40")).event == "war"
    assert claim(number("40", fields={"event": "flood"})).event == "flood"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"end": 4000}, "is no span of the 100 characters"),
        ({"start": -1}, "is no span"),
        ({"start": 9, "end": 9}, "is no span"),
        ({"text": "Cairo"}, "marks 'Cairo' where the sentence has 'Khartoum'"),
    ],
)
def test_a_mark_that_stands_nowhere_is_named(change: dict[str, Any], part: str) -> None:
    found = unread(number("40"), mark("Khartoum", "place", **change))
    assert (found.region, found.field) == ("40", "place")
    assert part in found.reason


def test_words_are_no_claim_of_their_own() -> None:
    assert read(mark("Khartoum", "place"), mark("Monday", "time")) == []
