"""Whose word each claim of a case is, and why: the graph of origins around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.core.claim import Claim
from workbench.core.edge import Edge, EdgeKind, Ruling
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.origins import Origins
from workbench.store.edges import edges_at, live_rulings

from . import words

ATTRIBUTION = "its sentence names it as the origin"
OWN = "it speaks for itself"
WORDS = {
    EdgeKind.WIRE_CREDIT: "credits it",
    EdgeKind.NEAR_DUPLICATE: "alike",
    EdgeKind.ODD_FIGURE: "same odd figure",
    EdgeKind.REVIEWER: "a reviewer’s word",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One edge of the graph: what copies, what it copies, why, and the ends that a ruling on it names.

    `cut` says that a reviewer has cut it; `ends` is None for what is no edge and cannot be cut. `printed` and
    `detail` are the copy in two lines, `words` the reason in a few, `ends_drawn` one key for each box.
    """

    copy: str
    original: str
    reason: str
    number: int | None
    ends: tuple[str, str] | None
    ends_drawn: tuple[str, str]
    printed: str
    detail: str
    words: str
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

    def printed(end: str) -> tuple[str, str]:
        claim = claims.get(end)
        return (end, "") if claim is None else (_printed_in(claim), f"“{claim.quantity.text}”")

    def named(end: str) -> str:
        return ", ".join(part for part in printed(end) if part)

    def key(end: str) -> str:
        return end if end in claims else "name:" + origins.name(end)

    cut = {(ruling.copy, ruling.original) for ruling in rulings if ruling.cut}
    links = [
        Link(
            copy=named(claim.id),
            original=words.source(claim),
            reason=ATTRIBUTION if claim.origin and claim.outlet else OWN,
            number=numbers.get(claim.id),
            ends=(claim.id, claim.origin) if claim.origin and claim.outlet else None,
            ends_drawn=(claim.id, key(claim.source)),
            printed=printed(claim.id)[0],
            detail=printed(claim.id)[1],
            words="names it" if claim.origin and claim.outlet else "its own word",
            cut=(claim.id, claim.origin) in cut,
        )
        for claim in claims.values()
    ]
    links += [
        Link(
            copy=named(edge.copy),
            original=named(edge.original),
            reason=edge.reason,
            number=numbers.get(edge.copy),
            ends=(edge.copy, edge.original),
            ends_drawn=(key(edge.copy), key(edge.original)),
            printed=printed(edge.copy)[0],
            detail=printed(edge.copy)[1],
            words=WORDS[edge.kind],
            cut=origins.is_cut(edge),
        )
        for edge in sorted({*edges, *origins.edges}, key=lambda one: (one.copy, one.original, one.kind))
        if edge.copy in claims or edge.original in claims
    ]
    told = {link.ends_drawn for link in links}
    links += [
        Link(
            copy=named(ruling.copy),
            original=named(ruling.original),
            reason=f"by {ruling.reviewer} on {ruling.ruled_at:%Y-%m-%d}"
            + (f": {ruling.note}" if ruling.note else ""),
            number=numbers.get(ruling.copy),
            ends=(ruling.copy, ruling.original),
            ends_drawn=(key(ruling.copy), key(ruling.original)),
            printed=printed(ruling.copy)[0],
            detail=printed(ruling.copy)[1],
            words="cut",
            cut=True,
        )
        for ruling in rulings  # the next cross-check drops an edge that was cut, and it may be put back
        if ruling.cut
        and (ruling.copy in claims or ruling.original in claims)
        and (key(ruling.copy), key(ruling.original)) not in told
    ]
    return sorted(links, key=lambda link: link.cut)


def _printed_in(claim: Claim) -> str:
    return "Reference counts" if claim.reference else claim.outlet or words.source(claim)
