"""Words as printed and the term they stand for, on one line that a person can read and type.

"Palestinians" alone stands for whatever the vocabulary reads in it; "others = civilians" says the term
itself; "= civilians" has a term and no printed words.
"""

from __future__ import annotations

import re
from collections.abc import Set

from workbench.core.vocabulary import OWN, Vocabulary

_NO_WORD = re.compile(r"[\W_]+")
_EQUALS = " = "
_THE = frozenset({"the"})


def population_term(words: str, vocabulary: Vocabulary, language: str = OWN) -> str | None:
    """The population that the words alone are read as: the vocabulary's, else one of their own."""
    return vocabulary.population_of(words, language) or own_term(words)


def place_term(words: str, vocabulary: Vocabulary, language: str = OWN) -> str | None:
    """The place that the words alone are read as: the vocabulary's, else one of their own."""
    return vocabulary.place_of(words, language) or own_term(words)


def origin_term(words: str, articles: Set[str] = _THE) -> str | None:
    """The origin that the words alone name: themselves, without the article before them."""
    first, *rest = words.split() or [""]
    return " ".join(rest if rest and first.casefold() in articles else (first, *rest)) or None


def own_term(words: str) -> str | None:
    """A term for words that no vocabulary knows: lower case, one underscore between words."""
    return _NO_WORD.sub("_", words.casefold()).strip("_") or None


def write_term(words: str | None, term: str | None, reading: str | None) -> str | None:
    """The line for words that stand for a term. `reading` is the term that the words alone are read as."""
    words = " ".join((words or "").split()) or None
    if term is None:
        return words
    if words is None:
        return f"= {term}"
    return words if reading == term and _EQUALS not in words else f"{words}{_EQUALS}{term}"


def split_term(line: str) -> tuple[str | None, str | None]:
    """The printed words and the term that a line names; None for a half that it leaves out."""
    words, equals, term = f" {line.strip()} ".rpartition(_EQUALS)
    if not equals:
        words, term = line, ""
    return words.strip() or None, term.strip() or None
