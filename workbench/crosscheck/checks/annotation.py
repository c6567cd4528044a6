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
    told = [
        f"{who} {_read(claim)}" for who, claim in (("one", first), ("another", second)) if claim is not None
    ]
    if disagreement.silent:  # a message leaves the house: it names no annotator
        others = len(disagreement.silent)
        told.append("another none" if others == 1 else f"{others} others none")
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
    return f"“{plain(claim.quantity.text)}” {counted}"
