"""Cross-checks claims: which of them cannot be so, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.finding import Finding
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.annotators import elect
from workbench.crosscheck.checks import CHECKS
from workbench.crosscheck.compare import comparisons
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import bring_to_terms
from workbench.crosscheck.origins import Edge, Origins
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms
from workbench.exceptions import InvalidData

__all__ = ["CheckSettings", "Edge", "cross_check"]

_NO_EVENTS: Mapping[str, Event] = MappingProxyType({})


def cross_check(
    claims: Iterable[Claim],
    *,
    vocabulary: Vocabulary,
    events: Mapping[str, Event] = _NO_EVENTS,
    settings: CheckSettings = CheckSettings(),  # noqa: B008  a frozen value
    edges: Iterable[Edge] = (),
    outvoted: Iterable[Claim] = (),
) -> list[Finding]:
    """All findings, the gravest first, then by class and claims. The order of the claims does not matter.

    `claims` are the newest version of each article, and reported reference counts. `outvoted` are claims of
    annotations that were not chosen: they feed annotator_disagreement only. `events` by id give counting
    starts, whom unspecific populations mean, and what a claim without event belongs to. `edges` say who
    copies whom. Claims that are no evidence, and those whose event stays unknown, are compared with nothing.
    Raises InvalidData for an unknown measure and for an id that two claims have.
    """
    claims, outvoted = list(claims), list(outvoted)
    by_id = {claim.id: claim for claim in (*claims, *outvoted)}
    if len(by_id) < len(claims) + len(outvoted):
        twice = Counter(claim.id for claim in (*claims, *outvoted)).most_common(1)[0][0]
        raise InvalidData(f"two claims have the id {twice!r}", fields={"id": ["twice"]})
    terms = Terms(vocabulary)
    elected, disagreements = elect(claims, outvoted)
    evidence = bring_to_terms(
        elected, terms=terms, events=Events(events, terms), origins=Origins(edges, by_id)
    )
    findings = [
        finding
        for comparison in comparisons(evidence, disagreements, terms=terms, settings=settings)
        for check in CHECKS
        for finding in check(comparison)
    ]
    return sorted(findings, key=lambda finding: (-finding.severity, finding.cls.value, finding.claims))
