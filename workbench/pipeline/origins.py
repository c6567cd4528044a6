"""Whose word each claim is, and a reviewer's word on that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import Ruling
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.origins import Origins, plain_name
from workbench.exceptions import InvalidData, NotFound
from workbench.store.claims import claims_by_id
from workbench.store.edges import all_edges, find_edge, keep_ruling, live_rulings

LONGEST_END = 400


def origins_of(session: Session, vocabulary: Vocabulary, claims: Mapping[str, Claim]) -> dict[str, str]:
    """A key for each claim that two share exactly where they are the word of one origin."""
    origins = Origins(all_edges(session), claims, rulings=live_rulings(session), wires=vocabulary.wires)
    return {claim.id: origins.origin_of(claim) for claim in claims.values()}


def rule(
    session: Session, *, copy: str, original: str, cut: bool, reviewer: str, now: datetime, note: str = ""
) -> Ruling:
    """Cuts an edge, or adds one; it stays so in every cross-check from the next one on.

    Ends are ids of claims, or names of origins or outlets. A cut also takes the attribution of a claim to
    the origin that it names. Raises InvalidData naming the field, NotFound for a cut where there is no edge.
    """
    copy, original = copy.strip(), original.strip()
    for field, end in (("copy", copy), ("original", original), ("reviewer", reviewer.strip())):
        if not end or len(end) > LONGEST_END:
            message = f"{field} is empty" if not end else f"{field} is longer than {LONGEST_END} characters"
            raise InvalidData(message, fields={field: [message]})
    if plain_name(copy) == plain_name(original):
        message = "nobody copies from oneself: the two ends of an edge differ"
        raise InvalidData(message, fields={"original": [message]})
    added = any((one.copy, one.original, one.cut) == (copy, original, False) for one in live_rulings(session))
    if cut and not added and find_edge(session, copy, original) is None:
        named = claims_by_id(session, [copy]).get(copy)
        if named is None or not named.origin or plain_name(named.origin) != plain_name(original):
            raise NotFound(
                f"there is no edge from {copy!r} to {original!r}; workbench origins list shows the edges"
            )
    ruling = Ruling(
        copy=copy, original=original, cut=cut, reviewer=reviewer.strip(), ruled_at=now, note=note.strip()
    )
    keep_ruling(session, ruling)
    return ruling
