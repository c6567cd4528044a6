from __future__ import annotations

import pytest

from tests.crosscheck.figures import TERMS
from tests.crosscheck.vocabulary import EVENTS
from workbench.crosscheck.events import Events
from workbench.crosscheck.frames import ALONE, Frame, Link, Numbered, name_parts, number_series
from workbench.exceptions import InvalidData

TOLL = Frame("war", "killed", "palestinians", "Gaza", "cumulative", "", "", False)


def numbered(*frames: Frame) -> Numbered:
    return number_series(frames, terms=TERMS, events=Events(EVENTS, TERMS))


def test_frames_of_one_series_have_one_number() -> None:
    alias = TOLL._replace(place="Gaza Strip")
    meant = TOLL._replace(population="people")
    month = TOLL._replace(since="2023-10")
    assert numbered(TOLL, alias, meant, month).of_frame == [0, 0, 0, 0]


def test_what_is_counted_otherwise_has_another_number() -> None:
    others = [
        TOLL._replace(measure="injured"),
        TOLL._replace(scope="period"),
        TOLL._replace(method="excess"),
        TOLL._replace(since="2024-01-01"),
    ]
    assert numbered(TOLL, *others).of_frame == [0, 1, 2, 3, 4]


def test_what_has_no_event_is_in_no_series() -> None:
    assert numbered(TOLL._replace(event="")).of_frame == [ALONE]


def test_a_part_is_named_by_its_whole() -> None:
    found = numbered(TOLL, TOLL._replace(population="children"))
    named = name_parts([Link("part", "whole", 1, 0)], found, TERMS)["part"]
    assert found.keys[named.part].population == "palestinian_children"
    assert named.member == named.part


def test_a_part_that_is_not_told_apart_is_no_figure_of_the_series() -> None:
    found = numbered(TOLL)
    assert name_parts([Link("part", "whole", 0, 0)], found, TERMS)["part"].member == ALONE


def test_a_part_of_a_part_is_named_by_the_outermost_first() -> None:
    parts = ("prisoners", "administrative_detainees")
    found = numbered(TOLL, *(TOLL._replace(population=part) for part in parts))
    named = name_parts([Link("c", "b", 2, 1), Link("b", "a", 1, 0)], found, TERMS)
    assert found.keys[named["b"].part].population == "palestinian_prisoners"
    assert found.keys[named["c"].part].population == "administrative_detainees of palestinian_prisoners"
    assert named["c"].whole == named["b"].part


def test_a_cycle_of_parts_is_refused() -> None:
    with pytest.raises(InvalidData, match=r"'a': part_of: it is a part of itself"):
        name_parts([Link("a", "b", 0, 0), Link("b", "a", 0, 0)], numbered(TOLL), TERMS)


def test_a_series_is_looked_at_beside_those_that_hold_it_or_are_mistaken_for_it() -> None:
    found = numbered(
        TOLL,
        TOLL._replace(population="palestinian_children"),
        TOLL._replace(measure="casualties"),
        TOLL._replace(method="excess"),
    )
    assert {tuple(visit) for visit in found.visits(TERMS)} == {
        (0, 1, True),  # the children are a part
        (2, 0, False),  # the dead are taken for all casualties
        (0, 3, False),  # by another method, in both directions
        (3, 0, False),
    }
    assert found.has_siblings() == [True, False, False, True]
