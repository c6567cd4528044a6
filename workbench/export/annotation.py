"""The released claims as W3C Web Annotations: which words of which article say what."""

from __future__ import annotations

from typing import Any, BinaryIO

from workbench.core.release import Release, Status, VerifiedClaim
from workbench.export.graph import write_graph
from workbench.export.phrase import phrase

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def write(release: Release, stream: BinaryIO) -> None:
    """One page with an annotation for each claim that an article prints; withdrawn ones are left out."""
    head = {"@context": CONTEXT, "id": "urn:claims-workbench:annotations", "type": "AnnotationPage"}
    printed = (
        _annotation(entry)
        for entry in release.claims
        if entry.status is not Status.WITHDRAWN and entry.quote is not None and entry.claim.article
    )
    write_graph(stream, head, "items", printed)


def _annotation(verified: VerifiedClaim) -> dict[str, Any]:
    """Both selectors count Unicode code points, of the article and of the quote."""
    claim, quote, first = verified.claim, verified.quote or "", verified.quote_start or 0
    start, end = (claim.start or 0), (claim.end or 0)
    bodies = [("describing", phrase(verified)), ("classifying", claim.measure)]
    bodies.append(("assessing", f"{verified.status.value}: {verified.accepted}"))
    return {
        "id": f"urn:claims-workbench:claim:{claim.id}",
        "type": "Annotation",
        "motivation": ["describing", "assessing"],
        "creator": {"type": "Person", "nickname": claim.annotator} if claim.annotator else None,
        "body": [
            {
                "type": "TextualBody",
                "purpose": purpose,
                "value": value,
                "format": "text/plain",
                "language": "en",
            }
            for purpose, value in bodies
        ],
        "target": {
            "source": verified.url or f"urn:claims-workbench:article:{claim.article}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote[start - first : end - first],
                    "prefix": quote[: start - first],
                    "suffix": quote[end - first :],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
