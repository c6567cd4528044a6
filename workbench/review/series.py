"""What the released claims say together: a row for each series and as-of day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workbench.core.quantity import Interval
from workbench.core.release import SeriesDay, Status, VerifiedClaim


def series_days(claims: Iterable[VerifiedClaim]) -> Iterator[SeriesDay]:
    """The rows of each event and measure, in the order of their series and days. `claims` are sorted by event
    and measure, as `weigh` gives them; superseded and withdrawn ones say nothing, unresolved ones only where
    nothing is verified."""
    key: tuple[str | None, str] | None = None
    group: list[VerifiedClaim] = []
    for entry in claims:
        here = (entry.claim.event, entry.claim.measure)
        if here != key:
            yield from _days(group)
            key, group = here, []
        if entry.status in (Status.VERIFIED, Status.UNRESOLVED):
            group.append(entry)
    yield from _days(group)


def _days(group: Sequence[VerifiedClaim]) -> Iterator[SeriesDay]:
    days: dict[tuple[str, ...], list[VerifiedClaim]] = defaultdict(list)
    for entry in group:
        days[_key(entry)].append(entry)
    for _, entries in sorted(days.items()):
        verified = [entry for entry in entries if entry.status is Status.VERIFIED]
        yield _day(verified or entries)


def _key(entry: VerifiedClaim) -> tuple[str, ...]:
    """What the figures of a row have in common; a claim of unknown parts stands alone."""
    claim = entry.claim
    parts = (claim.population, claim.place, claim.scope, claim.since, entry.as_of)
    unknown = None in (claim.event, claim.population, claim.place, claim.scope, entry.as_of)
    return (*(str(part or "") for part in parts), claim.id if unknown else "")


def _day(entries: Sequence[VerifiedClaim]) -> SeriesDay:
    claim = entries[0].claim
    accepted, policy, reviewer = _accepted(entries)
    return SeriesDay(
        event=claim.event,
        measure=claim.measure,
        population=claim.population,
        place=claim.place,
        scope=claim.scope.value if claim.scope else None,
        since=claim.since,
        as_of=entries[0].as_of,
        status=entries[0].status,
        accepted=accepted,
        policy=policy,
        reviewer=reviewer,
        best=_best(entries, accepted),
        outlets=tuple(sorted({entry.claim.outlet for entry in entries if entry.claim.outlet})),
        origins=tuple(sorted({entry.claim.source for entry in entries})),
        independent=max(entry.origins for entry in entries),
        claims=tuple(entry.claim.id for entry in entries),
    )


def _accepted(entries: Sequence[VerifiedClaim]) -> tuple[Interval, str, str | None]:
    answers = [answer for entry in entries if (answer := entry.set_by)]
    if answers:
        last = max(answers, key=lambda answer: (answer.decided_at, answer.fingerprint))
        assert last.interval is not None
        return last.interval, "decided", last.reviewer
    intervals = [entry.accepted for entry in entries]
    if len(intervals) == 1:
        return intervals[0], "single", None
    low = max(interval.low or 0 for interval in intervals)
    highs = [interval.high for interval in intervals if interval.high is not None]
    if not highs or low <= min(highs):
        return Interval(low, min(highs) if highs else None), "agreement", None
    lowest = min(interval.low or 0 for interval in intervals)
    unbounded = len(highs) < len(intervals)
    return Interval(lowest, None if unbounded else max(highs)), "range", None


def _best(entries: Sequence[VerifiedClaim], accepted: Interval) -> int | None:
    said: dict[int, set[str]] = defaultdict(set)
    for entry in entries:
        value = entry.claim.quantity.value
        if value is not None and accepted.overlaps(Interval(value, value)):
            said[value].add(entry.claim.source)
    if not said:
        return accepted.low
    return min(said, key=lambda value: (-len(said[value]), value))
