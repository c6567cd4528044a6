"""Tells quickly that a sentence can hold no claim, which is so for most: by the words that announce one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence, Set

from workbench.text.sieve import cut_all, pieces_of

GAP = "~"  # stands for a few words in a phrase


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
        looked_up: dict[str, set[tuple[str, ...]]] = {}
        for phrase in triggers:
            parts = [cut_all([part])[0] for part in phrase.split(GAP)]
            pieces = [piece for part in parts for piece in part]
            rarest = max(pieces, key=lambda piece: (piece not in common, len(piece), piece), default="")
            said = () if len(pieces) == 1 else tuple(f" {' '.join(part)} " for part in parts if part)
            looked_up.setdefault(rarest, set()).add(said)
        # By its rarest piece what a phrase says on both sides of a gap; nothing where that piece is all.
        self._triggers = {rarest: () if () in said else tuple(said) for rarest, said in looked_up.items()}

    def announced(self, texts: Sequence[str]) -> Collection[int]:
        """The indexes of the texts that may hold a trigger."""
        if not self._plain:
            return range(len(texts))
        triggers, found = self._triggers, set()
        for index, pieces in enumerate(cut_all(texts)):
            for rarest in triggers.keys() & pieces:
                phrases = triggers[rarest]
                if not phrases or _holds_one(phrases, pieces) or "[" in texts[index]:
                    found.add(index)  # what an editor put in brackets may part a phrase
                    break
        return found


def _holds_one(phrases: Iterable[tuple[str, ...]], pieces: Sequence[str]) -> bool:
    said = f" {' '.join(pieces)} "
    return any(all(part in said for part in parts) for parts in phrases)
