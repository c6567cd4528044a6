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

    original: str
    reason: str
    number: int | None
    ends: tuple[str, str] | None
    ends_drawn: tuple[str, str]
    printed: str
    detail: str
    words: str
    cut: bool = False

    @property
    def copy(self) -> str:
        """The copy in one line."""
        return f"{self.printed}, {self.detail}" if self.detail else self.printed


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

    def key(end: str) -> str:
        return end if end in claims else "name:" + origins.name(end)

    def link(one: Edge | Ruling, reason: str, short: str, *, cut: bool) -> Link:
        title, detail = printed(one.copy)
        return Link(
            original=", ".join(filter(None, printed(one.original))),
            reason=reason,
            number=numbers.get(one.copy),
            ends=(one.copy, one.original),
            ends_drawn=(key(one.copy), key(one.original)),
            printed=title,
            detail=detail,
            words=short,
            cut=cut,
        )

    rulings = [ruling for ruling in rulings if ruling.cut]
    cut = {(ruling.copy, ruling.original) for ruling in rulings}
    links = []
    for claim in claims.values():
        names = claim.origin if claim.outlet else None
        title, detail = printed(claim.id)
        links.append(
            Link(
                original=words.source(claim),
                reason=ATTRIBUTION if names else OWN,
                number=numbers.get(claim.id),
                ends=(claim.id, names) if names else None,
                ends_drawn=(claim.id, key(claim.source)),
                printed=title,
                detail=detail,
                words="names it" if names else "its own word",
                cut=(claim.id, claim.origin) in cut,
            )
        )
    links += [
        link(edge, edge.reason, WORDS[edge.kind], cut=origins.is_cut(edge))
        for edge in sorted({*edges, *origins.edges}, key=lambda one: (one.copy, one.original, one.kind))
        if edge.copy in claims or edge.original in claims
    ]
    told = {found.ends_drawn for found in links}
    links += [
        link(ruling, _ruled(ruling), "cut", cut=True)
        for ruling in rulings  # the next cross-check drops an edge that was cut, and it may be put back
        if (ruling.copy in claims or ruling.original in claims)
        and (key(ruling.copy), key(ruling.original)) not in told
    ]
    return sorted(links, key=lambda found: found.cut)


def _printed_in(claim: Claim) -> str:
    return "Reference counts" if claim.reference else claim.outlet or words.source(claim)


def _ruled(ruling: Ruling) -> str:
    note = f": {ruling.note}" if ruling.note else ""
    return f"by {ruling.reviewer} on {ruling.ruled_at:%Y-%m-%d}{note}"
