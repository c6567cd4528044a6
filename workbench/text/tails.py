"""Phrases of several words by their first word, with what may follow it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TypeVar

from workbench.text.gate import GAP

_WIDEST_GAP = 5

Tail = tuple[str, ...]
Value = TypeVar("Value")
# What may follow a first word, by the next word; under "" what may follow whatever the next word is.
Tails = Mapping[str, tuple[tuple[Tail, Value], ...]]


def longest_first(tails: Mapping[Tail, Value]) -> Tails[Value]:
    """The tails by their first word, the longest first, those with a gap last."""
    ordered = sorted(tails.items(), key=lambda item: (GAP in item[0], -len(item[0])))
    following = {"", *(tail[0] for tail in tails if tail)} - {GAP}
    return {
        word: tuple(item for item in ordered if not item[0] or item[0][0] in (word, GAP))
        for word in following
    }


def openings_of(*tables: Mapping[str, Mapping[str, tuple[object, ...]]]) -> dict[str, Set[str] | None]:
    """For each first word the words that may follow it; None where it stands alone or before a gap, too."""
    openings: dict[str, Set[str] | None] = {}
    for table in tables:
        for first, tails in table.items():
            known = openings.get(first, frozenset())
            openings[first] = None if known is None or tails[""] else known | (tails.keys() - {""})
    return openings


def match_at(tails: Tails[Value], words: list[str], start: int) -> tuple[Value, int] | None:
    """The first of the tails that the words from `start` on begin with, and where it ends.

    A gap spans up to five words.
    """
    count = len(words)
    following = words[start] if start < count else ""
    for tail, found in tails[following] if following in tails else tails[""]:
        place, gap = start, 0
        for word in tail:
            if word == GAP:
                gap = _WIDEST_GAP
                continue
            while gap and place < count and words[place] != word:
                place += 1
                gap -= 1
            if place >= count or words[place] != word:
                break
            place, gap = place + 1, 0
        else:
            return found, place
    return None
