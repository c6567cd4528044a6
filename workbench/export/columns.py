"""What stands in a row of the verified claim set."""

from __future__ import annotations

from workbench.core.release import VerifiedClaim

Cell = str | int | bool | None

TEXT, NUMBER, FLAG, DAY = "string", "integer", "boolean", "date"  # types of Table Schema

# Name, type, meaning. None is unknown, unbounded or not there.
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("claim_id", TEXT, "id of the claim; the same from the same annotation"),
    ("status", TEXT, "verified, unresolved, superseded or withdrawn; only verified rows are vouched for"),
    ("event", TEXT, "id of the event that the count belongs to"),
    ("measure", TEXT, "what is counted"),
    ("population", TEXT, "who is counted, normalised; empty is unknown"),
    ("population_text", TEXT, "who is counted, as printed"),
    ("place", TEXT, "where, normalised; empty is unknown"),
    ("place_text", TEXT, "where, as printed"),
    ("scope", TEXT, "incident, period, cumulative or stock"),
    ("since", TEXT, "start of the count, EDTF"),
    ("as_of", TEXT, "day that the figure speaks of, EDTF"),
    ("as_of_assumed", FLAG, "true where the publication day stands in for it"),
    ("low", NUMBER, "lowest number that the accepted figure allows; empty is unbounded"),
    ("high", NUMBER, "highest number that the accepted figure allows; empty is unbounded"),
    ("policy", TEXT, "how low and high came about: as_printed, or decided by the reviewer"),
    ("figure", TEXT, "the number as printed"),
    ("value", NUMBER, "the number as stated; empty for between and vague"),
    ("bound", TEXT, "how the words bound it: exact, at_least, more_than, about …"),
    ("origin", TEXT, "who originally said it; empty is the outlet's own word"),
    ("origin_text", TEXT, "who said it, as printed"),
    ("outlet", TEXT, "who printed it; empty for a reference count"),
    ("published_at", DAY, "day of publication"),
    ("modality", TEXT, "asserted or reported"),
    ("url", TEXT, "address of the article"),
    ("file", TEXT, "file name of the article"),
    ("article_id", TEXT, "id of the article"),
    ("sentence_id", TEXT, "id of the sentence"),
    ("start", NUMBER, "first character of the number in the article, in Unicode code points"),
    ("end", NUMBER, "the character behind its last"),
    ("quote", TEXT, "the sentence it stands in, or the part of it that is published"),
    ("quote_start", NUMBER, "first character of the quote in the article, in Unicode code points"),
    ("language", TEXT, "of the article, BCP 47"),
    ("outlets", NUMBER, "how many outlets print a figure of this day that agrees"),
    ("origins", NUMBER, "how many origins stand behind those"),
    ("outcome", TEXT, "how a reviewer answered what spoke against it; empty where nothing did"),
    ("reason", TEXT, "the reviewer's reason code"),
    ("reviewer", TEXT, "who decided"),
    ("confidence", TEXT, "how sure the reviewer is: low, medium or high"),
    ("decision", TEXT, "fingerprint of the discrepancy that was answered, as in decisions.jsonl"),
    ("superseded_by", TEXT, "id of the claim that was accepted in its place"),
    (
        "discrepancies",
        TEXT,
        "fingerprints of the open discrepancies of an unresolved row, with spaces between",
    ),
    ("annotator", TEXT, "pseudonym of who labelled it; empty for a reference count"),
)
NAMES = tuple(name for name, _, _ in COLUMNS)


def row_of(verified: VerifiedClaim) -> dict[str, Cell]:
    """The cells by column name, in the order of COLUMNS."""
    return dict(zip(NAMES, cells_of(verified), strict=True))


def cells_of(verified: VerifiedClaim) -> tuple[Cell, ...]:
    """The cells in the order of COLUMNS."""
    claim, decisions, accepted = verified.claim, verified.decisions, verified.accepted
    quantity = claim.quantity
    if decisions:
        decision = decisions[-1]
        answer: tuple[Cell, ...] = (
            decision.outcome.value,
            decision.reason.value,
            decision.reviewer,
            decision.confidence.value,
            decision.fingerprint,
            decision.claim if decision.claim != claim.id else None,
        )
        policy = "decided" if verified.set_by else "as_printed"
    else:
        answer, policy = _NO_ANSWER, "as_printed"
    return (
        claim.id,
        verified.status.value,
        claim.event,
        claim.measure,
        claim.population,
        claim.population_text,
        claim.place,
        claim.place_text,
        claim.scope.value if claim.scope else None,
        claim.since.edtf if claim.since else None,
        verified.as_of.edtf if verified.as_of else None,
        claim.as_of_assumed,
        accepted.low,
        accepted.high,
        policy,
        quantity.text,
        quantity.value,
        quantity.bound.value,
        claim.origin,
        claim.origin_text,
        claim.outlet,
        claim.published_at.isoformat() if claim.published_at else None,
        claim.modality.value,
        verified.url,
        verified.file,
        claim.article,
        claim.sentence,
        claim.start,
        claim.end,
        verified.quote,
        verified.quote_start,
        verified.language,
        verified.outlets,
        verified.origins,
        *answer,
        " ".join(verified.discrepancies) or None,
        claim.annotator,
    )


_NO_ANSWER: tuple[Cell, ...] = (None,) * 6
