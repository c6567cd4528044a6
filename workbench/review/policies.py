"""What each named policy would publish of conflicting claims; shown, and never applied in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval


@dataclass(frozen=True, slots=True)
class Proposal:
    """An interval with its as-of, the claims it rests on, and why the policy says so."""

    policy: str
    interval: Interval
    as_of: Period | None
    claims: tuple[str, ...]
    reason: str


Policy = Callable[[Sequence[Claim]], Proposal]


def widest_range(claims: Sequence[Claim]) -> Proposal:
    """From the lowest to the highest figure (Iraq Body Count publishes minimum and maximum)."""
    lowest = min(claims, key=lambda claim: (claim.quantity.hard.low or 0, claim.id))
    highest = max(claims, key=lambda claim: (_top(claim), claim.id))
    interval = Interval(lowest.quantity.hard.low, highest.quantity.hard.high)
    newest = max((day for claim in claims if (day := _as_of(claim))), key=_by_day, default=None)
    reason = f"from the lowest figure, of {lowest.source}, to the highest, of {highest.source}"
    return Proposal("range", interval, newest, tuple(dict.fromkeys((lowest.id, highest.id))), reason)


def conservative(claims: Sequence[Claim]) -> Proposal:
    """The lowest credible figure (ACLED); a vague amount only where nobody gives a number."""
    stated = [claim for claim in claims if claim.quantity.bound is not Bound.VAGUE]
    lowest = _lowest(stated or claims)
    reason = f"{lowest.source} gives the lowest {'number' if stated else 'of the vague amounts'}"
    return Proposal("conservative", lowest.quantity.hard, _as_of(lowest), (lowest.id,), reason)


def latest_majority(claims: Sequence[Claim]) -> Proposal:
    """The newest figure; of several as new, what most origins say, else the lowest (GTD)."""
    dated = [(day, claim) for claim in claims if (day := _as_of(claim))]
    newest = max((day for day, _ in dated), key=_by_day, default=None)
    latest = [claim for day, claim in dated if day == newest] or list(claims)
    origins: dict[Interval, set[str]] = defaultdict(set)
    for claim in latest:
        origins[claim.quantity.hard].add(" ".join(claim.source.casefold().split()))
    everybody = set().union(*origins.values())
    for interval, agreeing in origins.items():
        if len(agreeing) * 2 > len(everybody):
            rests_on = tuple(sorted(claim.id for claim in latest if claim.quantity.hard == interval))
            if len(everybody) == 1:
                reason = "the newest figure"
            else:
                reason = f"of the newest figures, that of {len(agreeing)} of {len(everybody)} origins"
            return Proposal("latest_majority", interval, newest, rests_on, reason)
    lowest = _lowest(latest)
    reason = f"the newest figures have no majority; the lowest of them is that of {lowest.source}"
    return Proposal("latest_majority", lowest.quantity.hard, newest, (lowest.id,), reason)


POLICIES: tuple[Policy, ...] = (widest_range, conservative, latest_majority)


def proposals(claims: Sequence[Claim]) -> list[Proposal]:
    """What each policy would publish of these claims, in the order of POLICIES; empty without evidence.

    The order of the claims does not matter.
    """
    evidence = sorted((claim for claim in claims if claim.modality.is_evidence), key=lambda claim: claim.id)
    return [policy(evidence) for policy in POLICIES] if evidence else []


def _lowest(claims: Sequence[Claim]) -> Claim:
    """By the stated number: "up to 40" says 40, whatever it leaves open below."""

    def number(claim: Claim) -> tuple[int, str]:
        quantity = claim.quantity
        return (quantity.hard.low or 0) if quantity.value is None else quantity.value, claim.id

    return min(claims, key=number)


def _top(claim: Claim) -> float:
    return float("inf") if claim.quantity.hard.high is None else claim.quantity.hard.high


def _as_of(claim: Claim) -> Period | None:
    return claim.as_of or (Period.day(claim.published_at) if claim.published_at else None)


def _by_day(day: Period) -> tuple[int, int]:
    return day.last.toordinal(), day.first.toordinal()
