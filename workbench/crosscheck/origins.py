"""Who copies whom. Outlets are not counted, origins are: a figure that ten outlets copy is one figure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.core.claim import Claim


@dataclass(frozen=True, slots=True)
class Edge:
    """One voice copies another, with the reason. Both ends are names of origins or outlets, or ids of claims.

    An edge between two names makes them one origin; an edge from a claim says whose word that claim alone is.
    """

    copy: str
    original: str
    reason: str = ""


class Origins:
    """The origin of each claim, by attribution and edges. Nothing is guessed from likeness of names.

    A claim without a named origin is the outlet's own word; where another outlet names that outlet as its
    origin, the two are one origin. A claim without origin and outlet speaks for its article alone.
    """

    def __init__(self, edges: Iterable[Edge] = (), claims: Mapping[str, Claim] | None = None) -> None:
        self._parent: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._moved: set[str] = set()
        claims = claims or {}
        edges = sorted(edges, key=lambda edge: (edge.copy, edge.original))
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

    def name(self, words: str) -> str:
        """A name without its article, case, accents of typography and spare spaces."""
        if words not in self._names:
            folded = unicodedata.normalize("NFKC", words).casefold().replace("’", "'")
            plain = " ".join(folded.split()).strip(" .,;:")
            self._names[words] = plain.removeprefix("the ") or plain
        return self._names[words]

    def _source(self, claim: Claim) -> str:
        name = self.name(claim.origin or claim.outlet or "")
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


def article_of(claim: Claim) -> str:
    """The article a claim stands in; one whose article is not known stands in one of its own."""
    if claim.article:
        return claim.article
    if claim.sentence:
        return "sentence:" + claim.sentence
    if claim.reference:
        return f"reference:{claim.origin or claim.outlet or claim.id}"
    return "claim:" + claim.id
