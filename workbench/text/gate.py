"""Tells quickly that a sentence can hold no claim, which is so for most: by its words alone, in any order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set

from workbench.text.sieve import cut_all, pieces_of


class Gate:
    """What a sentence must hold to be worth reading; all of it as pieces (sieve.pieces_of).

    A sentence that is let through may still hold nothing, one that is turned away never holds anything.
    """

    __slots__ = ("_plain", "_triggers")

    def __init__(self, triggers: Iterable[str], common: Set[str]) -> None:
        """`common` are words that most sentences hold some of."""
        triggers = list(triggers)
        # What is written in another script has no pieces to be found by: then every sentence is let through.
        self._plain = all(map(pieces_of, triggers))
        looked_up: dict[str, set[frozenset[str]]] = {}
        for phrase in triggers:
            pieces = frozenset(pieces_of(phrase))
            rarest = max(pieces, key=lambda piece: (piece not in common, len(piece), piece), default="")
            looked_up.setdefault(rarest, set()).add(pieces - {rarest})
        # By the rarest piece of a phrase the others, where one is not enough.
        self._triggers = {
            rarest: () if frozenset() in others else tuple(others) for rarest, others in looked_up.items()
        }

    def announced(self, texts: Sequence[str]) -> Collection[int]:
        """The indexes of the texts that may hold a trigger."""
        if not self._plain:
            return range(len(texts))
        triggers, found = self._triggers, set()
        for index, pieces in enumerate(cut_all(texts)):
            for rarest in triggers.keys() & pieces:
                others = triggers[rarest]
                if not others or any(map(set(pieces).issuperset, others)):
                    found.add(index)
                    break
        return found
