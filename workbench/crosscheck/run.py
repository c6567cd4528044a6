"""Cross-checks claims: which of them cannot be so, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from workbench.core.claim import Claim
from workbench.core.edge import Printed, Ruling
from workbench.core.event import Event
from workbench.core.finding import Finding, FindingClass, Place
from workbench.core.identity import content_id
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.annotators import Disagreement, elect
from workbench.crosscheck.checks import CHECKS
from workbench.crosscheck.compare import comparisons
from workbench.crosscheck.comparison import Comparison
from workbench.crosscheck.copying import find_copies
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence, bring_to_terms
from workbench.crosscheck.filing import series_id
from workbench.crosscheck.origins import Edge, Origins
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms
from workbench.exceptions import InvalidData

__all__ = ["CheckSettings", "Edge", "Prepared", "check", "cross_check", "prepare"]

_NO_EVENTS: Mapping[str, Event] = MappingProxyType({})
_NOBODY_SILENT: Mapping[str, Sequence[str]] = MappingProxyType({})
_NOTHING_PRINTED: Mapping[str, Printed] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Prepared:
    """The evidence brought to common terms, with whose word each claim is and what annotators disagree on."""

    evidence: list[Evidence]
    disagreements: list[Disagreement]
    origins: Origins
    terms: Terms


def cross_check(
    claims: Iterable[Claim],
    *,
    vocabulary: Vocabulary,
    events: Mapping[str, Event] = _NO_EVENTS,
    settings: CheckSettings = CheckSettings(),  # noqa: B008  a frozen value
    edges: Iterable[Edge] = (),
    outvoted: Iterable[Claim] = (),
    printed: Mapping[str, Printed] = _NOTHING_PRINTED,
    rulings: Iterable[Ruling] = (),
    silent: Mapping[str, Sequence[str]] = _NOBODY_SILENT,
) -> list[Finding]:
    """All findings, the gravest first, then by class and claims. The order of the claims does not matter.

    `claims` are the newest version of each article, and reported reference counts. `outvoted` are claims of
    annotations that were not chosen: they and the annotators by sentence that are
    `silent` (they read no claim) feed annotator_disagreement only. `events` by id give counting
    starts, whom unspecific populations mean, and what a claim without event belongs to. `edges` say who
    copies whom, beside the edges that are found (see find_copies, which looks at what is `printed`, by
    sentence id), and `rulings` are what reviewers say of both. Claims that are no evidence, and those whose
    event stays unknown, are compared with nothing. Raises InvalidData for an unknown measure and for an id
    that two claims have.
    """
    prepared = prepare(
        claims,
        vocabulary=vocabulary,
        events=events,
        edges=edges,
        outvoted=outvoted,
        printed=printed,
        rulings=rulings,
        silent=silent,
    )
    return check(prepared, settings)


def prepare(
    claims: Iterable[Claim],
    *,
    vocabulary: Vocabulary,
    events: Mapping[str, Event] = _NO_EVENTS,
    edges: Iterable[Edge] = (),
    outvoted: Iterable[Claim] = (),
    printed: Mapping[str, Printed] = _NOTHING_PRINTED,
    rulings: Iterable[Ruling] = (),
    beside: Iterable[Claim] = (),
    silent: Mapping[str, Sequence[str]] = _NOBODY_SILENT,
) -> Prepared:
    """All that comes before the checks, of the same claims as in `cross_check`.

    `beside` are claims that an edge may lead to without being among the evidence.
    """
    claims, outvoted = list(claims), list(outvoted)
    by_id = {claim.id: claim for claim in (*claims, *outvoted)}
    if len(by_id) < len(claims) + len(outvoted):
        twice = Counter(claim.id for claim in (*claims, *outvoted)).most_common(1)[0][0]
        raise InvalidData(f"two claims have the id {twice!r}", fields={"id": ["twice"]})
    terms = Terms(vocabulary)
    elected, disagreements = elect(claims, outvoted, silent)
    edges, rulings = list(edges), list(rulings)
    by_id |= {claim.id: claim for claim in beside}
    origins = Origins(edges, by_id, rulings=rulings, wires=vocabulary.wires)
    evidence = bring_to_terms(elected, terms=terms, events=Events(events, terms), origins=origins)
    given = {edge.copy for edge in edges}
    copies = [edge for edge in find_copies(evidence, printed) if edge.copy not in given]
    if copies:
        origins = Origins([*edges, *copies], by_id, rulings=rulings, wires=vocabulary.wires)
        for claim in evidence:
            claim.origin = origins.origin_of(claim.claim)
    return Prepared(evidence, disagreements, origins, terms)


def check(prepared: Prepared, settings: CheckSettings) -> list[Finding]:
    """The findings of all checks, the gravest first, then by class and claims."""
    findings = [finding for _, finding in placed(prepared, settings)]
    return sorted(findings, key=lambda finding: (-finding.severity, finding.cls.value, finding.claims))


def placed(prepared: Prepared, settings: CheckSettings) -> Iterator[tuple[Place, Finding]]:
    """The findings of all checks, each with its place, in no order that means anything."""
    by_id = {claim.id: claim for claim in prepared.evidence}
    compared = comparisons(prepared.evidence, prepared.disagreements, terms=prepared.terms, settings=settings)
    yield from look_at(compared, by_id)


def look_at(compared: Iterable[Comparison], by_id: Mapping[str, Evidence]) -> Iterator[tuple[Place, Finding]]:
    """What all checks find in these comparisons; `by_id` holds the evidence that they hold."""
    for comparison in compared:
        for each in CHECKS:
            for finding in each(comparison):
                yield _place(finding, comparison, by_id), finding


def disagreement_slot(article: str | None, sentence: str | None) -> str:
    """The slot of what annotators of this sentence disagree on."""
    return content_id(FindingClass.ANNOTATOR_DISAGREEMENT.value, article, sentence)


def _place(finding: Finding, comparison: Comparison, by_id: Mapping[str, Evidence]) -> Place:
    if comparison.disagreement is not None:
        claims = (*comparison.disagreement.kept, *comparison.disagreement.others)
        return Place(claims[0].event, disagreement_slot(claims[0].article, claims[0].sentence))
    pair = [by_id[claim] for claim in finding.claims[:2]]
    # The later day: that of a drop or a growth is the day of the figure that came after.
    day = max((claim.last for claim in pair if claim.last is not None), default=None)
    key = comparison.key
    slot = content_id(finding.cls.value, *(map(str, key) if key else ()), day)
    return Place(pair[0].event, slot, series_id(key) if key else None)
