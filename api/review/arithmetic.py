"""Parts beside their whole, added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.finding import FindingClass
from workbench.core.quantity import Interval

from . import words

OF_PARTS = (FindingClass.SUBSET_VIOLATION, FindingClass.SUM_MISMATCH, FindingClass.NOT_TESTABLE)


@dataclass(frozen=True, slots=True)
class Sum:
    """The parts (source, figure, reading, words of who is counted), their sum where they are said to be all,
    the whole, and what follows."""

    parts: tuple[tuple[str, str, str, str], ...]
    total: str | None
    whole: tuple[str, str, str, str]
    verdict: str


def sums_of(cls: FindingClass, claims: Sequence[Claim], names: Mapping[str, str]) -> list[Sum]:
    """The arithmetic of a finding of parts; empty for any other. `names` says by id who a claim counts.

    Where the sentences themselves name no whole, the worst pair of the finding is the part and its whole.
    """
    if cls not in OF_PARTS:
        return []
    by_id = {claim.id: claim for claim in claims}
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.part_of in by_id:
            groups.setdefault(claim.part_of, []).append(claim)
    if not groups and len(claims) > 1:
        part, whole = (claims[1], claims[0]) if cls is FindingClass.SUM_MISMATCH else (claims[0], claims[1])
        groups[whole.id] = [part]
    return [_sum(by_id[whole], parts, names) for whole, parts in groups.items()]


def added(intervals: Sequence[Interval]) -> Interval:
    """What a sum can be: open above where one of its parts is."""
    highs = [interval.high for interval in intervals]
    high = None if None in highs else sum(one for one in highs if one is not None)
    return Interval(sum(interval.low or 0 for interval in intervals), high)


def _sum(whole: Claim, parts: Sequence[Claim], names: Mapping[str, str]) -> Sum:
    span = whole.quantity.hard
    if whole.parts_exhaustive:
        total = added([part.quantity.hard for part in parts])
        return Sum(_rows(parts, names), words.interval(total), _row(whole, names), _all(total, span))
    over = [part for part in parts if span.high is not None and (part.quantity.hard.low or 0) > span.high]
    if not over:
        verdict = "No part is greater than the whole by its figures alone."
    else:
        least = max(part.quantity.hard.low or 0 for part in over)
        verdict = f"A part of at least {least:,} does not fit into a whole of at most {span.high:,}."
    return Sum(_rows(parts, names), None, _row(whole, names), verdict)


def _all(total: Interval, whole: Interval) -> str:
    if total.overlaps(whole):
        return "The parts can add up to the whole."
    if whole.high is not None and (total.low or 0) > whole.high:
        return f"The parts are {(total.low or 0) - whole.high:,} more than the whole can be."
    return f"The parts are {(whole.low or 0) - (total.high or 0):,} fewer than the whole must be."


def _rows(parts: Sequence[Claim], names: Mapping[str, str]) -> tuple[tuple[str, str, str, str], ...]:
    return tuple(_row(part, names) for part in parts)


def _row(claim: Claim, names: Mapping[str, str]) -> tuple[str, str, str, str]:
    return (
        words.source(claim),
        claim.quantity.text,
        words.interval(claim.quantity.hard),
        names.get(claim.id, ""),
    )
