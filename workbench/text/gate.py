"""Tells quickly that a sentence can hold no claim, which is so for most: by its words alone, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Set

from workbench.text.sieve import pieces_of


class Gate:
    """What a sentence must hold to be worth reading; all of it as pieces (sieve.pieces_of).

    A sentence that is let through may still hold nothing, one that is turned away never holds anything.
    """

    __slots__ = ("_articles", "_heads", "_plain", "_triggers")

    def __init__(self, triggers: Iterable[str], articles: Iterable[str], heads: Iterable[str]) -> None:
        """`articles` and `heads`: the words that may introduce single people, and those they may be."""
        triggers, articles, heads = list(triggers), list(articles), list(heads)
        # What is written in another script has no pieces to be found by: then every sentence is let through.
        self._plain = all(pieces_of(words) for words in (*triggers, *articles, *heads))
        self._triggers: dict[str, list[Set[str]]] = {}
        for phrase in triggers:
            pieces = pieces_of(phrase)
            # looked up by its longest piece, which is its rarest
            others = self._triggers.setdefault(max(pieces, key=len, default=""), [])
            if pieces not in others:
                others.append(pieces)
        self._articles = frozenset(piece for word in articles for piece in pieces_of(word))
        self._heads = frozenset(piece for word in heads for piece in pieces_of(word))

    def announces(self, pieces: Set[str]) -> bool:
        """May a sentence of these pieces hold a trigger?"""
        triggers = self._triggers
        for rarest in triggers.keys() & pieces:
            for needed in triggers[rarest]:
                if needed <= pieces:
                    return True
        return not self._plain

    def introduces(self, pieces: Set[str]) -> bool:
        """May a sentence of these pieces introduce somebody: "a father of three"?"""
        missing = self._articles.isdisjoint(pieces) or self._heads.isdisjoint(pieces)
        return not (missing and self._plain)
