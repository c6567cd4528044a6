"""How often what a source said agrees with what reviewers decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.core.vocabulary import Vocabulary
from workbench.pipeline.evidence import evidence_by_id
from workbench.store.cases import ORIGIN, OUTLET
from workbench.store.discrepancies import discrepancies_by_id, newest_figures
from workbench.store.search import busiest

MOST_DECISIONS = 400  # as many as few queries bring
MOST_SOURCES = 100


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, or an origin: in how many discrepancies it speaks, how many of them are to do, and how
    often its figure can be true together with the decided one (`confirmed`), or cannot (`contradicted`)."""

    name: str
    discrepancies: int
    todo: int
    confirmed: int
    contradicted: int


def sources(
    session: Session, vocabulary: Vocabulary, *, most: int = MOST_SOURCES, decided: int = MOST_DECISIONS
) -> dict[str, list[Source]]:
    """By kind, outlet and origin: the `most` that speak in most discrepancies. Of decisions that accept a
    figure the newest `decided` are looked at; each counts once for a source."""
    decisions = {one.fingerprint: one for one in newest_figures(session, limit=decided)}
    cases = discrepancies_by_id(session, list(decisions))
    claims = evidence_by_id(
        session, vocabulary, {claim for case in cases.values() for claim in case.finding.claims}
    )
    agreed: Counter[tuple[str, str, bool]] = Counter()
    for name, case in cases.items():
        figure = decisions[name].interval
        if figure is None:
            continue
        said: dict[tuple[str, str], bool] = {}
        for claim in (claims[one] for one in case.finding.claims if one in claims):
            fits = claim.quantity.hard.overlaps(figure)
            for kind, voice in ((OUTLET, claim.outlet), (ORIGIN, claim.source)):
                if voice:
                    said[kind, voice] = said.get((kind, voice), False) or fits
        agreed.update((kind, voice, fits) for (kind, voice), fits in said.items())
    return {
        kind: [
            Source(name, found, todo, agreed[kind, name, True], agreed[kind, name, False])
            for name, found, todo in busiest(session, kind, limit=most)
        ]
        for kind in (OUTLET, ORIGIN)
    }
