"""Words that count to zero: "no one", "none", "no casualties"."""

from __future__ import annotations

from workbench.text.found import Found
from workbench.text.number import Kind
from workbench.text.number_words import NumberWords
from workbench.text.tokens import WORD, Tokens


def read_zero(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    """Zero, where the words that begin at this token count to it; what to skip where they only look so."""
    phrase = lexis.zero.after(tokens, at)
    if phrase is not None:
        return _nothing(tokens, at, phrase[0]) if phrase[1] else skip(phrase[0])
    if lexis.before.after(tokens, at) is not None:
        return None  # "no more than"
    kinds = lexis.language.kinds
    if tokens.types[at + 1] != WORD:
        return None
    for behind in range(at + 1, min(at + 1 + kinds.no_reach, len(tokens))):
        word = tokens.words[behind]
        if word in kinds.countable or word in kinds.people:
            return _nothing(tokens, at, at + 1)
        if tokens.types[behind] != WORD or word in kinds.no_barrier:
            break
    return None


def _nothing(tokens: Tokens, at: int, last: int) -> Found:
    found = Found(at, last, tokens.starts[at], tokens.ends[last - 1], Kind.COUNT, 0, written=True)
    found.plain = False
    return found


def skip(last: int) -> Found:
    """Stands for words up to this token that look like a number and are none; only `last` counts."""
    return Found(-1, last, -1, -1)
