"""Which earlier figures still stand: an origin's figure stands until the origin itself takes it back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import Day, Series, span


@dataclass(frozen=True, slots=True)
class Revised:
    """An earlier figure of an origin and a later one of the same origin that lies wholly below it."""

    earlier: Evidence
    later: Evidence


class Standing:
    """The revisions of a series, and from which day on each revised figure no longer stands. n log n."""

    def __init__(self, series: Series) -> None:
        self.ended: dict[str, int] = {}
        self.revised: list[Revised] = []
        by_origin: dict[str, list[Day]] = defaultdict(list)
        for moment in series.moments:
            for origin, claims in _by_origin(moment).items():
                by_origin[origin].append(Day(moment.first, moment.last, claims))
        for moments in by_origin.values():
            if len(moments) > 1:
                self._follow(moments, series.tolerance)

    def _follow(self, moments: list[Day], tolerance: int) -> None:
        heap: list[tuple[float, str, Evidence]] = []
        articles: list[tuple[float, str, Evidence]] = []
        waiting: list[Day] = []
        for moment in moments:
            waiting.append(moment)
            for past in [day for day in waiting if day.last < moment.first - tolerance]:
                waiting.remove(past)
                for claim in past.own:
                    heappush(heap, (-claim.low, claim.id, claim))
                    if not claim.reference:
                        heappush(articles, (-claim.low, claim.id, claim))
            for claim in moment.own:
                top = _top(articles if claim.reference else heap, self.ended)
                if top is not None and top.low > claim.high:
                    self.revised.append(Revised(top, claim))
            highest = max(claim.high for claim in moment.own)
            while (top := _top(heap, self.ended)) is not None and top.low > highest:
                heappop(heap)
                self.ended[top.id] = moment.first


def _top(heap: list[tuple[float, str, Evidence]], ended: dict[str, int]) -> Evidence | None:
    while heap and heap[0][1] in ended:
        heappop(heap)
    return heap[0][2] if heap else None


def _by_origin(moment: Day) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = defaultdict(list)
    for claim in moment.own:
        found[claim.origin].append(claim)
    return found


def drops(series: Series, standing: Standing) -> Iterator[tuple[Evidence, Evidence]]:
    """For each claim that lies wholly below a standing figure of another origin, the highest of those.

    Left out are earlier days for which the later origin has a figure of its own, and pairs of two reference
    counts. Between the days of its own an origin asks for the greatest figure of a stretch of claims, so the
    whole is n log n, however many claims there are on either side.
    """
    claims = sorted(series.claims, key=lambda claim: (claim.last, claim.id))
    if not _any_fall(claims, series.tolerance):
        return
    by_origin: dict[str, list[Evidence]] = defaultdict(list)
    for claim in claims:
        by_origin[claim.origin].append(claim)
    days = [span(claim)[1] for claim in claims]
    names = [claim.id for claim in claims]
    tables = {
        reference: _Stretches([-1 if reference and claim.reference else claim.low for claim in claims], names)
        for reference in {claim.reference for claim in claims}
    }
    for own in by_origin.values():
        held = {span(claim)[1] for claim in own}
        for reference, table in tables.items():
            asking = [claim for claim in own if claim.reference == reference]
            yield from _drops_of(asking, held, claims, days, table, standing, series.tolerance)


def _drops_of(
    asking: list[Evidence],
    held: set[int],
    claims: list[Evidence],
    days: list[int],
    table: _Stretches,
    standing: Standing,
    tolerance: int,
) -> Iterator[tuple[Evidence, Evidence]]:
    heap: list[tuple[float, str, int, int, int]] = []

    def add(begin: int, end: int) -> None:
        if begin < end:
            top = table.greatest(begin, end)
            heappush(heap, (-table.numbers[top], claims[top].id, top, begin, end))

    covered = 0
    own_days = sorted(held)
    for claim in sorted(asking, key=lambda claim: (span(claim)[0], claim.id)):
        first = span(claim)[0]
        reached = bisect_left(days, first - tolerance)
        for day in own_days[bisect_left(own_days, days[covered]) :] if covered < reached else ():
            if day >= first - tolerance:
                break
            add(covered, bisect_left(days, day))
            covered = bisect_right(days, day)
        add(covered, reached)
        covered = max(covered, reached)
        while heap and -heap[0][0] > claim.high:
            _, _, top, left, right = heap[0]
            if standing.ended.get(claims[top].id, first + 1) > first:
                yield claims[top], claim
                break
            # Taken back by its own origin: it never comes up again, what lies beside it may.
            heappop(heap)
            add(left, top)
            add(top + 1, right)


def _any_fall(claims: list[Evidence], tolerance: int) -> bool:
    highest = -1.0
    waiting = 0
    for claim in claims:
        first, _ = span(claim)
        while waiting < len(claims) and span(claims[waiting])[1] < first - tolerance:
            highest = max(highest, claims[waiting].low)
            waiting += 1
        if highest > claim.high:
            return True
    return False


class _Stretches:
    """Answers at once where in a stretch of numbers the greatest stands. Built in n log n.

    Of equal ones it is the one whose name comes first, so that the answer does not depend on the stretch.
    """

    def __init__(self, numbers: list[float], names: list[str]) -> None:
        self.numbers = numbers
        self._names = names
        self._levels = [list(range(len(numbers)))]
        width = 1
        while 2 * width <= len(numbers):
            before = self._levels[-1]
            pairs = zip(before, before[width:], strict=False)
            self._levels.append([self._greater(a, b) for a, b in pairs])
            width *= 2

    def greatest(self, begin: int, end: int) -> int:
        """The place of the greatest number from begin to end, end exclusive."""
        level = (end - begin).bit_length() - 1
        one, other = self._levels[level][begin], self._levels[level][end - (1 << level)]
        return self._greater(one, other)

    def _greater(self, one: int, other: int) -> int:
        if self.numbers[one] == self.numbers[other]:
            return one if self._names[one] <= self._names[other] else other
        return one if self.numbers[one] > self.numbers[other] else other
