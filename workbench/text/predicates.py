"""What is said of a count by a form of "be": "nine were children"."""

from __future__ import annotations

from workbench.languages.claims import Trigger
from workbench.text.clause import Clause
from workbench.text.counted import Counts, Phrase
from workbench.text.noted import Noted
from workbench.text.reading import SUBJECT
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DETERMINER,
    GRAMMAR,
    NATION,
    NUMBER,
    PARTED,
    PEOPLE,
    PRONOUN,
    QUANTITY,
    SIGNS,
    STOP,
    TRIGGER,
    Wordbook,
)

_LONGEST_NOUN = 4  # tokens of "young women"
_DIVIDED = 12  # tokens from "three of the 12 people killed" to "were children"
_CLOSES = COMMA | AND | STOP
_OPENING = 15  # tokens from "Of those killed" to the comma that ends it


def predicate_of(clause: Clause, phrase: Phrase, wordbook: Wordbook) -> tuple[int, int] | None:
    """The tokens of the noun for people that "be" says of the phrase; None where there is none."""
    bits, words = clause.bits, clause.words
    place = phrase.end
    if phrase.divided:
        limit = min(place + _DIVIDED, len(clause))
        while place < limit and not bits[place] & (BE | STOP):
            place += 1
    elif phrase.counts is not Counts.BARE:
        return None
    elif bits[place] & TRIGGER and bits[place - 1] & DETERMINER:
        place += 1  # "five of the wounded are children"
    if not bits[place] & BE:
        return None
    place += 1
    while bits[place] & (BE | ADVERB | DETERMINER):
        place += 1
    end, limit = place, min(place + _LONGEST_NOUN, len(clause))
    while end < limit and not bits[end] & (GRAMMAR | SIGNS | NUMBER | QUANTITY | TRIGGER):
        end += 1
    if end == place:
        return None
    says_who = bits[end - 1] & (PEOPLE | NATION) or words[end - 1] in wordbook.word("predicative")
    return (place, end) if says_who else None


def note_of_those(noted: Noted, first: int, last: int, trigger: Trigger) -> bool:
    """ "Of those killed, three were children": parts of a whole without a number."""
    opened = opened_by(noted.walk, first, last)
    for index in opened:
        noted.note(index, trigger, first, first, SUBJECT, "of those")
    return bool(opened)


def opened_by(walk: Walk, first: int, last: int) -> list[int]:
    """The phrases of "Of the hostages freed on Monday, 13 were soldiers and seven were civilians".

    The word that announces is tokens `first` to `last`.
    """
    bits = walk.clause.bits
    before = first - 1
    while before >= 0 and bits[before] & (DETERMINER | PRONOUN | PEOPLE | NATION | ADVERB):
        if bits[before] & NUMBER:
            return []
        before -= 1
    if before < 0:
        return []
    if not bits[before] & PARTED and walk.clause.words[before] not in walk.wordbook.word("partitive"):
        return []
    if before and not bits[before - 1] & SIGNS:
        return []
    return said_of(walk, last)


def said_of(walk: Walk, last: int) -> list[int]:
    """The phrases behind the comma that ends an opening, which holds the token `last`."""
    bits = walk.clause.bits
    place = last + 1
    while place < min(last + _OPENING, len(walk.clause)) and not bits[place] & (COMMA | STOP):
        place += 1
    found: list[int] = []
    while bits[place] & (COMMA | AND):
        while bits[place] & (COMMA | AND):
            place += 1
        index = walk.by_start.get(walk.forward(place, ADVERB | DETERMINER))
        if index is None:
            break
        phrase = walk.phrases[index]
        named = predicate_of(walk.clause, phrase, walk.wordbook)
        if named is not None:
            phrase.named = named
        elif not found or phrase.counts is not Counts.PEOPLE or not bits[phrase.end] & _CLOSES:
            break  # but "12 were children and nine women" leaves the verb out
        found.append(index)
        place = named[1] if named is not None else phrase.end
    return found
