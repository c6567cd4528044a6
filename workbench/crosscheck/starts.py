"""Which counting starts agree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable

from workbench.core.period import Period


def agreeing_starts(starts: Iterable[Period]) -> dict[Period, Period]:
    """For each start the most precise one that it agrees with: "since October" with "since 7 October".

    A start that would agree with several that do not agree with each other says too little, and agrees with
    its like only.
    """
    found: dict[Period, Period] = {}
    days: list[Period] = []
    coarse: list[Period] = []
    for start in sorted(set(starts), key=lambda start: (start.last - start.first, start.first)):
        begin = bisect_left(days, Period(start.first, start.first))
        end = bisect_right(days, Period(start.last, start.last))
        inside = end - begin
        agreeing = days[begin : min(end, begin + 2)]
        if inside < 2:
            agreeing += [other for other in coarse if other.overlaps(start)]
        if len(agreeing) == 1:
            found[start] = agreeing[0]
            continue
        found[start] = start
        if start.first == start.last:
            insort(days, start)
        elif not agreeing:
            coarse.append(start)
    return found
