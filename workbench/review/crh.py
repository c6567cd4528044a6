"""A second opinion on conflicting figures: the weighted median of CRH (Li et al. 2014), never a policy.

CRH (conflict resolution on heterogeneous data) takes turns: given what is likely true, an origin that is
often far from it weighs less; given the weights, the weighted median of each entry is likely true.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from statistics import median_low, pstdev

ROUNDS = 20  # it settles after a few; a limit for what goes in circles
LEAST_LOSS = 1e-3  # of an origin that is always right, so that its weight is great and not infinite


@dataclass(frozen=True, slots=True)
class Figure:
    """What an origin says of an entry, such as a series on a day. Several of one origin are each heard."""

    entry: Hashable
    origin: str
    value: float


@dataclass(frozen=True, slots=True)
class Opinion:
    """What is likely true of each entry, and how much each origin weighed (1 in the mean)."""

    truths: Mapping[Hashable, float]
    weights: Mapping[str, float]


def second_opinion(figures: Iterable[Figure]) -> Opinion:
    """The order of the figures does not matter; a truth is always a figure that somebody gave.

    Linear in each round, of which there are at most ROUNDS.
    """
    entries: dict[Hashable, list[Figure]] = defaultdict(list)
    for figure in figures:
        entries[figure.entry].append(figure)
    for given in entries.values():
        given.sort(key=lambda figure: (figure.value, figure.origin))
    scales = {entry: pstdev([one.value for one in given]) for entry, given in entries.items()}
    truths: dict[Hashable, float] = {
        entry: median_low([one.value for one in given]) for entry, given in entries.items()
    }
    weights = dict.fromkeys(sorted({one.origin for given in entries.values() for one in given}), 1.0)
    for _ in range(ROUNDS):
        weights = _weights(entries, scales, truths)
        newer = {entry: _weighted_median(given, weights) for entry, given in entries.items()}
        if newer == truths:
            break
        truths = newer
    return Opinion(truths, weights)


def _weights(
    entries: Mapping[Hashable, Sequence[Figure]],
    scales: Mapping[Hashable, float],
    truths: Mapping[Hashable, float],
) -> dict[str, float]:
    """minus log of the share that an origin has in all mean losses, scaled to a mean of 1."""
    losses: dict[str, list[float]] = defaultdict(list)
    for entry, given in entries.items():
        for one in given:
            losses[one.origin].append(
                abs(one.value - truths[entry]) / scales[entry] if scales[entry] else 0.0
            )
    loss = {origin: max(sum(found) / len(found), LEAST_LOSS) for origin, found in sorted(losses.items())}
    total = sum(loss.values())
    raw = {origin: -log(one / total) for origin, one in loss.items()}
    mean = sum(raw.values()) / len(raw) if raw else 0.0
    return {origin: one / mean if mean else 1.0 for origin, one in raw.items()}


def _weighted_median(given: Sequence[Figure], weights: Mapping[str, float]) -> float:
    """The least value that at least half of the weight lies at or below."""
    half, below = sum(weights[one.origin] for one in given) / 2, 0.0
    for one in given:
        below += weights[one.origin]
        if below >= half:
            return one.value
    return given[-1].value
