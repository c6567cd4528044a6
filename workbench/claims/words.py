"""Whom, where, on whose word and when: what is written beside a number wins, else the words marked for it.

Marked words belong to the numbers that a relation ties them to. Where no relation is drawn in the whole
sentence for that role, the only marked words of the role speak for every number of it. Two of which either
could be meant are never chosen between: the reason says what to draw.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.claims.unread import NotRead
from workbench.core.annotation import Region, Role
from workbench.core.term import split_term


class Marks:
    """The marked words of one annotation, by role."""

    def __init__(self, regions: Sequence[Region], text: str) -> None:
        self._text = text
        self._marked = [region for region in regions if region.role]
        self._linked = {link for region in regions for link in region.links}

    def of(self, number: Region, role: Role) -> str | None:
        """The words that are marked for a number. Raises NotRead."""
        marked = [mark for mark in self._marked if mark.role == role]
        own = [mark for mark in marked if mark.id in number.links]
        if not own and any(mark.id in self._linked for mark in marked):
            return None
        words = {found.casefold(): found for found in (self._words(mark, role) for mark in own or marked)}
        if len(words) > 1:
            choice = " or ".join(map(repr, words.values()))
            advice = "keep one relation" if own else f"draw a relation from the number to its {role}"
            raise NotRead(role, f"{choice}? {advice}")
        return next(iter(words.values()), None)

    def tied(self, number: Region, role: Role) -> bool:
        """Does a relation tie words of that role to the number?"""
        return any(mark.id in number.links for mark in self._marked if mark.role == role)

    def _words(self, mark: Region, role: Role) -> str:
        if not 0 <= mark.start < mark.end <= len(self._text):
            span = f"{mark.start} to {mark.end}"
            raise NotRead(role, f"its mark, {span}, is no span of the {len(self._text)} characters")
        printed = " ".join(self._text[mark.start : mark.end].split())
        if mark.text and mark.text.split() != printed.split():
            raise NotRead(role, f"marks {mark.text!r} where the sentence has {printed!r}")
        return printed


def words_and_term(number: Region, role: Role, marks: Marks) -> tuple[str | None, str | None]:
    """The words as printed, and the term where a line names one. Raises NotRead.

    "= civilians" beside marked words is their term. Other words beside words that a relation ties to the
    number contradict each other; beside words for the whole sentence they are the exception.
    """
    words, term = split_term(number.fields.get(role, ""))
    if words is not None and not marks.tied(number, role):
        return words, term
    marked = marks.of(number, role)
    if words is None:
        return marked, term
    if marked is not None and marked.casefold() != " ".join(words.split()).casefold():
        raise NotRead(
            role, f"{words!r} is written beside the number and {marked!r} is tied to it: clear one of the two"
        )
    return words, term
