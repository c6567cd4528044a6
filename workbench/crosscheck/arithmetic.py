"""Whether a part and a whole may be calculated with, and what comes out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from workbench.core.claim import Scope
from workbench.crosscheck.comparison import Comparison, Part
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import Series, span
from workbench.crosscheck.terms import Terms


def term_forbids(pair: Part, terms: Terms) -> str | None:
    """Why the stated part cannot be a part of that whole by its terms; None where nothing speaks against it.

    Whoever states a part vouches for it, so an unknown term forbids nothing; a known one that lies outside
    the whole does. A total is never added to incident counts (ECC). A period may lie in a cumulative whole.
    """
    part, whole = pair
    if not terms.measure_holds(whole.measure, part.measure):
        return f"{part.measure} is no part of {whole.measure}"
    scopes = (part.scope, whole.scope)
    if None not in scopes and part.scope is not whole.scope and scopes != (Scope.PERIOD, Scope.CUMULATIVE):
        return f"the scope of the part is {part.scope}, that of the whole {whole.scope}"
    if part.start and whole.start and part.start.last < whole.start.first:
        return f"the part counts since {part.start}, the whole only since {whole.start}"
    if part.population and whole.population and part.population != whole.population:
        if part.population in terms.wider_populations(whole.population) and not terms.is_unspecific(
            part.population
        ):
            return "the part counts a wider population than the whole"
        if terms.exclude(part.population, whole.population):
            return "the two populations have no member in common"
    if part.place and whole.place and part.place in terms.wider_places(whole.place):
        return "the part counts in a wider place than the whole"
    return None


def day_allows(pair: Part, tolerance: int) -> bool:
    """Is the part as of the day of its whole or, where the measure accumulates, of an earlier one?"""
    part, whole = pair
    if part.last is None or whole.last is None or part.first is None or whole.first is None:
        return False
    aligned = part.first <= whole.last + tolerance and whole.first <= part.last + tolerance
    if part.stock or whole.stock or whole.scope is Scope.PERIOD:
        return aligned
    return part.last <= whole.last or (aligned and tolerance > 0)


@dataclass(frozen=True, slots=True)
class Total:
    """A whole, the parts that are said to be all, and their sum.

    `above`: the sum is more than the whole can be, and no part is of a later day. `below`: it is less, and
    no part is of an earlier day. `short_of_earlier`: it is less, but of an earlier day, so it may catch up.
    """

    whole: Evidence
    parts: tuple[Evidence, ...]
    low: float
    high: float
    above: bool
    below: bool
    short_of_earlier: bool


def wholes_of(comparison: Comparison) -> Iterator[Total]:
    """All wholes with exhaustive parts whose terms allow the sum."""
    by_whole: dict[str, list[Part]] = defaultdict(list)
    for pair in comparison.parts:
        if pair.whole.claim.parts_exhaustive:
            by_whole[pair.whole.id].append(pair)
    tolerance = comparison.settings.as_of_days
    for pairs in by_whole.values():
        if any(term_forbids(pair, comparison.terms) for pair in pairs):
            continue
        whole = pairs[0].whole
        parts = tuple(pair.part for pair in pairs)
        low, high = sum(part.low for part in parts), sum(part.high for part in parts)
        none_later = all(day_allows(pair, tolerance) for pair in pairs)
        none_earlier = all(day_allows(Part(pair.whole, pair.part), tolerance) for pair in pairs)
        short = high < whole.low
        yield Total(
            whole=whole,
            parts=parts,
            low=low,
            high=high,
            above=low > whole.high and none_later,
            below=short and none_earlier,
            short_of_earlier=short and none_later and not none_earlier,
        )


def excess_over_wider(narrower: Series, wider: Series) -> Iterator[Part]:
    """For each claim that is more than a series that holds it can be, the least of those wholes.

    Cumulative counts since one start are tested against every whole of the same or a later day, all others on
    the same day; two reference counts on the same day only.
    """
    if max(claim.low for claim in narrower.claims) <= min(claim.high for claim in wider.claims):
        return
    tolerance = narrower.tolerance
    grows = (
        narrower.over_time and not narrower.stock and narrower.key.scope in (Scope.CUMULATIVE, Scope.PERIOD)
    )
    wholes = sorted(wider.claims, key=lambda claim: (claim.last, claim.id))
    days = [span(claim)[1] for claim in wholes]
    least = _least_from(wholes)
    least_article = _least_from([claim if not claim.reference else None for claim in wholes])
    same_day: dict[int, Evidence] = {}
    for whole in wholes:
        best = same_day.setdefault(span(whole)[1], whole)
        if whole.high < best.high:
            same_day[span(whole)[1]] = whole
    for part in narrower.claims:
        first, last = span(part)
        candidates = [same_day.get(day) for day in range(last - tolerance, last + tolerance + 1)]
        if first != last:
            begin, end = bisect_left(days, first - tolerance), bisect_left(days, last + tolerance + 1)
            candidates += wholes[begin:end]
        if grows:
            later = bisect_left(days, last)
            candidates.append((least_article if part.reference else least)[later])
        fitting = [whole for whole in candidates if whole is not None and whole.high < part.low]
        if fitting:
            yield Part(part, min(fitting, key=lambda whole: (whole.high, whole.id)))


def _least_from(claims: Sequence[Evidence | None]) -> list[Evidence | None]:
    """For each place of the list, the claim with the least upper bound from there to the end; ties go to the
    first, so that a claim that only repeats another takes nothing from it."""
    least: list[Evidence | None] = [None]
    for claim in reversed(claims):
        best = least[-1]
        better = claim is not None and claim.high <= (inf if best is None else best.high)
        least.append(claim if better else best)
    return least[::-1]
