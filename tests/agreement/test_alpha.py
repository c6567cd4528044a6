"""Alpha by hand, against the reference package, and where it is not defined."""

from __future__ import annotations

import krippendorff
import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.agreement.alpha import Metric, score

# Krippendorff's own example of four observers and twelve units (Computing Krippendorff's Alpha-Reliability,
# 2011, section C), None where an observer saw nothing: nominal alpha 0.743, ratio alpha 0.797.
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS = [[value for value in unit if value is not None] for unit in zip(*OBSERVERS, strict=True)]


@pytest.mark.parametrize(("metric", "alpha"), [(Metric.NOMINAL, 0.743), (Metric.RATIO, 0.797)])
def test_the_published_example(metric: Metric, alpha: float) -> None:
    found = score(UNITS, metric)
    assert found.alpha == pytest.approx(alpha, abs=0.0005)
    assert found.units == 11, "the last unit has one observer"
    assert found.low is not None
    assert found.high is not None
    assert found.low < alpha < found.high


def test_a_small_case_by_hand() -> None:
    # Three units of two: aa, bb, ab. Observed 2/6; expected 2*3*3/(6*5) = 3/5; alpha = 1 - (1/3)/(3/5) = 4/9.
    found = score([["a", "a"], ["b", "b"], ["a", "b"]], Metric.NOMINAL)
    assert found.alpha == pytest.approx(4 / 9)
    assert found.raw == pytest.approx(2 / 3)


def test_ratio_minds_how_far_apart_values_are_for_their_size() -> None:
    near = score([[40, 44], [400, 400]], Metric.RATIO)
    far = score([[40, 80], [400, 400]], Metric.RATIO)
    small = score([[0, 0], [400, 440]], Metric.RATIO)
    assert near.alpha is not None
    assert far.alpha is not None
    assert small.alpha is not None
    assert far.alpha < near.alpha < 1
    assert small.alpha > 0.9


@pytest.mark.parametrize("units", [[], [["a"]], [["a"], ["b"]]])
def test_nothing_to_compare_is_said(units: list[list[str]]) -> None:
    found = score(units, Metric.NOMINAL)
    assert (found.alpha, found.raw, found.units) == (None, None, 0)
    assert found.why == "No unit was read by two annotators, so nothing can be compared."


def test_without_variation_alpha_is_not_defined_and_raw_agreement_is() -> None:
    found = score([["killed", "killed"]] * 12, Metric.NOMINAL)
    assert (found.alpha, found.low, found.high, found.raw, found.units) == (None, None, None, 1.0, 12)
    assert found.why is not None
    assert found.why.startswith("All said “killed” in every unit")


def test_one_unit_has_no_interval() -> None:
    found = score([["a", "b"]], Metric.NOMINAL)
    assert (found.low, found.high) == (None, None)
    assert found.why == "One unit with so little variation give no interval."


def test_the_same_seed_gives_the_same_interval() -> None:
    one, same, other = (score(UNITS, Metric.NOMINAL, seed=seed) for seed in (1, 1, 2))
    assert (one.low, one.high) == (same.low, same.high)
    assert one.alpha == other.alpha


def test_more_units_of_the_same_kind_narrow_the_interval() -> None:
    few, many = score(UNITS, Metric.NOMINAL), score(UNITS * 20, Metric.NOMINAL)
    assert few.low is not None
    assert few.high is not None
    assert many.low is not None
    assert many.high is not None
    assert many.high - many.low < (few.high - few.low) / 3


@given(
    st.lists(st.lists(st.integers(0, 6), min_size=0, max_size=4), min_size=2, max_size=12),
    st.sampled_from(Metric),
)
def test_it_is_what_the_reference_package_says(units: list[list[int]], metric: Metric) -> None:
    paired = [unit for unit in units if len(unit) > 1]
    assume(len({value for unit in paired for value in unit}) > 1)
    matrix = numpy.full((4, len(units)), numpy.nan)
    for column, unit in enumerate(units):
        matrix[: len(unit), column] = unit
    expected = krippendorff.alpha(matrix, level_of_measurement=metric.value)
    assert score(units, metric, resamples=10).alpha == pytest.approx(float(expected), abs=1e-9)
