"""Who copies whom. Outlets are not counted, origins are: a figure that ten outlets copy is one figure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from workbench.core.claim import Claim
from workbench.core.edge import Edge, Ruling
from workbench.core.vocabulary import Wire

__all__ = ["Edge", "Origins", "article_of", "plain_name"]

_NO_WIRES: Mapping[str, Wire] = MappingProxyType({})


class Origins:
    """The origin of each claim, by attribution and edges. Nothing is guessed from likeness of names.

    A claim without a named origin is the outlet's own word; where another outlet names that outlet as its
    origin, the two are one origin. A claim without origin and outlet speaks for its article alone. A wire
    goes by all its names. `rulings` of reviewers come before all edges: a cut takes an edge away, or the
    attribution of a claim to the origin that it names; an edge that is added from a claim is its only one.
    """

    def __init__(
        self,
        edges: Iterable[Edge] = (),
        claims: Mapping[str, Claim] | None = None,
        *,
        rulings: Iterable[Ruling] = (),
        wires: Mapping[str, Wire] = _NO_WIRES,
    ) -> None:
        self._parent: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._moved: set[str] = set()
        self._aliases = {
            plain_name(alias): plain_name(wire.id) for wire in wires.values() for alias in wire.aliases
        }
        claims = claims or {}
        ruled = {(self.name(ruling.copy), self.name(ruling.original)): ruling for ruling in rulings}
        self._cut = {pair for pair, ruling in ruled.items() if ruling.cut}
        added = [Edge(one.copy, one.original, _told(one)) for one in ruled.values() if not one.cut]
        settled = {edge.copy for edge in added if edge.copy in claims}
        self.edges = sorted(
            {*added, *(edge for edge in edges if edge.copy not in settled and not self.is_cut(edge))},
            key=lambda edge: (edge.copy, edge.original, edge.kind),
        )
        edges = self.edges
        self._moved = {edge.copy for edge in edges if edge.copy in claims}
        for edge in edges:
            if edge.original in claims and edge.original not in self._moved:
                original = self._source(claims[edge.original])
            else:
                original = self._node(edge.original)
            self._join(self._node(edge.copy), original)

    def origin_of(self, claim: Claim) -> str:
        """A key that two claims share exactly where they are the word of one origin."""
        return self._root(self._node(claim.id) if claim.id in self._moved else self._source(claim))

    def publisher_of(self, claim: Claim) -> str:
        """Who prints it: the outlet, or the table of reference counts, which is no outlet."""
        if claim.outlet:
            return "outlet:" + self.name(claim.outlet)
        if claim.reference:
            return "reference"
        return "article:" + article_of(claim)

    def is_cut(self, edge: Edge) -> bool:
        """Has a reviewer said that this is no edge?"""
        return bool(self._cut) and (self.name(edge.copy), self.name(edge.original)) in self._cut

    def name(self, words: str) -> str:
        """One name for each of those that a voice goes by."""
        if words not in self._names:
            plain = plain_name(words)
            self._names[words] = self._aliases.get(plain, plain)
        return self._names[words]

    def _source(self, claim: Claim) -> str:
        origin = claim.origin
        if origin and self._cut and (self.name(claim.id), self.name(origin)) in self._cut:
            origin = None
        name = self.name(origin or claim.outlet or "")
        return f"name:{name}" if name else f"article:{article_of(claim)}"

    def _node(self, end: str) -> str:
        return f"claim:{end}" if end in self._moved else f"name:{self.name(end)}"

    def _root(self, node: str) -> str:
        while (parent := self._parent.get(node, node)) != node:
            self._parent[node] = self._parent.get(parent, parent)
            node = parent
        return node

    def _join(self, copy: str, original: str) -> None:
        one, other = self._root(copy), self._root(original)
        if one != other:
            self._parent[one] = other


def plain_name(words: str) -> str:
    """A name without its article, case, accents of typography and spare spaces."""
    folded = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
    plain = " ".join(folded.split()).strip(" .,;:")
    return plain.removeprefix("the ") or plain


def _told(ruling: Ruling) -> str:
    return f"added by {ruling.reviewer}" + (f": {ruling.note}" if ruling.note else "")


def article_of(claim: Claim) -> str:
    """The article a claim stands in; one whose article is not known stands in one of its own."""
    if claim.article:
        return claim.article
    if claim.sentence:
        return "sentence:" + claim.sentence
    if claim.reference:
        return f"reference:{claim.origin or claim.outlet or claim.id}"
    return "claim:" + claim.id
