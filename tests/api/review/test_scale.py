from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.review.scale import WIDTH, Bar, scale_of
from workbench.core.quantity import Bound, Interval, Quantity, quantity_of

bounds = st.sampled_from(
    [Bound.EXACT, Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.ABOUT, Bound.NEARLY]
)
quantities = st.builds(
    lambda bound, value: quantity_of("x", bound, value), bounds, st.integers(0, 10**40) | st.integers(0, 9)
)


@given(st.lists(quantities, min_size=1, max_size=6))
def test_everything_lies_on_the_scale(found: list[Quantity]) -> None:
    scale = scale_of(found)
    for quantity in found:
        drawing = scale.draw(quantity)
        for bar in (drawing.hard, drawing.soft):
            assert bar.x >= 0
            assert bar.width > 0
            assert bar.x + bar.width <= WIDTH
        assert drawing.value is not None
        assert 0 <= drawing.value <= WIDTH


@given(st.lists(quantities, min_size=1, max_size=6), st.integers(0, 10**40), st.integers(0, 10**40))
def test_the_greater_number_never_stands_further_left(found: list[Quantity], one: int, other: int) -> None:
    scale = scale_of(found)
    assert scale.at(min(one, other)) <= scale.at(max(one, other))


def test_a_scale_worked_out_by_hand() -> None:
    """400 to 600 leaves 16 at either side, 384 to 616, which is rounded out to hundreds: 300 to 700."""
    between = quantity_of("400 to 600", Bound.BETWEEN, None, hard=Interval(400, 600))
    scale = scale_of([between])
    assert (scale.low, scale.high) == (300, 700)
    assert scale.draw(between).hard == Bar(250, 500, False)
    at_least = quantity_of("at least 600", Bound.AT_LEAST, 600)
    assert scale.draw(at_least).hard == Bar(750, 250, True)
    assert scale.draw(at_least).value == 750


def test_a_single_number_can_be_seen() -> None:
    exact = quantity_of("40", Bound.EXACT, 40)
    bar = scale_of([exact]).draw(exact).hard
    assert bar.width > 1


def test_no_claims_give_a_scale_all_the_same() -> None:
    scale = scale_of([])
    assert scale.low < scale.high
