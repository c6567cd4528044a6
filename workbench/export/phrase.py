"""What a claim says, as one sentence of English."""

from __future__ import annotations

from workbench.core.claim import Claim
from workbench.core.release import VerifiedClaim


def phrase(verified: VerifiedClaim) -> str:
    """Who said how many of whom, where, as of when."""
    claim = verified.claim
    parts = [f"{claim.source}: {claim.quantity.text}", whom(claim), where(claim)]
    if verified.as_of:
        parts.append(f"as of {verified.as_of.edtf}")
    return " ".join(part for part in parts if part)


def whom(claim: Claim) -> str:
    """Of whom, and what: "civilians killed"."""
    words = claim.population_text or (claim.population or "").replace("_", " ")
    return " ".join(part for part in (words, claim.measure.replace("_", " ")) if part)


def where(claim: Claim) -> str:
    words = claim.place_text or (claim.place or "").replace("_", " ")
    return f"in {words}" if words else ""
