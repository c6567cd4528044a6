from __future__ import annotations

from datetime import date

from api.review.timeline import HEIGHT, MARGIN, WIDTH, timeline_of
from workbench.core.claim import Claim
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
    assert found.strokes[2].hard == (HEIGHT - 270, 0)
    assert [stroke.open_end for stroke in found.strokes] == [False, False, True]
    assert [stroke.here for stroke in found.strokes] == [False, True, False]
    assert found.days == ("2024-01-01", "2024-01-11")
    assert [what for _, what in found.bounds] == ["the event begins"], "its end lies outside"


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
