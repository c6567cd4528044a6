"""Comparable claims over time, and the days on which they are set side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from workbench.core.claim import Scope
from workbench.core.period import Period
from workbench.crosscheck.evidence import Evidence


class SeriesKey(NamedTuple):
    """What two claims must agree on to be compared. None is unknown, and equals None only.

    `start` is where counting starts, at the coarser of the precisions given; `method` None is none stated.
    """

    event: str
    measure: str
    population: str | None
    place: str | None
    scope: Scope | None
    start: Period | None
    method: str | None


def over_time(key: SeriesKey) -> bool:
    """Do figures of two days count from one start? Those of an unknown start do not: increments are of two
    periods, and incidents are two."""
    return key.start is not None or key.scope not in (Scope.PERIOD, Scope.INCIDENT)


@dataclass(frozen=True, slots=True)
class Day:
    """Aligned claims: those `own` to an as-of, and `others` that are aligned with it and told more finely.

    Each aligned pair of a series meets on exactly one day, that of its coarser as-of (of equals, the later).
    """

    first: int
    last: int
    own: Sequence[Evidence]
    others: Sequence[Evidence] = ()


@dataclass(frozen=True)
class Series:
    """Comparable claims with an as-of, in the order of time and id."""

    key: SeriesKey
    claims: Sequence[Evidence]
    tolerance: int = 0

    @property
    def stock(self) -> bool:
        """A count that can fall: it changes, and neither grows nor drops."""
        return self.claims[0].stock

    @property
    def over_time(self) -> bool:
        """Do figures of two days count from one start?"""
        return over_time(self.key)

    @cached_property
    def moments(self) -> list[Day]:
        """Claims of exactly the same as-of together, in the order of time."""
        found: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
        for claim in self.claims:
            found[span(claim)].append(claim)
        return [Day(first, last, own) for (first, last), own in sorted(found.items())]

    @cached_property
    def days(self) -> list[Day]:
        """All days, each with whatever is aligned with it (see Day)."""
        return align(self.claims, self.tolerance) if self._mixed else self.moments

    @property
    def _mixed(self) -> bool:
        return bool(self.tolerance) or any(claim.first != claim.last for claim in self.claims)


def span(claim: Evidence) -> tuple[int, int]:
    """First and last as-of day of a claim that stands in a series."""
    assert claim.first is not None
    assert claim.last is not None
    return claim.first, claim.last


def align(claims: Iterable[Evidence], tolerance: int) -> list[Day]:
    """The days of any set of claims. Linear in claims and aligned claims, after sorting."""
    moments: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    for claim in claims:
        moments[span(claim)].append(claim)
    by_length: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for first, last in sorted(moments):
        by_length[last - first].append((first, last))
    days = []
    for (first, last), own in sorted(moments.items()):
        others: list[Evidence] = []
        for length, spans in by_length.items():
            if length > last - first:
                continue
            # Spans of one length are sorted by both ends; those within the tolerance are aligned.
            begin = bisect_left(spans, (first - tolerance - length, 0))
            end = bisect_right(spans, (last + tolerance, last + tolerance + length))
            for other in spans[begin:end]:
                if length < last - first or other < (first, last):
                    others.extend(moments[other])
        days.append(Day(first, last, own, others))
    return days
