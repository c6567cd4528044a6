"""Cross-checks the evidence and keeps the findings as discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.compare import series_keys
from workbench.crosscheck.filing import file_evidence, write_series
from workbench.crosscheck.run import CheckSettings, placed, prepare
from workbench.pipeline.basis import Basis
from workbench.pipeline.evidence import chosen_evidence, evidence_by_id, printed_around
from workbench.pipeline.found import Found
from workbench.pipeline.recheck import recheck
from workbench.store.claims import all_claims, count_chosen
from workbench.store.discrepancies import count_discrepancies
from workbench.store.edges import live_rulings, replace_edges
from workbench.store.events import all_events, count_reported
from workbench.store.filed import replace_filed
from workbench.store.findings import replace_findings
from workbench.store.readings import silent_annotators
from workbench.store.touched import FINDINGS, all_touched, basis_of, note_derived


@dataclass(frozen=True, slots=True)
class CrossChecked:
    """How many claims there are, how many findings, how many of these came and went, and how many series
    were looked at; None is all of them."""

    claims: int
    findings: int
    came: int
    went: int
    series: int | None = None


def crosscheck(
    session: Session,
    vocabulary: Vocabulary,
    *,
    now: datetime,
    settings: CheckSettings | None = None,
    full: bool = False,
) -> CrossChecked:
    """Checks the series whose evidence was touched since the last time, with all that is looked at beside
    them, and comes to what a full run would.

    All is checked with `full`, and where vocabulary, settings, events, rulings or our own version have
    changed. Running it twice changes nothing.
    """
    basis = Basis(vocabulary, settings or CheckSettings(), all_events(session), live_rulings(session))
    checked = None
    if not full and basis_of(session, FINDINGS) == basis.id:
        checked = recheck(session, basis, *all_touched(session), now=now)
    if checked is None:
        done = _check_all(session, basis, now)
    else:
        there = count_chosen(session) + count_reported(session)
        findings = count_discrepancies(session)
        done = CrossChecked(there, findings, checked.came, checked.went, checked.series)
    note_derived(session, FINDINGS, basis.id)
    return done


def _check_all(session: Session, basis: Basis, now: datetime) -> CrossChecked:
    claims = chosen_evidence(session, basis.vocabulary)
    outvoted = all_claims(session, chosen=False)
    ends = {end for ruling in basis.rulings for end in (ruling.copy, ruling.original)} - claims.keys()
    prepared = prepare(
        claims.values(),
        outvoted=outvoted,
        events=basis.events,
        vocabulary=basis.vocabulary,
        printed=printed_around(session, basis.vocabulary, claims.values()),
        rulings=basis.rulings,
        silent=silent_annotators(session),
        beside=evidence_by_id(session, basis.vocabulary, sorted(ends)).values(),
    )
    replace_edges(session, prepared.origins.edges)
    keys = series_keys(prepared.evidence)
    replace_filed(session, file_evidence(prepared.evidence, keys), map(write_series, set(keys.values())))
    found = Found()
    found.add(placed(prepared, basis.settings), claims | {claim.id: claim for claim in outvoted})
    came, went = replace_findings(session, found.findings, found.places, now=now)
    return CrossChecked(len(claims), len(found.findings), came, went)
