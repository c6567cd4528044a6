"""What a number counts: the words around it that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

from workbench.core.quantity import Bound
from workbench.languages.claims import Form, Trigger
from workbench.text.clause import Clause
from workbench.text.number import Number
from workbench.text.wordbook import (
    ADVERB,
    ARTICLE,
    COMMA,
    DETERMINER,
    GRAMMAR,
    INCLUDING,
    MORE,
    NATION,
    NUMBER,
    PARTED,
    PEOPLE,
    PREPOSITION,
    QUANTITY,
    RANK,
    RATE,
    SAY,
    SIGNS,
    SOURCE,
    THING,
    TRIGGER,
    Wordbook,
)

_OWNER = 4  # tokens of the name of whom a whole belongs to
_LONGEST = 8
_AVERAGE = 4  # tokens between "on average" and its number
_CENTURIES = ("18", "19", "20")  # of years that a noun may follow


class Counts(IntEnum):
    """What kind of noun a number stands with."""

    BARE = 0  # "12 were killed"
    UNKNOWN = 1  # "12 domestics"
    PEOPLE = 2
    THING = 3


@dataclass(slots=True)
class Phrase:
    """Tokens `start` (the number, or the article of an implicit one) to `end` (past the head noun).

    `left` is the token before it, articles and the like skipped, or -1. `parted`: "3 of them". `divided`:
    "two of the seven". `attribute` is the token of a trigger inside ("seven kidnapped students"), else -1.
    `more`: "another 12", "12 others". `rate`: "10 for every". `negated`: "not 12 of the". `named` are the
    tokens that say whom it counts where that does not stand with it ("nine were children").
    """

    start: int
    end: int
    head: int
    number: Number | None
    counts: Counts
    left: int
    parted: bool = False
    divided: bool = False
    attribute: int = -1
    more: bool = False
    rate: bool = False
    negated: bool = False
    named: tuple[int, int] | None = None

    @property
    def value(self) -> int | None:
        """The stated value; an implicit one is 1."""
        if self.number is None:
            return 1
        quantity = self.number.quantity
        return quantity.value if quantity else None


def read_phrases(clause: Clause, wordbook: Wordbook) -> list[Phrase]:
    """The phrases of all counts, and of single people that an article introduces, in order."""
    forms = {found.place: found.triggers for found in clause.found}
    adjectives = {place for place, triggers in forms.items() if _adjectival(triggers)}
    phrases: list[Phrase] = []
    last = 0
    for place in clause.places(NUMBER | ARTICLE):
        if clause.bits[place] & NUMBER:
            phrases.append(_phrase(clause, wordbook, adjectives, place, clause.numbers[place]))
            last = phrases[-1].end
        elif place >= last:
            phrase = _phrase(clause, wordbook, adjectives, place, None)
            head = clause.words[phrase.head] if phrase.head >= 0 else ""
            if phrase.counts is Counts.PEOPLE and head in wordbook.bits:
                phrases.append(phrase)
                last = phrase.end
            elif clause.words[place] in wordbook.word("one") and _names_one(forms.get(place + 1, ())):
                phrases.append(phrase)  # "un muerto y 12 heridos"
                last = phrase.end
    for part, whole in pairwise(phrases):
        if (
            part.divided
            and part.counts is Counts.BARE
            and whole.counts is Counts.THING
            and part.end >= whole.left
        ):
            part.head, part.counts = whole.head, Counts.THING  # "12 of the 40 houses"
    return phrases


def _adjectival(triggers: tuple[Trigger, ...]) -> bool:
    for trigger in triggers:  # noqa: SIM110
        if Form.ADJECTIVE in trigger.forms:
            return True
    return False


def _names_one(triggers: tuple[Trigger, ...]) -> bool:
    return any(Form.NOUN in trigger.forms for trigger in triggers)


def _phrase(
    clause: Clause, wordbook: Wordbook, adjectives: set[int], start: int, number: Number | None
) -> Phrase:
    words, bits = clause.words, clause.bits
    left, more = _left_of(clause, start, wordbook.claims.possessives)
    place = start + 1
    phrase = Phrase(start, place, -1, number, Counts.BARE, left, more=more)
    phrase.negated = (
        _negated(wordbook, words[left + 1 : start], number)
        or _excepted(words, left, wordbook)
        or _is_year(clause, start, number)
    )
    phrase.rate = not wordbook.word("average").isdisjoint(words[max(0, start - _AVERAGE) : start])
    if number is not None and bits[place] & COMMA and ", " in number.text:
        place += 1  # "at least 18, and perhaps as many as 30, inmates"
    if bits[place] & PARTED:
        phrase.parted = True
        place += 1
    elif words[place] in wordbook.word("partitive") and number is not None:
        place = _of_what(clause, wordbook, phrase, place + 1)
    if number is None and bits[place] & QUANTITY:
        place += 1  # "a 2-year-old girl"
    while bits[place] & MORE:
        phrase.more = True
        if words[place] in wordbook.word("others"):
            phrase.head, phrase.counts = place, Counts.PEOPLE
        place += 1
    if phrase.more and words[place] in wordbook.word("than"):
        phrase.negated = True  # "7 more than in 2024"
    bare_end = place if not phrase.divided else start + 1
    if not phrase.divided:
        place = _run(clause, wordbook, adjectives, phrase, place)
    phrase.end = bare_end if phrase.counts is Counts.BARE else place
    if phrase.parted and phrase.counts is not Counts.PEOPLE:
        phrase.counts, phrase.head, phrase.end = Counts.BARE, -1, bare_end
    if (
        phrase.counts is Counts.BARE
        and words[phrase.end] in wordbook.word("worth")
        and bits[phrase.end + 1] & THING
    ):
        phrase.counts = Counts.THING  # "millions in losses"
    if bits[phrase.end] & RATE:
        phrase.rate = True
    return phrase


def _negated(wordbook: Wordbook, before: list[str], number: Number | None) -> bool:
    """ "not 12 of the", but "not only 12"; "not" may also be part of the number itself, unless it is zero."""
    nots = wordbook.word("not")
    if not nots.isdisjoint(before):
        return wordbook.word("only").isdisjoint(before)
    if number is None or number.quantity is None or number.quantity.value == 0:
        return False
    hedged = number.bound in (Bound.AT_LEAST, Bound.AT_MOST)  # "no menos de 60" counts
    return not hedged and number.text.partition(" ")[0].lower() in nots


def _excepted(words: list[str], left: int, wordbook: Wordbook) -> bool:
    """ "all but seven": those are the others."""
    excepting = wordbook.word("excepting")
    if left < 0:
        return False
    return words[left] in excepting or (left > 0 and f"{words[left - 1]} {words[left]}" in excepting)


def _is_year(clause: Clause, start: int, number: Number | None) -> bool:
    """ "the 1989 killings", without a comma."""
    if number is None or not start or not clause.bits[start - 1] & DETERMINER:
        return False
    printed = number.text
    return len(printed) == 4 and printed.isdecimal() and printed[:2] in _CENTURIES


def _left_of(clause: Clause, start: int, possessives: tuple[str, ...]) -> tuple[int, bool]:
    """The token before the phrase, its determiners and its owner ("of the village's 40"); is one "more"?"""
    place, more = start - 1, False
    bits = clause.bits
    if place >= 0 and clause.words[place].endswith(possessives) and not bits[place] & (GRAMMAR | TRIGGER):
        owner = place
        while place >= 0 and owner - place < _OWNER and not bits[place] & (GRAMMAR | SIGNS | TRIGGER):
            place -= 1
        if place < 0 or not bits[place] & (PREPOSITION | DETERMINER):
            place = owner
    while (
        place >= 0
        and bits[place] & (DETERMINER | ADVERB | MORE | RANK)
        and not bits[place] & (INCLUDING | TRIGGER)
    ):
        more = more or bool(bits[place] & MORE)
        place -= 1
    return place, more


def _of_what(clause: Clause, wordbook: Wordbook, phrase: Phrase, place: int) -> int:
    """Past "of the", "of its" in "two of its agents"; "two of the seven" is divided; else where it was."""
    bits = clause.bits
    after = place
    while bits[after] & DETERMINER:
        after += 1
    owner = after
    limit = min(after + _OWNER, len(clause))
    while owner < limit and not bits[owner] & (GRAMMAR | SIGNS | NUMBER | QUANTITY | TRIGGER):
        owner += 1
    owned = owner > after and clause.words[owner - 1].endswith(wordbook.claims.possessives)
    if bits[owner] & NUMBER and (owned or owner == after):  # "of the 40", "of the village's 40"
        phrase.divided = True
        return place - 1
    number = phrase.number
    loose = number is not None and (
        number.bound is Bound.VAGUE
        or number.text.rpartition(" ")[2].lower() in wordbook.word("counted_of")  # "dos millones de"
    )
    return after if after > place or loose else place - 1  # "dozens of people"


def _run(clause: Clause, wordbook: Wordbook, adjectives: set[int], phrase: Phrase, place: int) -> int:
    """Reads on to the head noun; returns where the phrase ends."""
    words, bits = clause.words, clause.bits
    first, end = place, place
    limit = min(place + _LONGEST, len(clause))
    while place < limit:
        here = bits[place]
        if here & TRIGGER:
            if phrase.counts is Counts.PEOPLE or place not in adjectives or not _noun_at(clause, place + 1):
                break
            phrase.attribute = place
        elif here & ADVERB and place + 1 in adjectives and phrase.counts is not Counts.PEOPLE:
            pass
        elif here & (GRAMMAR | SIGNS | NUMBER | QUANTITY):
            break
        elif here & SAY and not here & SOURCE and end > first:
            break  # "two security sources said"
        elif phrase.counts is not Counts.BARE and place == end and _follows(wordbook, words[place], here):
            end = place + 1  # "12 soldados israelíes"
        elif here & PEOPLE and not (here & THING):
            phrase.head, phrase.counts, end = place, Counts.PEOPLE, place + 1
        elif here & THING:
            phrase.head, phrase.counts, end = place, Counts.THING, place + 1
        elif phrase.counts is Counts.PEOPLE or _verb_at(clause, place, wordbook.claims.past_endings):
            break
        elif here & NATION and (wordbook.claims.adjective_endings or not _noun_at(clause, place + 1)):
            phrase.head, phrase.counts, end = place, Counts.PEOPLE, place + 1
        elif phrase.counts is not Counts.THING:
            phrase.head, phrase.counts, end = place, Counts.UNKNOWN, place + 1
        else:
            break
        place += 1
    return end if end > first else place if phrase.attribute >= 0 else first


def _follows(wordbook: Wordbook, word: str, bits: int) -> bool:
    """An adjective behind its noun: a nation's, or an unknown word with the ending of one."""
    endings = wordbook.claims.adjective_endings
    return bool(endings) and (bool(bits & NATION) or (not bits and word.endswith(endings)))


def _noun_at(clause: Clause, place: int) -> bool:
    """May a noun or another adjective stand here?"""
    return place < len(clause) and not clause.bits[place] & (GRAMMAR | SIGNS | NUMBER | QUANTITY | TRIGGER)


def _verb_at(clause: Clause, place: int, endings: tuple[str, ...]) -> bool:
    """An unknown word that looks like a verb in the past: it ends in -ed, and no noun follows."""
    return clause.words[place].endswith(endings) and not _noun_at(clause, place + 1)
