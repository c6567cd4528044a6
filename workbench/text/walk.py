"""Moving about a sentence: what stands before and behind a token, and what it belongs to."""

from __future__ import annotations

from workbench.languages.claims import Trigger
from workbench.text.clause import Clause
from workbench.text.counted import Counts, Phrase
from workbench.text.wordbook import (
    ADVERB,
    AND,
    ARTICLE,
    BE,
    BRIDGE,
    CLOSE,
    COMMA,
    DASH,
    DETERMINER,
    HAVE,
    INCLUDING,
    MODAL,
    MORE,
    NATION,
    NUMBER,
    OBJECT,
    OPEN,
    PARTED,
    PEOPLE,
    PREPOSITION,
    RANK,
    RELATIVE,
    SAY,
    SIGNS,
    STOP,
    SUBORDINATE,
    TRIGGER,
    Wordbook,
)

_NUMBER_OF = 8  # tokens from "number of" to "killed"
_GROUP = 30  # tokens that a bracket may span


class Walk:
    """A sentence with its phrases, looked up by where they start and end."""

    def __init__(self, clause: Clause, phrases: list[Phrase], wordbook: Wordbook) -> None:
        self.clause = clause
        self.phrases = phrases
        self.wordbook = wordbook
        self.words = frozenset(clause.words)
        self.ends = [phrase.end for phrase in phrases]
        self.by_start = {phrase.start: index for index, phrase in enumerate(phrases)}
        self.by_end = {phrase.end: index for index, phrase in enumerate(phrases)}
        self.by_attribute = {
            phrase.attribute: index for index, phrase in enumerate(phrases) if phrase.attribute >= 0
        }
        self.parts = self.part_starts()

    def back(self, place: int, bits: int) -> int:
        while (
            place >= 0 and self.clause.bits[place] & bits and not self.clause.bits[place] & (NUMBER | TRIGGER)
        ):
            place -= 1
        return place

    def forward(self, place: int, bits: int) -> int:
        while place < len(self.clause) and self.clause.bits[place] & bits and place not in self.by_start:
            place += 1
        return place

    def past_group(self, place: int) -> int:
        """Past a bracket or a pair of dashes; the place itself where it does not close soon."""
        bits = self.clause.bits
        closing = CLOSE if bits[place] & OPEN else DASH
        for after in range(place + 1, min(place + _GROUP, len(self.clause))):
            if bits[after] & closing:
                return after + 1
        return place

    def open_before(self, place: int) -> int:
        """The token before the bracket, or the pair of dashes, that closes at `place`."""
        opening = OPEN if self.clause.bits[place] & CLOSE else DASH
        for before in range(place - 1, max(place - _GROUP, -1), -1):
            if self.clause.bits[before] & opening:
                return before - 1
        return place

    def past_parts(self, place: int) -> int:
        """Past "including 14 children and two women", up to a comma that is not followed by one more part."""
        bits = self.clause.bits
        clausal = bits[place] & PARTED  # "of whom 11 were women and 5 were men"
        ends = STOP | OPEN | DASH | HAVE | MODAL | RELATIVE | (0 if clausal else BE)
        place += 1
        if bits[place] & BE:  # "among whom were five children"
            place += 1
        while place < len(self.clause) and not bits[place] & ends:
            if bits[place] & (COMMA | AND):
                after = self.forward(place + 1, AND | ADVERB | DETERMINER | MORE | RANK)
                index = self.by_start.get(after)
                if index is None:
                    return place
                phrase = self.phrases[index]
                said = clausal and phrase.counts is Counts.BARE and bits[phrase.end] & BE
                if not said and self.starts_clause(phrase):
                    return place
            elif bits[place] & TRIGGER:
                return place
            place += 1
        return place

    def fits(self, phrase: Phrase, trigger: Trigger) -> bool:
        things = self.wordbook.things.get(trigger.measure)
        if things:
            head = phrase.head
            if head < 0:
                return False
            words = self.clause.words
            return (words[head] in things or f"{words[head - 1]} {words[head]}" in things) and not phrase.rate
        if phrase.rate or phrase.negated:
            return False
        if phrase.counts is Counts.BARE and trigger.people and self.of_bodies(phrase):
            return False
        if phrase.counts is Counts.THING:
            households = self.wordbook.word("households")
            return trigger.households and phrase.head >= 0 and self.clause.words[phrase.head] in households
        return phrase.counts is not Counts.UNKNOWN or not trigger.people

    def of_bodies(self, phrase: Phrase) -> bool:
        """ "returned 15 bodies and has now handed over 285"."""
        if self.clause.words[phrase.end] in self.wordbook.word("bodies"):
            return True
        index = self.by_start[phrase.start]
        if not index:
            return False
        before = self.phrases[index - 1]
        bodies, words = self.wordbook.word("bodies"), self.clause.words
        head = before.head if before.head >= 0 else before.end
        of = before.left > 0 and words[before.left] in self.wordbook.word("partitive")
        return words[head] in bodies or (of and words[before.left - 1] in bodies)

    def chain(self, place: int) -> int | None:
        """The first token of "have been reported" before a trigger; None where no form of be is there."""
        bits = self.clause.bits
        before = place - 1
        steps = 0
        while (
            before >= 0 and steps < 5 and bits[before] & (ADVERB | BRIDGE) and not bits[before] & (BE | COMMA)
        ):
            before -= 1
            steps += 1
        if before >= 0 and bits[before] & BE and not bits[before] & TRIGGER:
            return self.verb_start(before)
        return None

    def verb_start(self, place: int) -> int:
        """The first token of the verb that holds `place`, with "are expected to" before it."""
        bits, words, infinitive = self.clause.bits, self.clause.words, self.wordbook.word("infinitive")
        while True:
            while (
                place
                and bits[place - 1] & (BE | HAVE | MODAL | ADVERB)
                and not bits[place - 1] & (AND | DETERMINER)
            ):
                place -= 1
            while bits[place] & ADVERB and not bits[place] & (BE | HAVE | MODAL):
                place += 1
            raising = place - 1
            if (
                words[place] not in infinitive
                or raising < 1
                or words[raising] not in self.wordbook.word("raising")
            ):
                return place
            before = self.back(raising - 1, ADVERB)
            if before < 0 or not bits[before] & BE:
                return place
            place = before

    def auxiliaries(self, place: int) -> int:
        before = self.back(place - 1, ADVERB)
        if before >= 0 and self.clause.bits[before] & (HAVE | MODAL | BE):
            return self.verb_start(before)
        return place

    def after_and(self, place: int, joints: int = AND | COMMA) -> bool:
        before = self.back(place - 1, ADVERB)
        return before >= 0 and bool(self.clause.bits[before] & joints)

    def object_at(self, place: int) -> bool:
        """Does an object without a number begin here: "the mayor", "him"?"""
        bits = self.clause.bits[place]
        return bool(bits & (OBJECT | NATION)) or bool(bits & DETERMINER and not bits & ADVERB)

    def capital(self, place: int) -> bool:
        """May the word be a name? In a text of capitals, any that we do not know."""
        clause = self.clause
        if not clause.text[clause.starts[place]].isupper():
            return False
        return not clause.bits[place] or not clause.text.isupper()

    def is_article(self, place: int) -> bool:
        """ "the", "a"."""
        definite = self.clause.words[place] in self.wordbook.word("definite")
        return definite or bool(self.clause.bits[place] & ARTICLE)

    def thing_at(self, place: int) -> bool:
        """Does a count of things begin here?"""
        index = self.by_start.get(place)
        return index is not None and self.phrases[index].counts is Counts.THING

    def number_of(self, place: int) -> int | None:
        """The token behind "of" in "the number of people killed"."""
        words = self.clause.words
        counting, of = self.wordbook.word("number_of"), self.wordbook.word("partitive")
        for before in range(place - 1, max(place - _NUMBER_OF, 0), -1):
            if words[before] in of:
                return before + 1 if words[before - 1] in counting else None
            if self.clause.bits[before] & (NUMBER | SIGNS | AND):
                return None
        return None

    def in_adjunct(self, phrase: Phrase, *, clausal: bool = False) -> bool:
        """Does a preposition stand before the phrase, so that it is no subject: "with 12 others"?

        `clausal`: a verb follows right away, so that "after" begins a clause ("days after 153 people died").
        """
        left, words = phrase.left, self.clause.words
        if left < 0 or not self.clause.bits[left] & PREPOSITION:
            return False
        if clausal and words[left] in self.wordbook.word("clausal"):
            return False
        return not self.collected(phrase)

    def collected(self, phrase: Phrase) -> bool:
        """ "a batch of 200"."""
        left, words = phrase.left, self.clause.words
        if left <= 0 or words[left] not in self.wordbook.word("partitive"):
            return False
        return words[left - 1] in self.wordbook.word("collective")

    def part_starts(self) -> set[int]:
        """Where the phrases start that a word such as "including" makes parts."""
        bits = self.clause.bits
        parts = {phrase.start for phrase in self.phrases if phrase.parted}
        end = 0
        for place in self.clause.places(INCLUDING | PARTED):
            if place >= end:
                end = self.past_parts(place)
                for start in range(place, end):
                    index = self.by_start.get(start)
                    if index is None:
                        continue
                    left = self.phrases[index].left
                    left -= bool(bits[left] & BE and left == place + 1)
                    if bits[left] & (INCLUDING | PARTED | COMMA | AND):
                        parts.add(start)
        return parts

    def divider_of(self, index: int) -> int:
        """Of "40 men" in "12 of the 40 men" the index of "12", of which a verb is said; else its own."""
        if not index or not self.phrases[index - 1].divided:
            return index
        before, left = self.phrases[index - 1], self.phrases[index].left
        divided = before.end >= left >= 0 and self.clause.words[left] in self.wordbook.word("partitive")
        return index - 1 if divided else index

    def is_part(self, phrase: Phrase) -> bool:
        return phrase.start in self.parts

    def starts_clause(self, phrase: Phrase) -> bool:
        """Does a verb follow the phrase, so that it is the subject of the next clause?"""
        bits = self.clause.bits
        for place in range(phrase.end, min(phrase.end + 8, len(self.clause))):
            if bits[place] & (SAY | COMMA | STOP | BE | HAVE):
                if bits[place] & SAY and not bits[place] & TRIGGER:
                    return True
                break
        after = self.forward(phrase.end, ADVERB)
        return bool(bits[after] & (BE | HAVE | MODAL)) or (
            bool(bits[after] & TRIGGER) and after not in self.by_attribute
        )

    def plain(self, start: int, end: int) -> bool:
        """Nothing but more words on the same noun: "members of the patrol"."""
        if start < end and not self.clause.bits[start] & (PREPOSITION | COMMA | OPEN | DASH):
            return False
        return not any(
            bits & (BE | HAVE | MODAL | STOP | SUBORDINATE | RELATIVE | TRIGGER)
            for bits in self.clause.bits[start:end]
        )

    def inside_noun(self, place: int) -> bool:
        """An adjective before a noun without a number, as in "killed a wounded soldier and two guards"."""
        return place + 1 < len(self.clause) and bool(self.clause.bits[place + 1] & PEOPLE)
