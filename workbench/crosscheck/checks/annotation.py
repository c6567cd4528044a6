"""What annotators do not agree on."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.core.claim import Claim
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.comparison import Comparison, finding
from workbench.crosscheck.message import plain


def annotator_disagreement(comparison: Comparison) -> Iterator[Finding]:
    """Annotators of one sentence read different claims in it."""
    disagreement = comparison.disagreement
    if disagreement is None:
        return
    claims = (*disagreement.kept, *disagreement.others)
    first = claims[0]
    second = next((claim for claim in claims if claim.annotator != first.annotator), None)
    pair = (first.id,) if second is None else (first.id, second.id)
    told = [_read(claim) for claim in (first, second) if claim is not None]
    told += [f"{plain(annotator)} none" for annotator in disagreement.silent]
    read = " and ".join(told)
    outlet = plain(first.outlet or "an unnamed outlet")
    message = f"Annotators of one sentence of {outlet} read different claims: {read}."
    yield finding(
        FindingClass.ANNOTATOR_DISAGREEMENT,
        Severity.MEDIUM,
        pair,
        message,
        [claim.id for claim in claims],
    )


def _read(claim: Claim) -> str:
    whom = claim.population_text or claim.population
    counted = f"{claim.measure.replace('_', ' ')}{f' of {plain(whom)}' if whom else ''}"
    who = plain(claim.annotator) if claim.annotator else "an unnamed annotator"
    return f"{who} “{plain(claim.quantity.text)}” {counted}"
