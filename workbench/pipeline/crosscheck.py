"""Cross-checks the evidence and keeps the findings as discrepancies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import EdgeKind, Ruling
from workbench.core.event import Event
from workbench.core.finding import Finding, Place
from workbench.core.identity import content_id
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.events import Events
from workbench.crosscheck.run import CheckSettings, Prepared, placed, prepare
from workbench.crosscheck.terms import Terms
from workbench.pipeline.evidence import chosen_evidence, evidence_by_id, printed_around
from workbench.store.claims import all_claims, claims_of_sentences, count_chosen
from workbench.store.discrepancies import count_discrepancies
from workbench.store.edges import live_rulings, replace_edges, replace_edges_from
from workbench.store.events import all_events, count_reported, merged_events
from workbench.store.findings import replace_findings
from workbench.store.readings import silent_annotators
from workbench.store.touched import all_touched, basis_of, note_checked

MOST_EVENTS = 300  # touched ones, from which on it is as quick to check everything


@dataclass(frozen=True, slots=True)
class CrossChecked:
    """How many claims there are, how many findings, how many of these came and went, and how many events
    were looked at; None is all of them."""

    claims: int
    findings: int
    came: int
    went: int
    events: int | None = None


@dataclass(frozen=True, slots=True)
class _Basis:
    """What all findings depend on beside the evidence."""

    vocabulary: Vocabulary
    settings: CheckSettings
    events: Mapping[str, Event]
    rulings: Sequence[Ruling]
    silent: Mapping[str, Sequence[str]]

    @property
    def id(self) -> str:
        events = [astuple(event) for event in self.events.values()]
        rulings = [(ruling.copy, ruling.original, ruling.cut) for ruling in self.rulings]
        silent = sorted(self.silent.items())
        return content_id("basis", self.vocabulary.version, astuple(self.settings), events, rulings, silent)


def crosscheck(
    session: Session,
    vocabulary: Vocabulary,
    *,
    now: datetime,
    settings: CheckSettings | None = None,
    full: bool = False,
) -> CrossChecked:
    """Checks the events whose evidence was touched since the last time, and comes to what a full run would.

    Claims of two events are never compared, so that an event is the least that can be checked alone. All is
    checked with `full`, and where vocabulary, settings, events, rulings or who reads no claim have changed.
    Running it twice changes nothing.
    """
    basis = _Basis(
        vocabulary,
        settings or CheckSettings(),
        all_events(session),
        live_rulings(session),
        silent_annotators(session),
    )
    if full or basis_of(session) != basis.id:
        checked = _check_all(session, basis, now)
    else:
        checked = _check_touched(session, basis, now)
    note_checked(session, basis.id)
    return checked


def _check_all(session: Session, basis: _Basis, now: datetime) -> CrossChecked:
    claims = chosen_evidence(session, basis.vocabulary)
    outvoted = all_claims(session, chosen=False)
    prepared = _prepare(session, basis, claims, outvoted)
    replace_edges(session, prepared.origins.edges)
    found = _by_fingerprint(prepared, basis, claims | {claim.id: claim for claim in outvoted})
    came, went = replace_findings(session, *_apart(found), now=now)
    return CrossChecked(len(claims), len(found), came, went)


def _check_touched(session: Session, basis: _Basis, now: datetime) -> CrossChecked:
    touched = all_touched(session)
    infer = Events(basis.events, Terms(basis.vocabulary)).infer
    into = merged_events(session)
    named = (one.event or (infer(one.claim).event if one.claim else None) for one in touched)
    events = {into.get(event, event) for event in named if event is not None}
    if len(events) > MOST_EVENTS:
        return _check_all(session, basis, now)
    came = went = 0
    if touched:
        claims = {
            claim.id: claim
            for claim in chosen_evidence(session, basis.vocabulary, events=events).values()
            if (claim.event or infer(claim).event) in events
        }
        prepared = _prepare(session, basis, claims, ())
        edges = [edge for edge in prepared.origins.edges if edge.copy in claims]
        reviewers = [edge for edge in prepared.origins.edges if edge.kind is EdgeKind.REVIEWER]
        replace_edges_from(session, {*claims, *(one.id for one in touched)}, edges)
        replace_edges_from(session, {edge.copy for edge in reviewers}, reviewers)
        found = _by_fingerprint(prepared, basis, claims) | _disagreements(session, basis)
        came, went = replace_findings(session, *_apart(found), now=now, within=events)
    there = count_chosen(session) + count_reported(session)
    return CrossChecked(there, count_discrepancies(session), came, went, len(events))


def _disagreements(session: Session, basis: _Basis) -> dict[str, tuple[Place, Finding]]:
    """Of all sentences: few have several annotators, and what these say stands beside no series."""
    outvoted = all_claims(session, chosen=False)
    sentences = sorted({claim.sentence for claim in outvoted if claim.sentence} | basis.silent.keys())
    said = {claim.id: claim for claim in (*claims_of_sentences(session, sentences), *outvoted)}
    kept = [claim for claim in said.values() if claim.id not in {one.id for one in outvoted}]
    whole = prepare(
        kept, outvoted=outvoted, silent=basis.silent, vocabulary=basis.vocabulary, events=basis.events
    )
    alone = Prepared([], whole.disagreements, whole.origins, whole.terms)
    return _by_fingerprint(alone, basis, said)


def _prepare(
    session: Session, basis: _Basis, claims: Mapping[str, Claim], outvoted: Iterable[Claim]
) -> Prepared:
    ends = {end for ruling in basis.rulings for end in (ruling.copy, ruling.original)} - claims.keys()
    return prepare(
        claims.values(),
        outvoted=outvoted,
        events=basis.events,
        vocabulary=basis.vocabulary,
        printed=printed_around(session, basis.vocabulary, claims.values()),
        rulings=basis.rulings,
        silent=basis.silent,
        beside=evidence_by_id(session, basis.vocabulary, sorted(ends)).values(),
    )


def _by_fingerprint(
    prepared: Prepared, basis: _Basis, said: Mapping[str, Claim]
) -> dict[str, tuple[Place, Finding]]:
    return {
        finding.fingerprint(said): (place, finding) for place, finding in placed(prepared, basis.settings)
    }


def _apart(
    found: Mapping[str, tuple[Place, Finding]],
) -> tuple[dict[str, Finding], dict[str, Place]]:
    """Findings and places by fingerprint."""
    findings = {name: finding for name, (_, finding) in found.items()}
    return findings, {name: place for name, (place, _) in found.items()}
