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
from workbench.core.release import Exhibit, Status, VerifiedClaim

_BY_NAME: Mapping[str, str] = MappingProxyType({})


class Verdicts:
    """What findings and the live decisions on them (both by fingerprint) say of each claim.

    An open finding of severity low or above speaks against all its claims; an info finding never does. A
    settled one frees them: an accepted claim alone, the others are superseded by it.
    """

    def __init__(self, findings: Mapping[str, Finding], decisions: Mapping[str, Decision]) -> None:
        self._open: dict[str, list[str]] = defaultdict(list)
        self._answers: dict[str, list[Decision]] = defaultdict(list)
        self._against: dict[str, list[Decision]] = defaultdict(list)
        for fingerprint, finding in findings.items():
            decision = decisions.get(fingerprint)
            if decision is None or not decision.settles:
                if finding.severity > Severity.INFO:
                    for claim in finding.claims:
                        self._open[claim].append(fingerprint)
                continue
            for claim in finding.claims:
                accepted_another = decision.outcome is Outcome.ACCEPT_CLAIM and claim != decision.claim
                (self._against if accepted_another else self._answers)[claim].append(decision)

    def open(self, claim: str) -> tuple[str, ...]:
        """The open discrepancies that speak against it, by fingerprint."""
        return tuple(sorted(self._open.get(claim, ())))

    def answers(self, claim: str) -> tuple[Decision, ...]:
        """The decisions that freed it, the last one last."""
        return _by_time(self._answers.get(claim, ()))

    def against(self, claim: str) -> tuple[Decision, ...]:
        """The decisions that put another claim in its place, the last one last."""
        return _by_time(self._against.get(claim, ()))

    def status(self, claim: Claim) -> Status | None:
        """None: it is no evidence, or a reference count that no reviewer had before them in that role."""
        if not claim.modality.is_evidence:
            return None
        if claim.id in self._open:
            return Status.UNRESOLVED
        if claim.id in self._against:
            return Status.SUPERSEDED
        if claim.reference and not any(answer.claim == claim.id for answer in self.answers(claim.id)):
            return None
        return Status.VERIFIED


def verify(
    claims: Mapping[str, Claim],
    findings: Mapping[str, Finding],
    decisions: Mapping[str, Decision],
    origins: Mapping[str, str] = _BY_NAME,
) -> list[VerifiedClaim]:
    """The verified claims alone, in a stable order. `findings` and live `decisions` are by fingerprint.

    `origins` says by id of a claim whose word it is, where that is not simply the name it gives.
    """
    exhibits = [
        Exhibit(claim=claim, voice=origins.get(claim.id) or claim.source.casefold())
        for claim in claims.values()
    ]
    weighed = weigh(exhibits, Verdicts(findings, decisions))
    return [entry for entry in weighed if entry.status is Status.VERIFIED]


def weigh(
    exhibits: Iterable[Exhibit], verdicts: Verdicts, *, unresolved: bool = False
) -> list[VerifiedClaim]:
    """What is published of the claims of one or several events and measures, in a stable order.

    Verified and superseded claims; unresolved ones only where the caller says so. Support is counted among
    what no open discrepancy speaks against, so that it is the same with and without unresolved claims.
    """
    given = [(exhibit, verdicts.status(exhibit.claim)) for exhibit in exhibits]
    support = _Support(exhibit for exhibit, status in given if status is not Status.UNRESOLVED)
    return [
        _weighed(exhibit, status, verdicts, support)
        for exhibit, status in sorted(given, key=lambda one: order(one[0].claim))
        if status is not None and (unresolved or status is not Status.UNRESOLVED)
    ]


def order(claim: Claim) -> tuple[str, ...]:
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


def series_of(claim: Claim) -> tuple[object, ...]:
    """What two figures must share to support each other; unknown parts make a claim stand alone."""
    shared = (claim.event, claim.measure, claim.population, claim.place, claim.scope, claim.as_of)
    return (*shared, claim.id) if None in shared else shared


def _weighed(exhibit: Exhibit, status: Status, verdicts: Verdicts, support: _Support) -> VerifiedClaim:
    """The last answer with an interval says what is published; without one it is what the words say."""
    claim = exhibit.claim
    accepted, as_of = claim.quantity.hard, claim.as_of or _published(claim)
    superseded = status is Status.SUPERSEDED
    decisions = verdicts.against(claim.id) if superseded else verdicts.answers(claim.id)
    for answer in () if superseded else decisions:
        if answer.interval is not None:
            accepted, as_of = answer.interval, answer.as_of or as_of
    outlets, origins = support.of(exhibit, accepted)
    return VerifiedClaim(
        claim=claim,
        accepted=accepted,
        as_of=as_of,
        quote=exhibit.quote,
        quote_start=exhibit.quote_start,
        url=exhibit.url,
        file=exhibit.file,
        title=exhibit.title,
        language=exhibit.language,
        outlets=outlets,
        origins=origins,
        decisions=decisions,
        status=status,
        discrepancies=verdicts.open(claim.id),
    )


def _by_time(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return tuple(sorted(decisions, key=lambda answer: (answer.decided_at, answer.fingerprint)))


def _published(claim: Claim) -> Period | None:
    return Period.day(claim.published_at) if claim.published_at else None


class _Support:
    """How many outlets and origins stand behind a figure of one day; each figure is counted out once."""

    def __init__(self, exhibits: Iterable[Exhibit]) -> None:
        self._exhibits: dict[tuple[object, ...], list[Exhibit]] = defaultdict(list)
        self._counted: dict[tuple[tuple[object, ...], Interval], tuple[int, int]] = {}
        for exhibit in exhibits:
            if exhibit.claim.modality.is_evidence:
                self._exhibits[series_of(exhibit.claim)].append(exhibit)

    def of(self, exhibit: Exhibit, accepted: Interval) -> tuple[int, int]:
        """Outlets and origins whose figure can be true together with the accepted one."""
        key = (series_of(exhibit.claim), accepted)
        if key not in self._counted:
            agreeing = [
                other
                for other in self._exhibits.get(key[0], ())
                if other.claim.quantity.hard.overlaps(accepted)
            ]
            outlets = {other.claim.outlet for other in agreeing if other.claim.outlet}
            self._counted[key] = (len(outlets), len({other.voice for other in agreeing}))
        return self._counted[key]
