"""Agreement that counts less than it seems."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.comparison import Comparison, finding
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.message import said, voice


def echo(comparison: Comparison) -> Iterator[Finding]:
    """Several outlets agree for the same day on the word of one origin, which counts once."""
    for day in comparison.series.days if comparison.series else ():
        groups: dict[str, list[Evidence]] = defaultdict(list)
        for claim in (*day.own, *day.others):
            if not claim.reference:
                groups[claim.origin].append(claim)
        owned = {claim.id for claim in day.own}
        agreeing = [
            members
            for members in map(_agreeing, groups.values())
            if len(members) > 1 and any(claim.id in owned for claim in members)
        ]
        if agreeing:
            members = min(agreeing, key=lambda members: members[0].id)
            first = members[0]
            second = next(claim for claim in members if claim.publisher != first.publisher)
            message = (
                f"{said(first)}, and {voice(second)} agrees: several outlets, but one origin, "
                "so the agreement counts once."
            )
            everyone = [claim.id for members in agreeing for claim in members]
            yield finding(FindingClass.ECHO, Severity.INFO, (first.id, second.id), message, everyone)


def _agreeing(claims: Sequence[Evidence]) -> list[Evidence]:
    """Claims whose soft interval meets that of a claim in another outlet, by id. n log n."""
    if len({claim.publisher for claim in claims}) < 2:
        return []
    everybody = _Intervals(claims)
    of_publisher: dict[str, list[Evidence]] = defaultdict(list)
    for claim in claims:
        of_publisher[claim.publisher].append(claim)
    own = {publisher: _Intervals(found) for publisher, found in of_publisher.items()}
    found = [claim for claim in claims if everybody.meeting(claim) > own[claim.publisher].meeting(claim)]
    return sorted(found, key=lambda claim: claim.id)


class _Intervals:
    def __init__(self, claims: Sequence[Evidence]) -> None:
        self._lows = sorted(claim.soft_low for claim in claims)
        self._highs = sorted(claim.soft_high for claim in claims)

    def meeting(self, claim: Evidence) -> int:
        """How many meet this one: those that begin before it ends, less those that end before it begins."""
        begun = bisect_right(self._lows, claim.soft_high)
        return begun - bisect_left(self._highs, claim.soft_low)
