"""Cross-checks all evidence and keeps the findings as discrepancies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.run import CheckSettings, cross_check
from workbench.pipeline.evidence import all_evidence
from workbench.store.discrepancies import replace_findings
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
    claims = all_evidence(session, vocabulary)
    findings = cross_check(
        claims.values(),
        events=all_events(session),
        vocabulary=vocabulary,
        settings=settings or CheckSettings(),
    )
    by_fingerprint = {finding.fingerprint(claims): finding for finding in findings}
    came, went = replace_findings(session, by_fingerprint, now=now)
    return CrossChecked(len(claims), len(by_fingerprint), came, went)
