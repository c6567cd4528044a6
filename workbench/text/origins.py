"""Who said it: the attributions of a sentence, and whom "the ministry" or "he" means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.text.clause import Clause
from workbench.text.wordbook import (
    ACCORDING,
    ADVERB,
    AND,
    ARTICLE,
    BE,
    COMMA,
    DASH,
    DETERMINER,
    HAVE,
    MODAL,
    NATION,
    NUMBER,
    OPEN,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    QUANTITY,
    RELATIVE,
    SAY,
    SOURCE,
    STOP,
    SUBORDINATE,
    TRIGGER,
    Wordbook,
)

_LONGEST = 14
_ASIDE = 25
_HEADLINE = 6
_FEW = 8  # attributions behind a figure that may speak of it


@dataclass(frozen=True, slots=True)
class Attribution:
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


def read_attributions(clause: Clause, wordbook: Wordbook) -> list[Attribution]:
    """The attributions in a sentence, in the order of their verbs."""
    reader = _Reader(clause, wordbook)
    found: list[Attribution] = []
    for place, bits in enumerate(clause.bits):
        if bits & ACCORDING:
            attribution = reader.after(place)
        elif bits & SAY and not bits & TRIGGER:
            if clause.words[place] in wordbook.word("saying") and place and clause.bits[place - 1] & COMMA:
                if found:  # ", adding that": the same goes on
                    found.append(replace(found[-1], verb=place))
                continue
            attribution = reader.before(place)
        else:
            continue
        if attribution is not None:
            found.append(attribution)
    headline = reader.headline()
    return [headline, *found] if headline is not None else found


class _Reader:
    def __init__(self, clause: Clause, wordbook: Wordbook) -> None:
        self.clause = clause
        self.wordbook = wordbook

    def before(self, verb: int) -> Attribution | None:
        """The subject of "said"; none of "it was said"."""
        clause, bits = self.clause, self.clause.bits
        end = self._back(verb - 1, ADVERB | HAVE)
        if end >= 0 and bits[end] & BE:
            if clause.words[verb] not in self.wordbook.word("quoted"):
                return None
            end = self._back(end, ADVERB | HAVE | BE)
        if end >= 0 and bits[end] & MODAL:
            return None
        if end >= 0 and bits[end] & COMMA:  # "the agency, which keeps a list, said"
            opening = next((p for p in range(end - 1, max(end - _ASIDE, -1), -1) if bits[p] & COMMA), None)
            inverted = self._inverted(verb)
            if opening is None or inverted is not None:
                return inverted
            if self._is_name(opening + 1, end) and not self._is_name(
                self._subject_start(opening - 1), opening
            ):
                return self._attribution(opening + 1, end, verb)  # "the group, Addameer, says"
            end = opening - 1
        start = self._subject_start(end)
        if start > end:
            return None
        return self._attribution(start, end + 1, verb)

    def _inverted(self, verb: int) -> Attribution | None:
        """ ", said the ministry of civil affairs"."""
        bits, words = self.clause.bits, self.clause.words
        end = verb + 1
        if words[verb] not in self.wordbook.word("inverted") or words[end] in self.wordbook.word("no_place"):
            return None
        if (
            not (bits[end] & (DETERMINER | SOURCE | PEOPLE | NATION) or self._capital(end))
            or bits[end] & PREPOSITION
        ):
            return None
        limit = min(end + _LONGEST, len(self.clause))
        while end < limit and not bits[end] & (
            COMMA | STOP | RELATIVE | SUBORDINATE | DASH | OPEN | BE | HAVE | NUMBER
        ):
            end += 1
        if any(bits[token] & (TRIGGER | QUANTITY | SAY) & ~SOURCE for token in range(verb + 1, end)):
            return None
        return self._attribution(verb + 1, end, verb) if end > verb + 1 else None

    def _is_name(self, start: int, end: int) -> bool:
        return 0 < end - start <= 6 and all(
            self._capital(token) or self.clause.bits[token] & PREPOSITION for token in range(start, end)
        )

    def after(self, place: int) -> Attribution | None:
        """Whom "according to" names."""
        bits, words = self.clause.bits, self.clause.words
        end = place + 1
        limit = min(end + _LONGEST, len(self.clause))
        while end < limit:
            here = bits[end]
            if here & (
                COMMA | STOP | RELATIVE | SUBORDINATE | DASH | OPEN | TRIGGER | BE | HAVE | NUMBER | QUANTITY
            ):
                break
            if here & SAY and not here & SOURCE and end > place + 1:
                break
            if here & AND and bits[end + 1] & DETERMINER:
                break
            if (
                here & PREPOSITION
                and words[end] not in self.wordbook.word("name_joins")
                and not self._capital(end + 1)
            ):
                break
            end += 1
        start = place + 1
        generic = self.wordbook.word("generic")
        if any(words[token] in generic for token in range(start, end)):
            for token in range(end - 2, start, -1):
                if words[token] in self.wordbook.word("of"):
                    start = token + 1
                    break
        if start >= end:
            return None
        return self._attribution(start, end, place, according=True)

    def headline(self) -> Attribution | None:
        """ "Ministry: 12 martyrs"."""
        bits = self.clause.bits
        for place in range(1, min(_HEADLINE, len(self.clause))):
            if self.clause.words[place] == ":":
                if any(bits[token] & SOURCE for token in range(place)):
                    return self._attribution(0, place, place)
                return None
            if bits[place] & (STOP | TRIGGER | SAY | NUMBER):
                return None
        return None

    def _subject_start(self, end: int) -> int:
        bits, words = self.clause.bits, self.clause.words
        boundary = self.wordbook.word("boundary")
        start = end
        while start > 0 and end - start < _LONGEST:
            here = bits[start - 1]
            if here & (
                COMMA | STOP | SUBORDINATE | RELATIVE | DASH | OPEN | TRIGGER | BE | HAVE | MODAL | NUMBER
            ):
                break
            if here & (ACCORDING | SAY) and not here & SOURCE:
                break
            if words[start - 1] in boundary or (here & AND and (bits[start] & (DETERMINER | PRONOUN))):
                break
            start -= 1
        if bits[start] & PREPOSITION or bits[start] & AND:  # "on Monday the ministry said"
            later = [
                token for token in range(start + 1, end + 1) if bits[token] & DETERMINER and token > start + 1
            ]
            start = (
                later[0]
                if later and not bits[start] & AND
                else min(start + 1 + bool(bits[start] & PREPOSITION), end)
            )
        return start

    def _attribution(self, start: int, end: int, verb: int, *, according: bool = False) -> Attribution | None:
        clause, bits = self.clause, self.clause.bits
        pronoun = end - start == 1 and clause.words[start] in self.wordbook.word("speakers")
        named = any(self._capital(token) for token in range(start, end)) and not clause.text.isupper()
        source = any(bits[token] & (SOURCE | PEOPLE | NATION) for token in range(start, end))
        if not (pronoun or named or source) or bits[start] & (NUMBER | QUANTITY):
            return None
        days, on = self.wordbook.word("no_place"), self.wordbook.word("on_day")
        while end - 1 > start and (clause.words[end - 1] in days or clause.words[end - 1] in on):
            end -= 1  # "authorities on Wednesday"
        text = clause.said(start, end)
        first = start
        while first < end - 1 and bits[first] & DETERMINER:
            first += 1
        name = self._name(first, end)
        definite = bits[start] & DETERMINER and not bits[start] & ARTICLE
        proper = any(self._capital(token) and (token > 0 or first > 0) for token in range(first, end))
        points_back = bool(definite) and not proper and end - first <= 2
        surname = end - first == 1 and proper and not bits[first] & (SOURCE | NATION)
        aside = start == 0 or start == verb + 1 or bool(bits[start - 1] & (COMMA | DASH))
        return Attribution(start, end, verb, name, text, pronoun or points_back or surname, according, aside)

    def _name(self, start: int, end: int) -> str:
        """ "the Israeli newspaper Haaretz" and "Haaretz newspaper" are Haaretz."""
        media = self.wordbook.word("medium")
        words = self.clause.words
        for token in range(start, end - 1):
            if words[token] in media and not self._capital(token) and self._capital(token + 1):
                return self.clause.said(token + 1, end)
        if (
            end - start > 1
            and words[end - 1] in media
            and not self._capital(end - 1)
            and self._capital(end - 2)
        ):
            return self.clause.said(start, end - 1)
        return self.clause.said(start, end)

    def _capital(self, token: int) -> bool:
        return self.clause.text[self.clause.starts[token] : self.clause.starts[token] + 1].isupper()

    def _back(self, place: int, bits: int) -> int:
        while (
            place >= 0 and self.clause.bits[place] & bits and not self.clause.bits[place] & (NUMBER | PRONOUN)
        ):
            place -= 1
        return place


def choose_attribution(attributions: Sequence[Attribution], token: int) -> Attribution | None:
    """The one that covers it: "according to" behind it, the last "said" before it, an aside behind it."""
    place = bisect_left(attributions, token, key=lambda one: one.verb)
    behind = [one for one in attributions[place : place + _FEW] if one.start > token]
    for one in behind:
        if one.according:
            return one
    if place:
        return attributions[place - 1]
    return next((one for one in behind if one.aside), None)


def resolve(attribution: Attribution, earlier: Iterable[Attribution], wordbook: Wordbook) -> str:
    """The full name of the one that is meant of those named before, the latest first; else its own name."""
    if not attribution.vague:
        return attribution.name
    words = attribution.name.casefold().split()
    noun = words[-1]
    pronoun = len(words) == 1 and noun in wordbook.word("speakers")
    for one in earlier:
        if one.vague and " " not in one.name:
            continue
        if pronoun or noun in _plain_words(one.name, wordbook):
            return one.name
    return attribution.name


def _plain_words(name: str, wordbook: Wordbook) -> list[str]:
    """The words of a name in small letters, without what says whose."""
    plain = name.casefold()
    for ending in wordbook.claims.possessives:
        plain = plain.replace(ending, "")
    return plain.split()
