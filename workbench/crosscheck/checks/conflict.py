"""Figures of one series and day that do not go together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from statistics import median

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.comparison import Comparison, finding
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.message import figure, reading, said, soft_reading, voice
from workbench.crosscheck.opponents import Clash, find_clash, worst_of
from workbench.crosscheck.series import Day
from workbench.crosscheck.tensions import tense_pairs


def hard_conflict(comparison: Comparison) -> Iterator[Finding]:
    """Independent origins give figures for the same day that cannot both be so."""
    for day in comparison.series.days if comparison.series else ():
        clash = find_clash(day.own, day.others, lambda claim: (claim.origin,))
        if clash:
            severity = Severity.LOW if clash.gap == 1 else Severity.HIGH
            message = f"{_against(clash)}{_odd_one(clash)}."
            yield _told(FindingClass.HARD_CONFLICT, severity, clash, message)


def attribution_mismatch(comparison: Comparison) -> Iterator[Finding]:
    """Two outlets credit one origin with figures for the same day that cannot both be so."""
    # The origin's own table of reference counts stands in for an outlet: it is where the origin publishes.
    for day in comparison.series.days if comparison.series else ():
        clash = _within(day, lambda claim: claim.origin, lambda claim: (claim.publisher,))
        if clash:
            message = f"{_against(clash)}, though both are the word of one origin."
            yield _told(FindingClass.ATTRIBUTION_MISMATCH, Severity.HIGH, clash, message)


def internal_contradiction(comparison: Comparison) -> Iterator[Finding]:
    """One article gives figures of one origin for the same day that cannot both be so, its title included."""
    for day in comparison.series.days if comparison.series else ():
        clash = _within(day, _article_and_origin, lambda _: ())
        if clash:
            message = f"{_against(clash)}, and both stand in one article."
            yield _told(FindingClass.INTERNAL_CONTRADICTION, Severity.HIGH, clash, message)


def tension(comparison: Comparison) -> Iterator[Finding]:
    """Figures for the same day can both be so, but not as readers usually take the words."""
    for day in comparison.series.days if comparison.series else ():
        pairs = tense_pairs(day)
        if pairs:
            higher, lower = min(
                pairs, key=lambda pair: (pair[1].soft_high - pair[0].soft_low, pair[0].id, pair[1].id)
            )
            message = (
                f"{said(higher)}, and {voice(lower)} {figure(lower)} for the same day; both can be so, but "
                f"readers usually take them for {soft_reading(higher)} and for {soft_reading(lower)}."
            )
            members = [claim.id for pair in pairs for claim in pair]
            yield finding(FindingClass.TENSION, Severity.LOW, (higher.id, lower.id), message, members)


def _told(cls: FindingClass, severity: Severity, clash: Clash, message: str) -> Finding:
    pair = (clash.higher.id, clash.lower.id)
    return finding(cls, severity, pair, message, [claim.id for claim in clash.members])


def _against(clash: Clash) -> str:
    return (
        f"{said(clash.higher)}, and {said(clash.lower)}; they cannot both be so: "
        f"{reading(clash.higher)} against {reading(clash.lower)}"
    )


def _odd_one(clash: Clash) -> str:
    """Which claim is the odd one can be said only where at least three origins give a median."""
    figures: dict[str, float] = {}
    for claim in sorted(clash.members, key=lambda claim: claim.id):
        figures.setdefault(claim.origin, claim.low if claim.value is None else claim.value)
    if len(figures) < 3:
        return ""
    middle = median(figures.values())
    distances = [max(claim.low - middle, middle - claim.high, 0) for claim in (clash.higher, clash.lower)]
    if distances[0] == distances[1]:
        return ""
    odd = clash.higher if distances[0] > distances[1] else clash.lower
    number = f"{middle:,.1f}".removesuffix(".0")
    return f"; of {len(figures)} origins the median is {number}, and {voice(odd)} lies furthest from it"


def _article_and_origin(claim: Evidence) -> Hashable:
    return None if claim.reference else claim.voice


def _within(
    day: Day,
    group: Callable[[Evidence], Hashable],
    keys: Callable[[Evidence], tuple[object, ...]],
) -> Clash | None:
    """The clashes inside each group of the day, as one; a claim whose group is None is in no group."""
    groups: dict[Hashable, tuple[list[Evidence], list[Evidence]]] = defaultdict(lambda: ([], []))
    for side, claims in enumerate((day.own, day.others)):
        for claim in claims:
            groups[group(claim)][side].append(claim)
    groups.pop(None, None)
    clashes = [
        clash
        for own, others in groups.values()
        if own and len(own) + len(others) > 1 and (clash := find_clash(own, others, keys))
    ]
    return _merged(clashes)


def _merged(clashes: Sequence[Clash]) -> Clash | None:
    worst = worst_of([(clash.higher, clash.lower) for clash in clashes])
    if worst is None:
        return None
    return Clash(
        worst.gap, worst.higher, worst.lower, [claim for clash in clashes for claim in clash.members]
    )
