"""Which claims may leave the house: what nothing open speaks against, and what a reviewer freed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.core.claim import Claim
from workbench.core.decision import Decision, Outcome
from workbench.core.finding import Finding, Severity
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.core.release import VerifiedClaim

_BY_NAME: Mapping[str, str] = MappingProxyType({})


def verify(
    claims: Mapping[str, Claim],
    findings: Mapping[str, Finding],
    decisions: Mapping[str, Decision],
    origins: Mapping[str, str] = _BY_NAME,
) -> list[VerifiedClaim]:
    """The verified claims, in a stable order. `findings` and `decisions` (live ones) are by fingerprint.

    `origins` says by id of a claim whose word it is, where that is not simply the name it gives.

    An open finding of severity low or above holds all its claims back; an info finding never does. A
    settled one frees them: an accepted claim alone, a range as the interval that was decided. Only claims
    that are evidence are published; a reference count only where a reviewer accepted it.
    """
    held: set[str] = set()
    answers: dict[str, list[Decision]] = defaultdict(list)
    for fingerprint, finding in findings.items():
        decision = decisions.get(fingerprint)
        if decision is None or not decision.settles:
            if finding.severity > Severity.INFO:
                held.update(finding.claims)
            continue
        for claim in finding.claims:
            if decision.outcome is Outcome.ACCEPT_CLAIM and claim != decision.claim:
                held.add(claim)
            else:
                answers[claim].append(decision)
    support = _Support(claims.values(), origins)
    return [
        _verified(claim, sorted(answers[claim.id], key=lambda answer: answer.decided_at), support)
        for claim in sorted(claims.values(), key=_order)
        if claim.id not in held and claim.modality.is_evidence and _is_published(claim, answers[claim.id])
    ]


def _is_published(claim: Claim, answers: list[Decision]) -> bool:
    return not claim.reference or any(answer.claim == claim.id for answer in answers)


def _verified(claim: Claim, answers: list[Decision], support: _Support) -> VerifiedClaim:
    """The last answer with an interval says what is published; without one it is what the words say."""
    accepted, as_of = claim.quantity.hard, claim.as_of or _published(claim)
    for answer in answers:
        if answer.interval is not None:
            accepted, as_of = answer.interval, answer.as_of or as_of
    outlets, origins = support.of(claim, accepted)
    return VerifiedClaim(
        claim=claim,
        accepted=accepted,
        as_of=as_of,
        quote=None,
        outlets=outlets,
        origins=origins,
        decisions=tuple(answers),
    )


def _published(claim: Claim) -> Period | None:
    return Period.day(claim.published_at) if claim.published_at else None


class _Support:
    """How many outlets and origins stand behind a figure of one day; each figure is counted out once."""

    def __init__(self, claims: Iterable[Claim], origins: Mapping[str, str]) -> None:
        self._origins = origins
        self._claims: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
        self._counted: dict[tuple[tuple[object, ...], Interval], tuple[int, int]] = {}
        for claim in claims:
            if claim.modality.is_evidence:
                self._claims[_series(claim)].append(claim)

    def of(self, claim: Claim, accepted: Interval) -> tuple[int, int]:
        """Outlets and origins whose figure can be true together with the accepted one."""
        key = (_series(claim), accepted)
        if key not in self._counted:
            agreeing = [other for other in self._claims[key[0]] if other.quantity.hard.overlaps(accepted)]
            outlets = {other.outlet for other in agreeing if other.outlet}
            self._counted[key] = (
                len(outlets),
                len({self._origins.get(other.id) or other.source.casefold() for other in agreeing}),
            )
        return self._counted[key]


def _series(claim: Claim) -> tuple[object, ...]:
    """What two figures must share to support each other; unknown parts make a claim stand alone."""
    shared = (claim.event, claim.measure, claim.population, claim.place, claim.scope, claim.as_of)
    return (*shared, claim.id) if None in shared else shared


def _order(claim: Claim) -> tuple[str, ...]:
    """Event, measure, day, then where it stands: the same from the same evidence."""
    day = str(claim.as_of or claim.published_at or "")
    return (
        claim.event or "",
        claim.measure,
        day,
        claim.outlet or "",
        claim.article or "",
        f"{claim.start or 0:012d}",
        claim.id,
    )
