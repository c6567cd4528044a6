from __future__ import annotations

from datetime import date

from workbench.core.event import MOST_CANDIDATES, Event, candidates

DAY = date(2024, 6, 1)
OLD = Event("old", "Over", date(2020, 1, 1), date(2020, 2, 1))
LONG = Event("long", "Goes on", date(2021, 1, 1))
NEW = Event("new", "Just begun", date(2024, 5, 30))
LATER = Event("later", "Not yet", date(2024, 6, 2))


def test_candidates_are_the_given_one_then_those_that_go_on_the_latest_first() -> None:
    events = (OLD, LONG, NEW, LATER)
    assert candidates(events, DAY, given=None) == ("new", "long", "old")
    assert candidates(events, DAY, given="old") == ("old", "new", "long")
    assert candidates((), DAY, given=None) == ()


def test_a_person_gets_no_more_than_can_be_taken_in_at_a_glance() -> None:
    many = [Event(f"e{number:02}", "", date(2024, 1, 1)) for number in range(30)]
    assert len(candidates(many, DAY, given="e29")) == MOST_CANDIDATES
