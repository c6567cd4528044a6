from __future__ import annotations

from dataclasses import replace
from datetime import date

from api.review.timeline import HEIGHT, MARGIN, WIDTH, kinds_alike, of_scopes, timeline_of
from tests.api.corpus import VOCABULARY
from workbench.core.claim import Claim, Scope
from workbench.core.event import Event
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of

EVENT = Event(id="war", name="War", start=date(2024, 1, 2), end=date(2025, 1, 1))


def claim(name: str, day: int, bound: Bound, value: int, *, reference: bool = False) -> Claim:
    return Claim(
        id=name,
        measure="killed",
        quantity=quantity_of(str(value), bound, value, prose=False),
        outlet=None if reference else "Wire",
        origin="Ministry" if reference else None,
        as_of=Period.day(date(2024, 1, day)),
        reference=reference,
    )


def test_days_run_across_and_numbers_upright() -> None:
    """Of 1, 6 and 11 January the second stands in the middle; the scale runs from 0 to 100."""
    claims = [
        claim("a", 1, Bound.EXACT, 10),
        claim("b", 6, Bound.EXACT, 50),
        claim("c", 11, Bound.AT_LEAST, 90),
    ]
    found = timeline_of(claims, {"b": 1}, EVENT, {"b"})
    assert found is not None
    assert [stroke.x for stroke in found.strokes] == [MARGIN, WIDTH // 2, WIDTH - MARGIN]
    assert found.numbers == (0, 100)
    middle = HEIGHT // 2
    assert (found.strokes[1].hard, found.strokes[1].value) == ((middle, middle), middle)
    assert found.strokes[2].hard == (HEIGHT - HEIGHT * 9 // 10, 0)
    assert [stroke.open_end for stroke in found.strokes] == [False, False, True]
    assert [stroke.here for stroke in found.strokes] == [False, True, False]
    assert found.days == ("2024-01-01", "2024-01-11")
    assert [what for _, what in found.bounds] == ["the event begins"], "its end lies outside"


def test_a_bound_that_is_near_is_drawn_and_one_far_away_told() -> None:
    """Ten days are shown; the event began 9 days before them, and ends a year later."""
    claims = [claim("a", 11, Bound.EXACT, 10), claim("b", 21, Bound.EXACT, 20)]
    found = timeline_of(claims, {}, EVENT, set())
    assert found is not None
    assert found.bounds == ((MARGIN, "the event begins"),)
    assert found.beyond == ("the event ends on 2025-01-01",)
    assert found.strokes[-1].x == WIDTH - MARGIN


def test_figures_of_one_day_stand_beside_each_other() -> None:
    claims = [
        claim("a", 1, Bound.EXACT, 10),
        claim("b", 11, Bound.EXACT, 20),
        claim("c", 11, Bound.EXACT, 30),
        claim("d", 11, Bound.EXACT, 30, reference=True),
    ]
    found = timeline_of(claims, {"c": 3}, None, set())
    assert found is not None
    last = WIDTH - MARGIN
    assert [stroke.x for stroke in found.strokes[1:]] == [last - 5, last + 4, last], "the count at its day"
    assert [stroke.number for stroke in found.strokes] == [None, None, 3, None]


def test_what_people_means_in_a_place_is_the_same_kind() -> None:
    """In the Gaza Strip of this event people are Palestinians, and children are nobody else than children."""
    event = replace(EVENT, populations={"Gaza Strip": "palestinians"})
    named = kinds_alike([("palestinians", "Gaza Strip")], event, VOCABULARY)
    assert {("people", "Gaza Strip"), (None, "Gaza Strip")} <= named
    assert kinds_alike([("people", "Gaza Strip")], event, VOCABULARY) == named
    assert kinds_alike([("children", "Gaza Strip")], event, VOCABULARY) == {("children", "Gaza Strip")}
    assert kinds_alike([("people", "Gaza Strip")], EVENT, VOCABULARY) == {("people", "Gaza Strip")}
    assert kinds_alike([("people", "Ukraine")], event, VOCABULARY) == {("people", "Ukraine")}


def test_an_increment_is_no_point_on_the_line_of_a_total() -> None:
    total = replace(claim("a", 1, Bound.EXACT, 100), scope=Scope.CUMULATIVE)
    day = replace(claim("b", 2, Bound.EXACT, 5), scope=Scope.PERIOD)
    assert of_scopes([total, day], {Scope.CUMULATIVE}) == [total]


def test_the_table_holds_all_that_is_drawn() -> None:
    claims = [claim("a", 1, Bound.EXACT, 10), claim("b", 6, Bound.AT_MOST, 50)]
    found = timeline_of(claims, {"b": 2}, None, {"b"})
    assert found is not None
    assert [(line.day, line.source, line.reading, line.here, line.number) for line in found.lines] == [
        ("2024-01-01", "Wire", "exactly 10", False, None),
        ("2024-01-06", "Wire", "at most 50", True, 2),
    ]


def test_reference_counts_are_one_line_an_origin() -> None:
    claims = [claim(str(day), day, Bound.EXACT, day * 10, reference=True) for day in (1, 2, 3)]
    found = timeline_of(claims, {}, None, set())
    assert found is not None
    ((name, points),) = found.paths
    assert name == "Ministry"
    assert len(points.split()) == 3


def test_one_day_is_no_line_of_time() -> None:
    claims = [claim("a", 1, Bound.EXACT, 10), claim("b", 1, Bound.EXACT, 12)]
    assert timeline_of(claims, {}, EVENT, set()) is None
    assert timeline_of([], {}, None, set()) is None
