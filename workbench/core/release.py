"""The verified claim set: what leaves the house."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.core.claim import Claim
from workbench.core.decision import Decision
from workbench.core.period import Period
from workbench.core.quantity import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedClaim:
    """A claim that nothing open speaks against, or that a reviewer accepted.

    `accepted` and `as_of` are what is published, `claim` the evidence it rests on, `quote` the sentence it
    stands in, `decisions` the answers that freed it. `outlets` and `origins` count who supports the figure.
    """

    claim: Claim
    accepted: Interval
    as_of: Period | None
    quote: str | None
    url: str | None = None
    file: str | None = None
    outlets: int = 1
    origins: int = 1
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Release:
    """The verified claims in a stable order."""

    claims: tuple[VerifiedClaim, ...]
