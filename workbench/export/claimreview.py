"""The released claims as schema.org ClaimReview (JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from workbench.core.release import Release, Status, VerifiedClaim
from workbench.export.graph import write_graph
from workbench.export.phrase import phrase

# The rating, from worst to best: what it says of a figure, not of whoever gave it.
RATINGS: tuple[str, ...] = (
    "Another figure was accepted in its place",
    "Contradicted, and nobody has decided yet",
    "Nothing contradicts it",
    "Several independent origins agree with it",
    "Accepted by a reviewer",
)
EXPLANATION = "from 1 to 5: " + "; ".join(f"{place} {text.lower()}" for place, text in enumerate(RATINGS, 1))


def write(release: Release, stream: BinaryIO) -> None:
    """A review a claim; withdrawn ones are left out. What speaks against a figure stands in the review."""
    reviews = (_review(entry, release) for entry in release.claims if entry.status is not Status.WITHDRAWN)
    write_graph(stream, {"@context": "https://schema.org"}, "@graph", reviews)


def rating_of(verified: VerifiedClaim) -> int:
    """Its place in RATINGS, counted from 1."""
    if verified.status is Status.SUPERSEDED:
        return 1
    if verified.status is Status.UNRESOLVED:
        return 2
    if verified.decision is not None and verified.decision.claim == verified.claim.id:
        return 5
    return 4 if verified.origins > 1 else 3


def _review(verified: VerifiedClaim, release: Release) -> dict[str, Any]:
    claim, decision, value = verified.claim, verified.decision, rating_of(verified)
    day = claim.published_at.isoformat() if claim.published_at else None
    return {
        "@type": "ClaimReview",
        "@id": f"urn:claims-workbench:review:{claim.id}",
        "claimReviewed": phrase(verified),
        "reviewBody": " ".join(_context(verified, release)) or None,
        "author": {"@type": "Person", "name": decision.reviewer} if decision else _CROSS_CHECK,
        "datePublished": decision.decided_at.date().isoformat() if decision else None,
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "worstRating": 1,
            "bestRating": len(RATINGS),
            "alternateName": RATINGS[value - 1],
            "ratingExplanation": EXPLANATION,
        },
        "itemReviewed": {
            "@type": "Claim",
            "@id": f"urn:claims-workbench:claim:{claim.id}",
            "text": verified.quote,
            "author": {"@type": "Organization", "name": claim.source},
            "datePublished": day,
            "appearance": {
                "@type": "NewsArticle",
                "@id": f"urn:claims-workbench:article:{claim.article}",
                "url": verified.url,
                "headline": verified.title,
                "inLanguage": verified.language,
                "datePublished": day,
                "publisher": {"@type": "Organization", "name": claim.outlet},
            }
            if claim.article
            else None,
        },
    }


_CROSS_CHECK = {"@type": "Organization", "name": "Cross-check of all sources"}


def _context(verified: VerifiedClaim, release: Release) -> Iterator[str]:
    """The conflicting figures, a sentence a finding, and what was decided of them."""
    for answer in verified.decisions:
        if finding := release.findings.get(answer.fingerprint):
            yield f"{finding.message} Decided: {answer.outcome.value} ({answer.reason.value})."
    for fingerprint in verified.discrepancies:
        if finding := release.findings.get(fingerprint):
            yield f"{finding.message} Not decided."
