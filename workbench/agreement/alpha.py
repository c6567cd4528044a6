"""Krippendorff's alpha with a bootstrap interval, and the raw share of pairs that agree.

After Krippendorff, Content Analysis (2004), chapter 11: alpha is 1 less observed over expected disagreement.
Observed is the mean squared distance of pairs within a unit, expected that of all pairs of values whatsoever.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy

RESAMPLES = 1000
SEED = 20_000
LOW, HIGH = 2.5, 97.5  # percentiles: the interval that holds 95 of 100 resamples
LEAST_DEFINED = 0.9  # of the resamples must have an alpha for an interval to be given
MOST_VALUES = 3000  # different values of which every pair is set against each other at once

Numbers = Any  # numpy arrays; their shapes stand in the docstrings


class Metric(Enum):
    """How far two values lie apart: nominal, any two that differ alike; ratio, by their difference against
    their sum, so that 40 and 44 are as far apart as 400 and 440."""

    NOMINAL = "nominal"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Score:
    """`alpha` with the ends of its interval, and the share of pairs that agree; `why` says in a sentence what
    is not defined. `units` are those with two values or more."""

    alpha: float | None
    low: float | None
    high: float | None
    raw: float | None
    units: int
    why: str | None = None

    @property
    def told(self) -> str:
        """Alpha with its interval, to two places: "0.81 (0.70 to 0.92)"."""
        if self.alpha is None:
            return "undefined"
        if self.low is None or self.high is None:
            return f"{self.alpha:.2f}"
        return f"{self.alpha:.2f} ({self.low:.2f} to {self.high:.2f})"


def score(
    units: Sequence[Sequence[Hashable]],
    metric: Metric,
    *,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Score:
    """Of units that each hold one value an annotator; those with fewer than two are left out.

    Ratio takes numbers of 0 or more. The interval resamples units, so that what belongs together stays
    together; the same seed gives the same interval.
    """
    paired = [list(unit) for unit in units if len(unit) > 1]
    if not paired:
        return Score(
            None, None, None, None, 0, "No unit was read by two annotators, so nothing can be compared."
        )
    values: list[Any] = list(dict.fromkeys(value for unit in paired for value in unit))
    raw = _raw(paired)
    if len(values) == 1:
        why = (
            f"All said {_shown(values[0])} in every unit: without another value there is no chance to exceed."
        )
        return Score(None, None, None, raw, len(paired), why)
    if len(values) > MOST_VALUES:
        why = f"There are more than {MOST_VALUES:,} different values; compare a part of the sentences."
        return Score(None, None, None, raw, len(paired), why)
    apart = _distances(values, metric)
    position = {value: index for index, value in enumerate(values)}
    # Units that hold the same values are one kind, drawn as often: resampling need not look at each unit.
    kinds = Counter(tuple(sorted(position[value] for value in unit)) for unit in paired)
    sizes = numpy.array([len(kind) for kind in kinds], dtype=float)
    within = numpy.array([_within(kind, apart) for kind in kinds])
    cells = numpy.array([cell for kind in kinds for cell in kind])
    owners = numpy.repeat(numpy.arange(len(kinds)), sizes.astype(int))
    times = numpy.array(list(kinds.values()), dtype=float)
    (alpha,) = _alphas(times[None, :], within, sizes, cells, owners, apart)
    weights = numpy.random.default_rng(seed).multinomial(len(paired), times / len(paired), size=resamples)
    spread = _alphas(weights.astype(float), within, sizes, cells, owners, apart)
    defined = spread[~numpy.isnan(spread)]
    if len(paired) < 2 or len(defined) < LEAST_DEFINED * resamples:
        why = f"{_units(len(paired))} with so little variation give no interval."
        return Score(float(alpha), None, None, raw, len(paired), why)
    low, high = numpy.percentile(defined, [LOW, HIGH])
    return Score(float(alpha), float(low), float(high), raw, len(paired))


def _raw(paired: Sequence[Sequence[Hashable]]) -> float:
    agreeing = pairs = 0
    for unit in paired:
        for index, value in enumerate(unit):
            agreeing += sum(value == other for other in unit[index + 1 :])
        pairs += len(unit) * (len(unit) - 1) // 2
    return agreeing / pairs


def _distances(values: Sequence[Any], metric: Metric) -> Numbers:
    """Squared distance of each value to each, values x values."""
    if metric is Metric.NOMINAL:
        return 1.0 - numpy.eye(len(values))
    amounts = numpy.array([float(value) for value in values])
    sums = amounts[:, None] + amounts[None, :]
    differences = amounts[:, None] - amounts[None, :]
    return numpy.divide(differences, sums, out=numpy.zeros_like(sums), where=sums > 0) ** 2


def _within(unit: Sequence[int], apart: Numbers) -> float:
    """The distances of all ordered pairs in the unit, over one less than its size."""
    return float(apart[numpy.ix_(unit, unit)].sum()) / (len(unit) - 1)


def _alphas(
    weights: Numbers, within: Numbers, sizes: Numbers, cells: Numbers, owners: Numbers, apart: Numbers
) -> Numbers:
    """One alpha a row of `weights` (rows x kinds of unit: how often each counts); nan where undefined."""
    totals = weights @ sizes
    observed = (weights @ within) / totals
    counts = numpy.stack(
        [numpy.bincount(cells, weights=row[owners], minlength=len(apart)) for row in weights]
    )
    expected = numpy.einsum("rv,rv->r", counts @ apart, counts) / (totals * (totals - 1))
    return 1 - numpy.divide(
        observed, expected, out=numpy.full(len(weights), numpy.nan), where=expected > 1e-12
    )


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else f"“{value}”"


def _units(count: int) -> str:
    return "One unit" if count == 1 else f"{count:,} units"
