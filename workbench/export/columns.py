"""What stands in a row of the verified claim set."""

from __future__ import annotations

from workbench.core.release import VerifiedClaim

Cell = str | int | bool | None

COLUMNS: tuple[tuple[str, str], ...] = (
    ("claim_id", "id of the claim; the same from the same annotation"),
    ("event", "id of the event that the count belongs to"),
    ("measure", "what is counted"),
    ("population", "who is counted, normalised; empty is unknown"),
    ("population_text", "who is counted, as printed"),
    ("place", "where, normalised; empty is unknown"),
    ("place_text", "where, as printed"),
    ("scope", "incident, period, cumulative or stock"),
    ("since", "start of the count, EDTF"),
    ("as_of", "day that the figure speaks of, EDTF"),
    ("as_of_assumed", "true where the publication day stands in for it"),
    ("low", "lowest number that the accepted figure allows; empty is unbounded"),
    ("high", "highest number that the accepted figure allows; empty is unbounded"),
    ("figure", "the number as printed"),
    ("value", "the number as stated; empty for between and vague"),
    ("bound", "how the words bound it: exact, at_least, more_than, about …"),
    ("origin", "who originally said it; empty is the outlet's own word"),
    ("origin_text", "who said it, as printed"),
    ("outlet", "who printed it; empty for a reference count"),
    ("published_at", "day of publication"),
    ("modality", "asserted or reported"),
    ("url", "address of the article"),
    ("file", "file name of the article"),
    ("article_id", "id of the article"),
    ("sentence_id", "id of the sentence"),
    ("start", "first character of the number in the article, in Unicode code points"),
    ("end", "the character behind its last"),
    ("quote", "the sentence it stands in"),
    ("outlets", "how many outlets print a figure of this day that agrees"),
    ("origins", "how many origins stand behind those"),
    ("outcome", "how a reviewer freed it; empty where nothing spoke against it"),
    ("reason", "the reviewer's reason code"),
    ("reviewer", "who decided"),
    ("confidence", "how sure the reviewer is"),
    ("annotator", "pseudonym of who labelled it; empty for a reference count"),
)


def row_of(verified: VerifiedClaim) -> dict[str, Cell]:
    """The cells by column name, in the order of COLUMNS."""
    claim = verified.claim
    decision = verified.decisions[-1] if verified.decisions else None
    cells: dict[str, Cell] = {
        "claim_id": claim.id,
        "event": claim.event,
        "measure": claim.measure,
        "population": claim.population,
        "population_text": claim.population_text,
        "place": claim.place,
        "place_text": claim.place_text,
        "scope": claim.scope.value if claim.scope else None,
        "since": claim.since.edtf if claim.since else None,
        "as_of": verified.as_of.edtf if verified.as_of else None,
        "as_of_assumed": claim.as_of_assumed,
        "low": verified.accepted.low,
        "high": verified.accepted.high,
        "figure": claim.quantity.text,
        "value": claim.quantity.value,
        "bound": claim.quantity.bound.value,
        "origin": claim.origin,
        "origin_text": claim.origin_text,
        "outlet": claim.outlet,
        "published_at": claim.published_at.isoformat() if claim.published_at else None,
        "modality": claim.modality.value,
        "url": verified.url,
        "file": verified.file,
        "article_id": claim.article,
        "sentence_id": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "quote": verified.quote,
        "outlets": verified.outlets,
        "origins": verified.origins,
        "outcome": decision.outcome.value if decision else None,
        "reason": decision.reason.value if decision else None,
        "reviewer": decision.reviewer if decision else None,
        "confidence": decision.confidence.value if decision else None,
        "annotator": claim.annotator,
    }
    return {name: cells[name] for name, _ in COLUMNS}
