from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.crosscheck.figures import TERMS, claim
from tests.crosscheck.vocabulary import EVENTS
from workbench.core.period import Period
from workbench.crosscheck.events import Events

KNOWN = Events(EVENTS, TERMS)
LOST = claim("a", event=None)


def test_the_only_event_that_fits_is_the_event_and_the_reason_is_kept() -> None:
    found = KNOWN.infer(LOST)
    assert (found.event, found.candidates) == ("war", ("war",))
    assert found.reason == "the only event in Gaza Strip on 2024-01-01 is war"


def test_a_place_within_a_place_of_the_event_fits() -> None:
    assert KNOWN.infer(replace(LOST, place="Khan Younis")).event == "war"


def test_of_two_that_fit_none_is_taken_and_both_are_listed() -> None:
    raids = replace(EVENTS["war"], id="raids")
    found = Events(EVENTS | {"raids": raids}, TERMS).infer(LOST)
    assert (found.event, found.candidates) == (None, ("raids", "war"))
    assert "several events fit" in found.reason


def test_neither_another_day_nor_another_place_fits() -> None:
    before = replace(LOST, as_of=Period.day(date(2023, 10, 6)))
    assert KNOWN.infer(before).event is None
    assert KNOWN.infer(replace(before, as_of=Period.day(date(2023, 10, 7)))).event == "war"
    ended = replace(LOST, as_of=Period.day(date(2021, 5, 22)))
    assert KNOWN.infer(ended).event is None
    assert KNOWN.infer(replace(ended, as_of=Period.day(date(2021, 5, 21)))).event == "fighting"
    assert KNOWN.infer(replace(LOST, place="Lebanon")).event is None


def test_without_a_place_or_a_day_nothing_fits() -> None:
    assert KNOWN.infer(replace(LOST, place=None)).event is None
    assert KNOWN.infer(replace(LOST, as_of=None)).event is None
    assert KNOWN.infer(replace(LOST, as_of=None, published_at=date(2024, 1, 1))).event == "war"


def test_whom_an_unspecific_population_means() -> None:
    assert KNOWN.meaning("war", "Gaza Strip") == "palestinians"
    assert KNOWN.meaning("war", "Khan Younis") == "palestinians", "it lies in the Gaza Strip"
    assert KNOWN.meaning("war", "Lebanon") is None
    assert KNOWN.meaning("war", None) is None
    assert KNOWN.meaning("fighting", "Gaza Strip") is None


def test_an_event_that_is_not_on_file_has_no_start() -> None:
    assert KNOWN.start("war") == Period.day(date(2023, 10, 7))
    assert KNOWN.start("other") is None
