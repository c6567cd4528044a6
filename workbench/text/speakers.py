"""Whom the words name that say something: the full name, and whether it only points back."""

from __future__ import annotations

from typing import NamedTuple

from workbench.text.clause import Clause
from workbench.text.wordbook import (
    ARTICLE,
    COMMA,
    DASH,
    DETERMINER,
    NATION,
    NUMBER,
    PEOPLE,
    QUANTITY,
    SOURCE,
    THING,
    Wordbook,
)


class Attribution(NamedTuple):
    """Words that say who says something: `start` to `end` are its tokens, `verb` that of "said".

    `name` is the full name without its article; `vague`: it points back ("the ministry", "he", a surname).
    `according`: after "according to"; `aside`: set off by a comma, so that it may follow what was said.
    """

    start: int
    end: int
    verb: int
    name: str
    text: str
    vague: bool
    according: bool = False
    aside: bool = False


def attribution_of(
    clause: Clause, wordbook: Wordbook, start: int, end: int, verb: int, *, according: bool = False
) -> Attribution | None:
    """That tokens `start` to `end` say so, by the word at `verb`; None where they name nobody."""
    bits = clause.bits
    pronoun = end - start == 1 and clause.words[start] in wordbook.word("speakers")
    named = any(is_capital(clause, token) for token in range(start, end)) and not clause.text.isupper()
    source = any(bits[token] & (SOURCE | PEOPLE | NATION) for token in range(start, end))
    source = source or bool(
        end - start > 1 and bits[start] & DETERMINER and not bits[end - 1] & ~THING
    )  # "the sheriff"
    counted = bits[start] & NUMBER and bits[end - 1] & SOURCE and end - start > 1
    if not (pronoun or named or source) or (bits[start] & (NUMBER | QUANTITY) and not counted):
        return None
    days, on = wordbook.word("no_place"), wordbook.word("on_day")
    while end - 1 > start and (clause.words[end - 1] in days or clause.words[end - 1] in on):
        end -= 1  # "authorities on Wednesday"
    text = clause.said(start, end)
    first = start
    while first < end - 1 and bits[first] & DETERMINER:
        first += 1
    name = _name(clause, wordbook, first, end)
    definite = bits[start] & DETERMINER and not bits[start] & ARTICLE
    proper = any(is_capital(clause, token) and (token > 0 or first > 0) for token in range(first, end))
    points_back = bool(definite) and not proper and end - first <= 2
    surname = end - first == 1 and proper and not bits[first] & (SOURCE | NATION)
    aside = start == 0 or start > verb or bool(bits[start - 1] & (COMMA | DASH))
    return Attribution(start, end, verb, name, text, pronoun or points_back or surname, according, aside)


def _name(clause: Clause, wordbook: Wordbook, start: int, end: int) -> str:
    """ "the Israeli newspaper Haaretz" and "Haaretz newspaper" are Haaretz."""
    media = wordbook.word("medium")
    words = clause.words
    for token in range(start, end - 1):
        titled = words[token] in media or (clause.bits[token] & PEOPLE and not clause.bits[token] & NATION)
        if titled and not is_capital(clause, token) and is_capital(clause, token + 1):
            return clause.said(token + 1, end)
    if (
        end - start > 1
        and words[end - 1] in media
        and not is_capital(clause, end - 1)
        and is_capital(clause, end - 2)
    ):
        return clause.said(start, end - 1)
    return clause.said(start, end)


def is_capital(clause: Clause, token: int) -> bool:
    """Does the word begin with a capital?"""
    return clause.text[clause.starts[token] : clause.starts[token] + 1].isupper()
