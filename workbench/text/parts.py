"""Which counts are parts of which: "56, including 14 children", "240: 71 women and 169 children"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from workbench.text.clause import Clause
from workbench.text.counted import Counts, Phrase
from workbench.text.predicates import predicate_of
from workbench.text.reading import Reading
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    COMMA,
    DASH,
    DETERMINER,
    MORE,
    NUMBER,
    OPEN,
    PREPOSITION,
    SIGNS,
    STOP,
    TRIGGER,
    Wordbook,
)

_PART = 0.95  # a part is as sure as its whole, times this
_MOST_PARTS = 20


def read_parts(
    clause: Clause, phrases: list[Phrase], readings: list[Reading], parts: set[int], wordbook: Wordbook
) -> list[Reading]:
    """The readings with parts added and joined to their wholes, in the order of the phrases.

    `parts` are the tokens at which the phrases start that a word such as "including" makes parts.
    """
    reader = _Parts(clause, phrases, readings, wordbook)
    among = wordbook.word("among")
    for index, phrase in enumerate(phrases):
        if phrase.start in parts or phrase.divided:
            reader.predicate(index)
            reader.join(
                index, reader.whole_before(index), silent=not phrase.divided or reader.predicate(index)
            )
        elif phrase.left >= 0 and clause.words[phrase.left] in among:
            reader.among(index)
        elif reader.of_counted(index):
            reader.predicate(index)
            reader.join(index, reader.whole_of(index), silent=False)
        elif index in reader.of_those:
            pass
        elif reader.predicate(index) and (reader.opens_of(index) or reader.goes_on(index)):
            reader.join(index, reader.whole_before(index), silent=True)
    reader.lists()
    reader.apposition()
    return [reading for index in sorted(reader.readings) for reading in reader.readings[index]]


class _Parts:
    def __init__(
        self, clause: Clause, phrases: list[Phrase], readings: list[Reading], wordbook: Wordbook
    ) -> None:
        self.wordbook = wordbook
        self.clause = clause
        self.phrases = phrases
        self.readings: dict[int, list[Reading]] = {}
        for reading in readings:
            self.readings.setdefault(reading.phrase, []).append(reading)
        self.by_start = {phrase.start: index for index, phrase in enumerate(phrases)}
        self.joined: set[int] = set()
        self.of_those = {reading.phrase for reading in readings if reading.way == "of those"}
        self.casualties = any(reading.measure == "casualties" for reading in readings)

    def whole_before(self, index: int) -> int | None:
        """The nearest counted phrase before it that is no part itself; of "two of the seven", the seven."""
        if self.phrases[index].divided:
            return index + 1 if index + 1 < len(self.phrases) else None
        for before in range(index - 1, max(index - 1 - _MOST_PARTS, -1), -1):
            if before not in self.joined and self.readings.get(before):
                return before
        return None

    def of_counted(self, index: int) -> bool:
        """ "six of the injured": of those counted before."""
        phrase = self.phrases[index]
        definite = phrase.end - phrase.start > 2 and self.clause.bits[phrase.end - 1] & DETERMINER
        return any(
            one.way == "counted" or (definite and one.way == "beside" and one.place == phrase.end)
            for one in self.readings.get(index, ())
        )

    def whole_of(self, index: int) -> int | None:
        """ "53 were hurt; six of the injured": the nearest before it that counts the same."""
        measures = {one.measure for one in self.readings[index]}
        for before in range(index - 1, max(index - 1 - _MOST_PARTS, -1), -1):
            if before not in self.joined and any(
                one.measure in measures and one.way != "counted" for one in self.readings.get(before, ())
            ):
                return before
        return None

    def join(self, index: int, whole: int | None, *, silent: bool) -> None:
        """Makes it a part of the whole; `silent`: it takes the whole's measure where it has none itself."""
        phrase = self.phrases[index]
        if whole is None or whole == index or phrase.counts is Counts.THING or phrase.rate or phrase.negated:
            return
        if not _may_hold(self.phrases[whole], phrase):
            return
        for reading in self.readings.get(whole, ()):
            own = self.readings.get(index)
            if own:
                self.readings[index] = [
                    replace(one, whole=whole) if _same(one.measure, reading.measure) else one for one in own
                ]
            elif silent:
                part = replace(reading, phrase=index, sure=reading.sure * _PART, way="part", whole=whole)
                self.readings.setdefault(index, []).append(part)
                break
        self.joined.add(index)

    def among(self, whole: int) -> None:
        """ "Four children were among the 12 killed": the four are part of the twelve."""
        bits = self.clause.bits
        place = self.phrases[whole].left - 1
        if place < 0 or bits[place] & SIGNS:
            self.inverted(whole)
        while place >= 0 and bits[place] & ADVERB:
            place -= 1
        if place < 0 or not bits[place] & BE or whole not in self.readings:
            return
        for before in range(whole - 1, max(whole - 4, -1), -1):
            if before not in self.readings and self.phrases[before].counts is not Counts.THING:
                self.join(before, whole, silent=True)
                return

    def inverted(self, whole: int) -> None:
        """ "Among the 37 dead were eight children"."""
        place = self.phrases[whole].end
        while self.clause.bits[place] & (TRIGGER | ADVERB):
            place += 1
        if self.clause.bits[place] & BE:
            for item in self._list_at(place + 1):
                self.join(item, whole, silent=True)

    def predicate(self, index: int) -> bool:
        """ "three were children": a noun for people follows the verb to be, and names them."""
        phrase = self.phrases[index]
        named = predicate_of(self.clause, phrase, self.wordbook)
        if named is not None:
            phrase.named = named
        return named is not None

    def goes_on(self, index: int) -> bool:
        """ "Thirty people died; nine were children": said of those just counted."""
        left = self.phrases[index].left
        return left >= 0 and bool(self.clause.bits[left] & (STOP | COMMA | AND | DASH))

    def opens_of(self, index: int) -> bool:
        """Does "of the 12 killed," stand before it?"""
        of = self.wordbook.word("partitive")
        for before in range(index - 1, max(index - 3, -1), -1):
            left = self.phrases[before].left
            if left >= 0 and self.clause.words[left] in of and self.readings.get(before):
                return True
        return False

    def lists(self) -> None:
        """A list after a colon, a semicolon, a dash or in brackets that adds up to what stands before it."""
        for place in self.clause.places(OPEN | DASH | STOP):
            here = self.clause.bits[place]
            if not here & (OPEN | DASH) and self.clause.words[place] not in (":", ";"):
                continue
            items = self._list_at(place + 1)
            if not items or any(item in self.readings for item in items):
                if self.casualties:
                    self._casualties(place)
                continue
            whole = self.whole_before(items[0])
            if whole is None or self.phrases[whole].end > place:
                continue
            total, value = self._sum(items), self.phrases[whole].value
            if total is None or value is None or total > value:
                continue
            if here & OPEN or total == value or (here & DASH and len(items) > 1):
                for item in items:
                    self.join(item, whole, silent=True)

    def _casualties(self, place: int) -> None:
        """ "25 casualties: 10 dead and 15 wounded"."""
        first = bisect_right(self.phrases, place, key=lambda phrase: phrase.start)
        behind = [index for index in range(first, first + _MOST_PARTS) if index in self.readings]
        whole = self.whole_before(behind[0]) if behind else None
        if whole is None or not any(one.measure == "casualties" for one in self.readings.get(whole, ())):
            return
        if self._sum(behind) == self.phrases[whole].value:
            for index in behind:
                self.join(index, whole, silent=False)

    def apposition(self) -> None:
        """ "three reporters, two Salvadorans and a Dutchman": the others add up to the first."""
        by_word: dict[tuple[int, str], list[int]] = {}
        for index in sorted(self.readings):
            for reading in self.readings[index]:
                if reading.whole is None:
                    by_word.setdefault((reading.place, reading.measure), []).append(index)
        for (_, measure), group in by_word.items():
            first, *rest = group
            value = self.phrases[first].value
            total = self._sum(rest)
            if (
                len(rest) > 1
                and any(self.phrases[index].number is not None for index in rest)
                and value is not None
                and value == total
                and self.clause.bits[self.phrases[first].end] & COMMA
            ):
                for index in rest:
                    self.readings[index] = [
                        replace(one, whole=first) if one.measure == measure else one
                        for one in self.readings[index]
                    ]

    def _list_at(self, place: int) -> list[int]:
        """The phrases of a list that begins here, each joined to the next by a comma or "and"."""
        bits = self.clause.bits
        items: list[int] = []
        while len(items) < _MOST_PARTS:
            while (
                place not in self.by_start
                and bits[place] & (DETERMINER | ADVERB | MORE)
                and not bits[place] & NUMBER
            ):
                place += 1
            index = self.by_start.get(place)
            if index is None or self.phrases[index].counts not in (Counts.PEOPLE, Counts.UNKNOWN):
                break
            items.append(index)
            place = self.phrases[index].end
            while bits[place] & PREPOSITION and place + 1 < len(self.clause) and not bits[place + 1] & NUMBER:
                place += 2
            if not bits[place] & (COMMA | AND):
                break
            while bits[place] & (COMMA | AND):
                place += 1
        return items

    def _sum(self, indexes: list[int]) -> int | None:
        total = 0
        for index in indexes:
            value = self.phrases[index].value
            if value is None:
                return None
            total += value
        return total


def _may_hold(whole: Phrase, part: Phrase) -> bool:
    """Could the part's number lie within the whole's?"""
    if whole.number is None or part.number is None:
        return whole.number is not None
    outer, inner = whole.number.quantity, part.number.quantity
    if outer is None or inner is None or outer.hard.high is None or inner.hard.low is None:
        return True
    return inner.hard.low <= outer.hard.high


def _same(part: str, whole: str) -> bool:
    return part == whole or (whole == "casualties" and part in ("killed", "injured"))
