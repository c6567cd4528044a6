"""All that led to a discrepancy, with what each policy would publish and a second opinion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.finding import Finding, FindingClass
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.compare import series_keys
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.explain import Section
from workbench.crosscheck.explain import explain as explain_finding
from workbench.crosscheck.message import plain
from workbench.crosscheck.run import Prepared, prepare
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.terms import Terms
from workbench.pipeline.decide import reopened_by
from workbench.pipeline.evidence import chosen_evidence, evidence_by_id, printed_around
from workbench.review.crh import Figure, second_opinion
from workbench.review.policies import proposals
from workbench.store.claims import all_claims
from workbench.store.discrepancies import Discrepancy
from workbench.store.edges import live_rulings
from workbench.store.events import all_events

# Whose claims are of one thing, so that one of them, or a range, can be published.
OF_ONE_THING = frozenset(FindingClass) - {
    FindingClass.SUBSET_VIOLATION,
    FindingClass.SUM_MISMATCH,
    FindingClass.NOT_TESTABLE,
    FindingClass.ANNOTATOR_DISAGREEMENT,
}


LEAST_ORIGINS = 3  # of two nobody can say which is nearer to what both are far from
Entry = tuple[SeriesKey, int | None, int | None]


def explain(session: Session, vocabulary: Vocabulary, discrepancy: Discrepancy) -> list[Section]:
    """Sections of plain lines. Looks at the evidence of the event that the claims belong to, and no other."""
    finding = discrepancy.finding
    named = evidence_by_id(session, vocabulary, finding.claims)
    events = all_events(session)
    event = _event_of(
        [named[claim] for claim in finding.claims if claim in named], Events(events, Terms(vocabulary))
    )
    near = None if event is None else (event,)
    claims = chosen_evidence(session, vocabulary, events=near)
    prepared = prepare(
        claims.values(),
        outvoted=all_claims(session, chosen=False, events=near),
        events=events,
        vocabulary=vocabulary,
        printed=printed_around(session, vocabulary, claims.values()),
        rulings=live_rulings(session),
    )
    sections = explain_finding(finding, prepared)
    again = reopened_by(session, vocabulary, discrepancy)
    if again is not None:
        answer = f"{again.decision.outcome.value} by {again.decision.reviewer}, before the evidence changed"
        changes = (*(f"- {line}" for line in again.went), *(f"+ {line}" for line in again.came))
        sections.insert(1, Section("Re-opened", (answer, *changes)))
    if finding.cls in OF_ONE_THING:
        lines = tuple(
            f"{one.policy}: {one.interval}, as of {one.as_of or 'an unknown day'}: {one.reason}"
            for one in proposals(list(named.values()))
        )
        sections.append(Section("What each policy would publish", lines))
        opinion = tuple(_opinion(finding, prepared))
        if opinion:
            sections.append(Section("Second opinion (CRH weighted median, no policy)", opinion))
    return sections


def _event_of(claims: Sequence[Claim], events: Events) -> str | None:
    return next((event for claim in claims if (event := claim.event or events.infer(claim).event)), None)


def _opinion(finding: Finding, prepared: Prepared) -> Iterator[str]:
    """What is likely true of the days of the finding, given how often each origin is right in the event."""
    keys = series_keys(prepared.evidence)
    entries: dict[Entry, dict[str, Evidence]] = defaultdict(dict)
    figures = []
    for claim in prepared.evidence:
        if claim.id in keys and claim.value is not None and claim.last is not None:
            entry: Entry = keys[claim.id], claim.first, claim.last
            entries[entry][claim.origin] = claim
            figures.append(Figure(entry, claim.origin, claim.value))
    named = {
        (keys[claim.id], claim.first, claim.last)
        for claim in prepared.evidence
        if claim.id in keys and claim.id in finding.claims
    }
    asked = [entry for entry, there in entries.items() if entry in named and len(there) >= LEAST_ORIGINS]
    if not asked:
        return
    opinion = second_opinion(figures)
    for entry in asked:
        there = entries[entry]
        weights = ", ".join(
            f"{plain(one.claim.source)} {opinion.weights[origin]:.2f}"
            for origin, one in sorted(there.items())
        )
        as_of = next(iter(there.values())).claim.as_of
        yield f"{opinion.truths[entry]:,.0f} as of {as_of}; weights: {weights}"
