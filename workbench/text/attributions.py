"""The words of a sentence that say who says something."""

from __future__ import annotations

from workbench.text.clause import Clause
from workbench.text.speakers import Attribution, attribution_of, is_capital
from workbench.text.wordbook import (
    ACCORDING,
    ADVERB,
    AND,
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
    SIGNS,
    SOURCE,
    STOP,
    SUBORDINATE,
    TRIGGER,
    Wordbook,
)

_LONGEST = 14
_ASIDE = 25
_HEADLINE = 6


def read_attributions(clause: Clause, wordbook: Wordbook) -> list[Attribution]:
    """The attributions in a sentence, in the order of their verbs."""
    reader = _Reader(clause, wordbook)
    found: list[Attribution] = []
    for place in clause.places(ACCORDING | SAY):
        bits = clause.bits[place]
        if bits & ACCORDING:
            attribution = reader.after(place)
        elif not bits & TRIGGER:
            if clause.words[place] in wordbook.word("saying") and place and clause.bits[place - 1] & COMMA:
                if found:  # ", adding that": the same goes on
                    found.append(found[-1]._replace(verb=place))
                    continue
                attribution = reader.opening(place)
            else:
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
            end = self._before_modal(end)
            if end < 0:
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
        if start > end or (start == end and clause.words[start] in self.wordbook.word("first_person")):
            return None  # "we have counted 73": whoever is quoted
        return self._attribution(start, end + 1, verb)

    def _before_modal(self, modal: int) -> int:
        """The end of the subject of "can confirm", "regrets to announce"; -1 where nothing is said by it."""
        words, able = self.clause.words, self.wordbook.word("able")
        if words[modal] in self.wordbook.word("infinitive") and modal and words[modal - 1] in able:
            modal -= 1
        elif words[modal] not in able:
            return -1
        return self._back(modal - 1, ADVERB | HAVE | BE)

    def opening(self, verb: int) -> Attribution | None:
        """ "A spokesman appeared on Monday, saying": the subject that the sentence opens with."""
        bits, end = self.clause.bits, 0
        limit = min(verb, _HEADLINE)
        while end < limit and not bits[end] & (SOURCE | PEOPLE | PRONOUN):
            if bits[end] & (SIGNS | TRIGGER | PREPOSITION | BE | HAVE | NUMBER | QUANTITY | SAY):
                break
            end += 1
        if end == limit or not bits[end] & (SOURCE | PEOPLE | PRONOUN):
            end = -1
            while end + 1 < limit and self._capital(end + 1) and not bits[end + 1] & (SIGNS | PREPOSITION):
                end += 1
        else:
            while end + 1 < limit and bits[end + 1] & (SOURCE | PEOPLE):
                end += 1
        while 0 <= end < limit and bits[end + 1] & PREPOSITION and self._capital(end + 2):
            if self.clause.words[end + 1] not in self.wordbook.word("of"):
                break
            end += 2
        return self._attribution(0, end + 1, verb) if end >= 0 else None

    def _inverted(self, verb: int) -> Attribution | None:
        """ ", said the ministry of civil affairs"."""
        bits, words = self.clause.bits, self.clause.words
        end = verb + 1
        if words[end] in self.wordbook.word("object_marker") and self._capital(end + 1):
            end += 2  # "informó a EFE un portavoz"
        start = end
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
        if any(bits[token] & (TRIGGER | QUANTITY | SAY) & ~SOURCE for token in range(start, end)):
            return None
        return self._attribution(start, end, verb) if end > start else None

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
        if bits[end] & COMMA and not any(self._capital(token) for token in range(start, end)):
            named = end + 1
            while named < limit and self._capital(named):
                named += 1
            if self._is_name(end + 1, named) and bits[named] & (COMMA | STOP):
                start, end = end + 1, named  # "according to the governor, Jose Ramos"
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
            if here & (COMMA | STOP | SUBORDINATE | RELATIVE | DASH | OPEN | BE | HAVE | MODAL):
                break
            if here & (NUMBER | QUANTITY):
                start -= bool(here & NUMBER and bits[end] & SOURCE)  # "two security sources"
                break
            if here & TRIGGER and not bits[start] & SOURCE:  # but "Fire service"
                break
            if here & AND and not self._joins(start):
                break
            if here & (ACCORDING | SAY) and not here & SOURCE:
                break
            if words[start - 1] in boundary:
                break
            start -= 1
        while start < end and bits[start] & ADVERB and bits[start + 1] & DETERMINER:
            start += 1  # "a day later the ministry said"
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

    def _joins(self, place: int) -> bool:
        """Does the "and" before this token join two speakers, rather than the next clause?"""
        bits, before = self.clause.bits, place - 2
        if bits[place] & (DETERMINER | PRONOUN) or before < 0:
            return False
        if self.clause.words[before] in self.wordbook.word("no_place"):
            return False  # "on Sunday and Hamas said"
        if self._capital(before) or bits[before] & SOURCE:
            return True
        return bool(bits[before] & (PEOPLE | NATION)) and not self._capital(place)

    def _attribution(self, start: int, end: int, verb: int, *, according: bool = False) -> Attribution | None:
        return attribution_of(self.clause, self.wordbook, start, end, verb, according=according)

    def _capital(self, token: int) -> bool:
        return is_capital(self.clause, token)

    def _back(self, place: int, bits: int) -> int:
        while (
            place >= 0 and self.clause.bits[place] & bits and not self.clause.bits[place] & (NUMBER | PRONOUN)
        ):
            place -= 1
        return place
