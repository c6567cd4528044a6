"""Figures of one series on different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.comparison import Comparison, finding
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.message import as_of, figure, reading, said, voice
from workbench.crosscheck.opponents import Greatest
from workbench.crosscheck.series import Day, Series, span
from workbench.crosscheck.standing import Standing, drops

Pair = tuple[Evidence, Evidence]


def growth(comparison: Comparison) -> Iterator[Finding]:
    """A later article states a higher figure of a measure that accumulates, as is to be expected."""
    # Only articles grow, and each day is set beside the last earlier day that another article speaks of.
    series = _accumulating(comparison)
    if series is None:
        return
    stated = [
        Day(moment.first, moment.last, own)
        for moment in series.moments
        if (own := [claim for claim in moment.own if claim.value is not None and not claim.reference])
    ]
    for neighbours in _before(stated, series.tolerance):
        pairs: list[Pair] = []
        for earlier, later in neighbours:
            lowest = Greatest(earlier, lambda claim: -(claim.value or 0), lambda claim: (claim.article,))
            highest = Greatest(later, lambda claim: claim.value or 0, lambda claim: (claim.article,))
            pairs += _rising((lowest.against(claim), claim) for claim in later)
            pairs += _rising((claim, highest.against(claim)) for claim in earlier)
        if pairs:
            first, second = min(pairs, key=lambda pair: (_value(pair[0]) - _value(pair[1]), *_ids(pair)))
            message = (
                f"{said(second)}, up from {figure(first)} {as_of(first)} by {voice(first)}; a count that "
                "accumulates may grow."
            )
            yield _told(FindingClass.GROWTH, Severity.INFO, (first, second), message, pairs)


def revision(comparison: Comparison) -> Iterator[Finding]:
    """An origin's later figure lies wholly below its earlier one: it has taken the earlier one back."""
    series = _accumulating(comparison)
    if series is not None:
        pairs = [(found.earlier, found.later) for found in Standing(series).revised]
        for day_pairs in _by_day(pairs):
            first, second = _widest(day_pairs)
            message = (
                f"{said(second)}, down from {figure(first)} {as_of(first)} by the same origin: "
                f"{reading(second)} after {reading(first)}, so the count was revised."
            )
            yield _told(FindingClass.REVISION, Severity.INFO, (first, second), message, day_pairs)


def drop(comparison: Comparison) -> Iterator[Finding]:
    """A later figure lies wholly below an earlier one of another origin, though the count cannot fall."""
    # A figure that its own origin has revised by then no longer stands, so nothing drops from it.
    series = _accumulating(comparison)
    if series is not None:
        for day_pairs in _by_day(list(drops(series, Standing(series)))):
            first, second = _widest(day_pairs)
            message = (
                f"{said(second)}, but {voice(first)} had {figure(first)} already {as_of(first)}; "
                f"the count cannot fall, so they cannot both be so: {reading(second)} after {reading(first)}."
            )
            yield _told(FindingClass.DROP, Severity.MEDIUM, (first, second), message, day_pairs)


def change(comparison: Comparison) -> Iterator[Finding]:
    """A stock is another one on another day."""
    series = comparison.series
    if series is None or not series.stock:
        return
    for place, day in enumerate(series.moments):
        before = _nearest(series.moments, place, series.tolerance)
        pairs = list(_changed(series.moments[before], day)) if before >= 0 else []
        if pairs:
            first, second = min(pairs, key=lambda pair: (-abs(pair[1].low - pair[0].low), *_ids(pair)))
            message = (
                f"{said(second)}, after {figure(first)} {as_of(first)} by {voice(first)}; "
                "a stock may rise and fall."
            )
            yield _told(FindingClass.CHANGE, Severity.INFO, (first, second), message, pairs)


def outlier(comparison: Comparison) -> Iterator[Finding]:
    """A figure is many times more or less than its neighbours in time, as when a digit slipped."""
    # Neighbours are the days before and after; at an end of the series the two nearest days. A first figure
    # far below is no outlier where the measure accumulates: tolls start low.
    series = comparison.series
    if series is None or not series.over_time:
        return
    stated = [
        Day(moment.first, moment.last, own)
        for moment in series.moments
        if (own := [claim for claim in moment.own if claim.value])
    ]
    if len(stated) < 3:
        return
    factor = comparison.settings.outlier_factor
    for place, day in enumerate(stated):
        first, last = place == 0, place == len(stated) - 1
        around = (1, 2) if first else (place - 1, place - 2) if last else (place - 1, place + 1)
        neighbours = [claim for at in around for claim in stated[at].own]
        low, high = min(map(_value, neighbours)), max(map(_value, neighbours))
        has_article = any(not claim.reference for claim in neighbours)
        odd = [
            claim
            for claim in day.own
            if (has_article or not claim.reference)
            and (
                _value(claim) >= factor * high
                or (_value(claim) * factor <= low and (series.stock or not first))
            )
        ]
        if odd:
            worst = min(odd, key=lambda claim: (-max(_value(claim) / high, low / _value(claim)), claim.id))
            nearest = [
                min(stated[at].own, key=lambda claim: (claim.reference and worst.reference, claim.id))
                for at in sorted(around)
            ]
            told = " and ".join(f"{figure(claim)} {as_of(claim)}" for claim in nearest)
            message = (
                f"{said(worst)}, but its neighbours in time are {told}: a factor of {factor} or more, "
                "as when a digit slipped."
            )
            others = [claim.id for claim in (*nearest, *odd)]
            yield finding(FindingClass.OUTLIER, Severity.MEDIUM, (worst.id, nearest[0].id), message, others)


def stale(comparison: Comparison) -> Iterator[Finding]:
    """An origin's newest figure is much older than the newest of another that is in use."""
    series = comparison.series
    if series is None or not series.over_time:
        return
    newest: dict[str, Evidence] = {}
    for claim in series.claims:
        newest[claim.origin] = claim
    latest = max(series.claims, key=lambda claim: (claim.last, claim.id))
    latest_article = max(
        (claim for claim in series.claims if not claim.reference),
        key=lambda claim: (claim.last, claim.id),
        default=None,
    )
    pairs: list[Pair] = []
    for old in newest.values():
        new = latest_article if old.reference else latest
        if new is not None and span(new)[0] - span(old)[1] > comparison.settings.stale_days:
            pairs.append((old, new))
    for day_pairs in _by_day(pairs, at=0):
        old, new = day_pairs[0]
        message = (
            f"{said(old)}, its newest figure, while {voice(new)} has {figure(new)} {as_of(new)}, over "
            f"{comparison.settings.stale_days} days later."
        )
        yield _told(FindingClass.STALE, Severity.INFO, (old, new), message, day_pairs)


def phase_reset(comparison: Comparison) -> Iterator[Finding]:
    """An authority counts from a new start; its new count is not compared with the one before."""
    known: dict[str, Evidence] = {}
    for series in comparison.phases:
        pairs: list[Pair] = []
        fresh: dict[str, Evidence] = {}
        for claim in series.claims:
            if claim.origin not in fresh:
                fresh[claim.origin] = claim
                old = known.get(claim.origin)
                if (
                    old is not None
                    and span(old)[0] <= span(claim)[1]
                    and not (old.reference and claim.reference)
                ):
                    pairs.append((old, claim))
        for day_pairs in _by_day(pairs):
            old, new = day_pairs[0]
            message = (
                f"{said(new)}, counted since {new.claim.since}; {figure(old)} {as_of(old)} by the same "
                "origin counts from an earlier start, so the two are not compared."
            )
            yield _told(FindingClass.PHASE_RESET, Severity.INFO, (old, new), message, day_pairs)
        for claim in series.claims:
            known[claim.origin] = claim


def _accumulating(comparison: Comparison) -> Series | None:
    series = comparison.series
    if series is None or series.stock or not series.over_time or len(series.moments) < 2:
        return None
    return series


def _before(
    days: Sequence[Day], tolerance: int
) -> Iterator[list[tuple[Sequence[Evidence], Sequence[Evidence]]]]:
    """For each day its claims with those of the last earlier day that another article speaks of. Linear."""
    alone: list[str | None] = []  # the article of a day that only one speaks of
    other: list[int] = []  # the last day before of which that one does not speak alone
    for place, day in enumerate(days):
        articles = {claim.article for claim in day.own}
        alone.append(articles.pop() if len(articles) == 1 else None)
        same = place > 0 and alone[place] is not None and alone[place - 1] == alone[place]
        other.append(other[place - 1] if same else place - 1)
        before = _nearest(days, place, tolerance)
        later_by_day: dict[int, list[Evidence]] = defaultdict(list)
        for claim in day.own if before >= 0 else ():
            at = other[before] if alone[before] == claim.article else before
            if at >= 0:
                later_by_day[at].append(claim)
        yield [(days[at].own, later) for at, later in later_by_day.items()]


def _nearest(days: Sequence[Day], place: int, tolerance: int) -> int:
    """The place of the last day that is wholly earlier and not aligned; -1 where there is none."""
    at = place - 1
    while at >= 0 and days[at].last >= days[place].first - tolerance:
        at -= 1
    return at


def _changed(earlier: Day, later: Day) -> Iterator[Pair]:
    """Linear: each claim beside the least and the greatest of the other day that it may be compared with."""
    for asking, asked, forward in ((later.own, earlier.own, True), (earlier.own, later.own, False)):
        for reference in (False, True):
            claims = [claim for claim in asking if claim.reference == reference]
            eligible = [claim for claim in asked if not (reference and claim.reference)]
            if not claims or not eligible:
                continue
            low = min(eligible, key=lambda claim: (_middle(claim), claim.id))
            high = min(eligible, key=lambda claim: (-_middle(claim), claim.id))
            for claim in claims:
                for other in (low, high):
                    if _differ(claim, other):
                        yield (other, claim) if forward else (claim, other)


def _differ(one: Evidence, other: Evidence) -> bool:
    if one.value is not None and other.value is not None:
        return one.value != other.value
    return one.low > other.high or other.low > one.high


def _middle(claim: Evidence) -> float:
    return claim.low if claim.value is None else claim.value


def _value(claim: Evidence) -> int:
    assert claim.value is not None
    return claim.value


def _rising(pairs: Iterator[tuple[Evidence | None, Evidence | None]]) -> Iterator[Pair]:
    for earlier, later in pairs:
        if earlier is not None and later is not None and _value(later) > _value(earlier):
            yield earlier, later


def _by_day(pairs: Sequence[Pair], *, at: int = 1) -> list[list[Pair]]:
    """Pairs together whose later (or `at` 0: earlier) claim is as of the same day, in the order of time."""
    found: dict[tuple[int, int], list[Pair]] = defaultdict(list)
    for pair in pairs:
        found[span(pair[at])].append(pair)
    return [sorted(day, key=_ids) for _, day in sorted(found.items())]


def _widest(pairs: Sequence[Pair]) -> Pair:
    return min(pairs, key=lambda pair: (pair[1].high - pair[0].low, *_ids(pair)))


def _ids(pair: Pair) -> tuple[str, str]:
    return pair[0].id, pair[1].id


def _told(cls: FindingClass, severity: Severity, pair: Pair, message: str, pairs: Sequence[Pair]) -> Finding:
    return finding(cls, severity, _ids(pair), message, [claim.id for found in pairs for claim in found])
