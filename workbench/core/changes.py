"""What has changed between the evidence that was decided on and the evidence there is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.decision import Decision


@dataclass(frozen=True, slots=True)
class Reopened:
    """A case that was decided, and is open again: the earlier answer, what went and what came since."""

    decision: Decision
    went: tuple[str, ...]
    came: tuple[str, ...]


def shown(claims: Iterable[Claim]) -> list[str]:
    """A line a claim, with all of it that a reviewer decides on; in the order of the lines."""
    return sorted(_line(claim) for claim in claims)


def reopened(decision: Decision, before: Iterable[str], now: Iterable[str]) -> Reopened:
    """Compares the lines of `shown`: a claim that changed both went and came."""
    old, new = set(before), set(now)
    return Reopened(decision, tuple(sorted(old - new)), tuple(sorted(new - old)))


def _line(claim: Claim) -> str:
    hard = claim.quantity.hard
    parts = (
        claim.source if claim.origin is None or not claim.outlet else f"{claim.source} (in {claim.outlet})",
        f"“{claim.quantity.text}” ({hard})",
        claim.measure,
        claim.population_text or claim.population,
        claim.place,
        claim.scope.value if claim.scope else None,
        f"as of {claim.as_of}" if claim.as_of else f"published {claim.published_at}",
        claim.method,
        None if claim.modality.is_evidence else claim.modality.value,
    )
    return ", ".join(part for part in parts if part)
