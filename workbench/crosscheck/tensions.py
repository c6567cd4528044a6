"""Pairs of a day whose hard intervals meet while the soft ones do not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import Day


def tense_pairs(day: Day) -> list[tuple[Evidence, Evidence]]:
    """For each claim that is in tension with any other, the pair that lies furthest apart, the higher first.

    n log n: claims are sorted by their lowest hard number, so that those that meet a claim from above are the
    first so many, and the greatest soft number among those is known beforehand.
    """
    everything = [*day.own, *day.others] if day.others else day.own
    if max(claim.soft_low for claim in everything) <= min(claim.soft_high for claim in everything):
        return []
    pairs = list(_pairs(day.own, everything))
    if day.others:
        pairs += _pairs(day.others, day.own)
    return pairs


def _pairs(asking: Sequence[Evidence], asked: Sequence[Evidence]) -> Iterator[tuple[Evidence, Evidence]]:
    by_low = sorted(asked, key=lambda claim: (claim.low, claim.id))
    lows = [claim.low for claim in by_low]
    tops = _running(by_low, lambda claim: claim.soft_low)
    by_high = sorted(asked, key=lambda claim: (-claim.high, claim.id))
    highs = [-claim.high for claim in by_high]
    bottoms = _running(by_high, lambda claim: -claim.soft_high)
    for claim in asking:
        reached = bisect_right(lows, claim.high)
        if reached and tops[reached - 1].soft_low > claim.soft_high:
            yield tops[reached - 1], claim
        reached = bisect_right(highs, -claim.low)
        if reached and bottoms[reached - 1].soft_high < claim.soft_low:
            yield claim, bottoms[reached - 1]


def _running(claims: Sequence[Evidence], number: Callable[[Evidence], float]) -> list[Evidence]:
    """For each place of the list, the claim with the greatest number up to it; ties go to the least id."""
    greatest: list[Evidence] = []
    for claim in claims:
        best = greatest[-1] if greatest else claim
        better = (number(claim), best.id) > (number(best), claim.id)
        greatest.append(claim if better else best)
    return greatest
