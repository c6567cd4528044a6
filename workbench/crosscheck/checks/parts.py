"""The arithmetic of parts and wholes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.arithmetic import day_allows, excess_over_wider, term_forbids, wholes_of
from workbench.crosscheck.comparison import Comparison, Part, finding
from workbench.crosscheck.message import as_of, bounds, counted, figure, reading, said, voice


def subset_violation(comparison: Comparison) -> Iterator[Finding]:
    """A part exceeds its whole: even the least it can be is more than the most the whole can be."""
    found: dict[int | None, list[Part]] = defaultdict(list)
    for pair in comparison.parts:
        if (
            pair.part.low > pair.whole.high
            and term_forbids(pair, comparison.terms) is None
            and day_allows(pair, comparison.settings.as_of_days)
        ):
            found[pair.part.last].append(pair)
    if comparison.series is not None:
        for narrower in comparison.narrower:
            for pair in excess_over_wider(narrower, comparison.series):
                found[pair.part.last].append(pair)
    for pairs in found.values():
        part, whole = min(
            pairs, key=lambda pair: (pair.whole.high - pair.part.low, pair.part.id, pair.whole.id)
        )
        message = (
            f"{said(part)}, and {said(whole)}; a part cannot be more than its whole: "
            f"{reading(part)} of {reading(whole)}."
        )
        members = [claim.id for pair in pairs for claim in pair]
        yield finding(FindingClass.SUBSET_VIOLATION, Severity.HIGH, (part.id, whole.id), message, members)


def sum_mismatch(comparison: Comparison) -> Iterator[Finding]:
    """The parts that are all there are add up to more or to less than the whole can be."""
    found = []
    for total in wholes_of(comparison):
        if total.above:
            found.append((total.low - total.whole.high, total))
        elif total.below:
            found.append((total.whole.low - total.high, total))
    by_day: dict[int | None, list[tuple[float, int]]] = defaultdict(list)
    for place, (gap, total) in enumerate(found):
        by_day[total.whole.last].append((gap, place))
    for entries in by_day.values():
        _, place = min(entries, key=lambda entry: (-entry[0], found[entry[1]][1].whole.id))
        worst = found[place][1]
        terms = " + ".join(figure(part) for part in worst.parts)
        message = (
            f"{said(worst.whole)}, but its parts, said to be all, are {terms}; the two cannot both be so: "
            f"{bounds(worst.low, worst.high)} in sum against {reading(worst.whole)}."
        )
        parts = sorted(part.id for part in worst.parts)
        members = [claim.id for _, at in entries for claim in (found[at][1].whole, *found[at][1].parts)]
        yield finding(FindingClass.SUM_MISMATCH, Severity.HIGH, (worst.whole.id, parts[0]), message, members)


def not_testable(comparison: Comparison) -> Iterator[Finding]:
    """A part whose day or term does not allow the arithmetic with its whole."""
    found: dict[int | None, list[tuple[Part, str]]] = defaultdict(list)
    for pair in comparison.parts:
        reason = term_forbids(pair, comparison.terms)
        if reason is None and not day_allows(pair, comparison.settings.as_of_days):
            reason = (
                "a stock is tested on one day only" if pair.whole.stock else "the part is as of a later day"
            )
        if reason is not None:
            found[pair.whole.last].append((pair, reason))
    for entries in found.values():
        (part, whole), reason = min(entries, key=lambda entry: (entry[0].part.id, entry[0].whole.id))
        message = (
            f"{voice(part)} has {figure(part)} {counted(part)} {as_of(part)} as a part of {figure(whole)} "
            f"{counted(whole)} {as_of(whole)}, which cannot be tested: {reason}."
        )
        members = [claim.id for pair, _ in entries for claim in pair]
        yield finding(FindingClass.NOT_TESTABLE, Severity.INFO, (part.id, whole.id), message, members)
    for total in wholes_of(comparison):
        if total.short_of_earlier:
            parts = sorted(part.id for part in total.parts)
            message = (
                f"{said(total.whole)}, and its parts, said to be all, are fewer but as of an earlier day, "
                "so the sum cannot be tested."
            )
            yield finding(
                FindingClass.NOT_TESTABLE, Severity.INFO, (total.whole.id, parts[0]), message, parts
            )
