"""Finds phrases among the words of a sentence, one step a word however many phrases there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from workbench.text.tokens import Tokens, tokens_of

Meaning = TypeVar("Meaning")
# A word leads to the words that may follow it; "" leads to the meaning where a phrase may end.
_Tree = dict[str, Any]


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, to be looked up forward from a token or backward from one."""

    __slots__ = ("_backward", "_forward")

    def __init__(self, phrases: Iterable[tuple[str, Meaning]]) -> None:
        self._forward: _Tree = {}
        self._backward: _Tree = {}
        for phrase, meaning in phrases:
            words = [word for word in tokens_of(phrase).words if word]
            _plant(self._forward, words, meaning)
            _plant(self._backward, words[::-1], meaning)

    @property
    def firsts(self) -> frozenset[str]:
        """The words that a phrase may begin with."""
        return frozenset(self._forward)

    @property
    def lasts(self) -> frozenset[str]:
        """The words that a phrase may end with."""
        return frozenset(self._backward)

    def __contains__(self, word: str) -> bool:
        """Is this word alone a phrase?"""
        return "" in self._forward.get(word, ())

    def after_first(self, word: str) -> frozenset[str]:
        """The words that may follow a first word."""
        return frozenset(self._forward.get(word, ()))

    def after(self, tokens: Tokens, at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that begins at this token: the token behind it, and its meaning."""
        tree, words, found = self._forward, tokens.words, None
        while words[at] and (step := tree.get(words[at])) is not None:
            tree, at = step, at + 1
            if "" in tree:
                found = at, tree[""]
        return found

    def before(self, tokens: Tokens, at: int) -> tuple[int, Meaning] | None:
        """The longest phrase that ends just before this token: its first token, and its meaning."""
        tree, words, found = self._backward, tokens.words, None
        while at and (step := tree.get(words[at - 1])) is not None:
            tree, at = step, at - 1
            if "" in tree:
                found = at, tree[""]
        return found


def _plant(tree: _Tree, path: list[str], meaning: object) -> None:
    for word in path:
        tree = tree.setdefault(word, {})
    tree.setdefault("", meaning)
