from __future__ import annotations

import random
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.review.crh import Figure, second_opinion

figures = st.lists(
    st.builds(Figure, st.integers(0, 5), st.sampled_from("ABCDE"), st.integers(0, 100).map(float)),
    max_size=40,
)


def test_an_origin_that_is_often_far_off_does_not_decide() -> None:
    # On three days A and B agree and C is far off. On the fourth A and C stand alone against each other: the
    # median of the two would be the lower one, that of C, but A was right before.
    days = [Figure(day, origin, 50.0) for day in range(3) for origin in "AB"]
    days += [Figure(day, "C", 90.0) for day in range(3)]
    fourth = [Figure(3, "A", 100.0), Figure(3, "C", 90.0)]
    opinion = second_opinion([*days, *fourth])
    assert [opinion.truths[day] for day in range(4)] == [50, 50, 50, 100]
    assert opinion.weights["A"] == opinion.weights["B"] > opinion.weights["C"]


def test_weights_are_those_worked_out_by_hand() -> None:
    # One entry: 10, 10, 40. The median is 10, the spread of the three is sqrt(200) = 14.14, so that C loses
    # 30 / 14.14 = 2.1213 and the others the least of 0.001 each. Weights are -log(share), over their mean.
    opinion = second_opinion([Figure("day", "A", 10), Figure("day", "B", 10), Figure("day", "C", 40)])
    total = 30 / 200**0.5 + 0.002
    right, wrong = -log(0.001 / total), -log(30 / 200**0.5 / total)
    mean = (2 * right + wrong) / 3
    assert opinion.truths == {"day": 10}
    assert opinion.weights == pytest.approx({"A": right / mean, "B": right / mean, "C": wrong / mean})


def test_nothing_and_one_origin_alone() -> None:
    assert second_opinion([]).truths == {}
    assert second_opinion([Figure(1, "A", 5), Figure(2, "A", 7)]).truths == {1: 5, 2: 7}


@given(figures, st.randoms(use_true_random=False))
def test_a_truth_is_a_figure_that_somebody_gave_in_whatever_order(
    given_: list[Figure], shuffler: random.Random
) -> None:
    opinion = second_opinion(given_)
    for entry, truth in opinion.truths.items():
        assert truth in {one.value for one in given_ if one.entry == entry}
    shuffled = given_[:]
    shuffler.shuffle(shuffled)
    assert second_opinion(shuffled).truths == opinion.truths
