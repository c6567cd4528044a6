"""Whose word each claim of a case is, and why: the graph of origins around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import Edge, Ruling
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.origins import Origins
from workbench.store.edges import edges_at, live_rulings

from . import words

ATTRIBUTION = "its sentence names it as the origin"
OWN = "it speaks for itself"


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of the graph: what copies, what it copies, why, and the ends that a ruling on it names.

    `cut` says that a reviewer has cut it; `ends` is None for what is no edge and cannot be cut.
    """

    copy: str
    original: str
    reason: str
    number: int | None
    ends: tuple[str, str] | None
    cut: bool = False


def origins_around(
    session: Session, vocabulary: Vocabulary, claims: Mapping[str, Claim]
) -> tuple[Origins, list[Edge], list[Ruling]]:
    """The origins of these claims, with the edges at them and the rulings in force. Two queries."""
    names = {name for claim in claims.values() for name in (claim.origin, claim.outlet) if name}
    edges = edges_at(session, {*claims, *names})
    rulings = live_rulings(session)
    return Origins(edges, claims, rulings=rulings, wires=vocabulary.wires), edges, rulings


def graph_of(
    claims: Mapping[str, Claim],
    numbers: Mapping[str, int],
    origins: Origins,
    edges: Sequence[Edge],
    rulings: Sequence[Ruling],
) -> list[Link]:
    """A link for each claim to the origin that it names, then the edges; those that were cut last."""

    def named(end: str) -> str:
        claim = claims.get(end)
        return end if claim is None else f"{claim.outlet or words.source(claim)}, “{claim.quantity.text}”"

    cut = {(ruling.copy, ruling.original) for ruling in rulings if ruling.cut}
    links = [
        Link(
            copy=named(claim.id),
            original=words.source(claim),
            reason=ATTRIBUTION if claim.origin and claim.outlet else OWN,
            number=numbers.get(claim.id),
            ends=(claim.id, claim.origin) if claim.origin and claim.outlet else None,
            cut=(claim.id, claim.origin) in cut,
        )
        for claim in claims.values()
    ]
    links += [
        Link(
            named(edge.copy),
            named(edge.original),
            edge.reason,
            numbers.get(edge.copy),
            (edge.copy, edge.original),
            cut=origins.is_cut(edge),
        )
        for edge in sorted({*edges, *origins.edges}, key=lambda one: (one.copy, one.original, one.kind))
        if edge.copy in claims or edge.original in claims
    ]
    return sorted(links, key=lambda link: link.cut)
