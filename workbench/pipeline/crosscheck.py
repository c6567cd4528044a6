"""Cross-checks all evidence and keeps the findings as discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import CheckSettings, check, prepare
from workbench.pipeline.evidence import chosen_evidence, printed_around
from workbench.store.claims import all_claims
from workbench.store.discrepancies import replace_findings
from workbench.store.edges import live_rulings, replace_edges
from workbench.store.events import all_events


@dataclass(frozen=True, slots=True)
class CrossChecked:
    """How many claims were checked, how many findings there are, and how many came and went."""

    claims: int
    findings: int
    came: int
    went: int


def crosscheck(
    session: Session, vocabulary: Vocabulary, *, now: datetime, settings: CheckSettings | None = None
) -> CrossChecked:
    """Running it twice changes nothing."""
    claims = chosen_evidence(session, vocabulary)
    outvoted = all_claims(session, chosen=False)
    prepared = prepare(
        claims.values(),
        outvoted=outvoted,
        events=all_events(session),
        vocabulary=vocabulary,
        printed=printed_around(session, vocabulary, claims.values()),
        rulings=live_rulings(session),
    )
    findings = check(prepared, settings or CheckSettings())
    replace_edges(session, prepared.origins.edges)
    said = claims | {claim.id: claim for claim in outvoted}
    by_fingerprint = {finding.fingerprint(said): finding for finding in findings}
    came, went = replace_findings(session, by_fingerprint, now=now)
    return CrossChecked(len(claims), len(by_fingerprint), came, went)
