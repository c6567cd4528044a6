"""How much of a sentence is published with a figure."""

from __future__ import annotations


def cut(sentence: str, start: int, end: int, limit: int) -> tuple[str, int]:
    """At most `limit` characters of the sentence around its figure at start..end, and where they begin.

    The figure is whole, however long; words are whole where there is room. A limit of 0 leaves the figure
    alone. Offsets are code points of the sentence, end exclusive.
    """
    if len(sentence) <= limit:
        return sentence, 0
    spare = max(0, limit - (end - start))
    first = max(0, min(start - spare // 2, len(sentence) - spare - (end - start)))
    last = min(len(sentence), max(end, first + spare + (end - start)))
    first, last = _from_word(sentence, first, start), _to_word(sentence, last, end)
    return sentence[first:last], first


def _from_word(sentence: str, first: int, figure: int) -> int:
    if first == 0 or sentence[first - 1].isspace():
        return first
    return next((at + 1 for at in range(first, figure) if sentence[at].isspace()), figure)


def _to_word(sentence: str, last: int, figure: int) -> int:
    if last == len(sentence) or sentence[last].isspace():
        return last
    return next((at for at in range(last - 1, figure - 1, -1) if sentence[at].isspace()), figure)
