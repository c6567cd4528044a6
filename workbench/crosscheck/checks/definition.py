"""Figures that differ because they count by another method or under another term."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.comparison import Comparison, finding
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.message import reading, said
from workbench.crosscheck.opponents import find_clash, worst_of
from workbench.crosscheck.series import align


def definition_mismatch(comparison: Comparison) -> Iterator[Finding]:
    """Figures for the same day lie apart because they differ in method, or in a term easily confused."""
    # Whoever gives both figures in one article tells them apart, so those are no mismatch.
    if comparison.series is None:
        return
    pairs: dict[tuple[int, int], list[tuple[Evidence, Evidence]]] = defaultdict(list)
    members: dict[tuple[int, int], set[str]] = defaultdict(set)
    groups = [(comparison.series, other) for other in comparison.terms_apart]
    for group in (comparison.methods, *groups):
        claims = [claim for series in group for claim in series.claims]
        for day in align(claims, comparison.settings.as_of_days):
            clash = find_clash(day.own, day.others, _definition)
            if clash:
                pairs[day.first, day.last].append((clash.higher, clash.lower))
                members[day.first, day.last].update(claim.id for claim in clash.members)
    for moment, found in sorted(pairs.items()):
        clash = worst_of(found)
        if clash:
            message = (
                f"{said(clash.higher)}, and {said(clash.lower)}: {reading(clash.higher)} against "
                f"{reading(clash.lower)}, but the two count by different definitions."
            )
            pair = (clash.higher.id, clash.lower.id)
            yield finding(FindingClass.DEFINITION_MISMATCH, Severity.LOW, pair, message, members[moment])


def _definition(claim: Evidence) -> tuple[object, ...]:
    return (claim.measure, claim.population, claim.method), claim.voice
