"""Which numbers count what: triggers look for their numbers within their clause."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from workbench.languages.claims import Form, Trigger
from workbench.text.clause import Clause, Found
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    BRIDGE,
    CLOSE,
    COMMA,
    DASH,
    DETERMINER,
    GRAMMAR,
    HAVE,
    INCLUDE,
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
    PRONOUN,
    QUANTITY,
    RANK,
    RATE,
    RELATIVE,
    SAY,
    SIGNS,
    SINGULAR,
    STOP,
    SUBORDINATE,
    TRIGGER,
    Wordbook,
)
from workbench.text.counted import Counts, Phrase
from workbench.text.parts import read_parts
from workbench.text.reading import (
    ATTRIBUTE,
    BESIDE,
    ELLIPSIS,
    EVENT_OF,
    FAR_SUBJECT,
    LISTED,
    OBJECT_OF,
    SUBJECT,
    TOLL,
    Reading,
)

_FARTHEST = 40  # tokens between a subject and its verb
_LIST = 30  # tokens that a list of objects may span
_TOLL = 16  # tokens between "death toll" and its number
_CANDIDATES = 6


def read_measures(clause: Clause, phrases: list[Phrase], wordbook: Wordbook) -> list[Reading]:
    """All that the triggers of a clause count, with parts joined to their wholes, in the order of the phrases."""
    reader = _Reader(clause, phrases, wordbook)
    if not wordbook.word("respectively").isdisjoint(clause.words):
        reader.read_pairs()
    for found in clause.found:
        reader.read(found)
    reader.read_gaps()
    readings = [reading for index in sorted(reader.readings) for reading in reader.readings[index]]
    return read_parts(clause, phrases, readings, reader.parts)


class _Reader:
    def __init__(self, clause: Clause, phrases: list[Phrase], wordbook: Wordbook) -> None:
        self.clause = clause
        self.phrases = phrases
        self.wordbook = wordbook
        self.by_start = {phrase.start: index for index, phrase in enumerate(phrases)}
        self.by_end = {phrase.end: index for index, phrase in enumerate(phrases)}
        self.by_attribute = {
            phrase.attribute: index for index, phrase in enumerate(phrases) if phrase.attribute >= 0
        }
        self.ends = [phrase.end for phrase in phrases]
        self.words = frozenset(clause.words)
        self.found = {found.place: found for found in clause.found}
        self.readings: dict[int, list[Reading]] = {}
        self.parts = self._parts()
        self.passive: dict[int, int] = {}  # trigger place -> first token of its verb
        self.subjects: dict[int, list[int]] = {}  # trigger place -> the phrases it was said of
        self.done: set[int] = set()

    # several triggers, or none

    def read_pairs(self) -> None:
        """ "12 and 30 were killed and wounded respectively": the first with the first, the second with the second."""
        bits = self.clause.bits
        for one, other in itertools.pairwise(range(len(self.phrases))):
            first, second = self.phrases[one], self.phrases[other]
            if first.counts is not Counts.BARE or not bits[first.end] & AND or second.start != first.end + 1:
                continue
            for found, then in itertools.pairwise(self.clause.found):
                if (
                    bits[found.place + 1] & AND
                    and self._forward(found.place + 2, ADVERB | DETERMINER) == then.place
                ):
                    for index, named in ((one, found), (other, then)):
                        self._note(index, named.triggers[0], named.place, named.place, BESIDE, "pair")
                    self.done.update((found.place, then.place))
                    return

    def read_gaps(self) -> None:
        """ "Six were killed in Gaza City and two others in Rafah": the second takes the word of the first."""
        bits = self.clause.bits
        for index, phrase in enumerate(self.phrases[1:], start=1):
            if index in self.readings or phrase.number is None or phrase.start in self.parts:
                continue
            if phrase.counts not in (Counts.BARE, Counts.PEOPLE) or phrase.rate or phrase.left < 0:
                continue
            if not bits[phrase.left] & (AND | COMMA) or not bits[phrase.end] & PREPOSITION:
                continue
            if self.clause.words[phrase.end] not in self.wordbook.word("place_in"):
                continue
            before = self.readings.get(index - 1, [])
            if before and self._only_adjuncts(self.phrases[index - 1].end, phrase, before[0].place):
                gap = before[0]
                known = self.readings.setdefault(index, [])
                known.append(replace(gap, phrase=index, sure=gap.sure * ELLIPSIS, way="gap"))

    def _only_adjuncts(self, start: int, phrase: Phrase, trigger: int) -> bool:
        """No other verb stands from `start` to the end of the phrase's own clause."""
        bits = self.clause.bits
        for place in range(start, phrase.start):
            if bits[place] & (STOP | RELATIVE | SUBORDINATE) or (bits[place] & TRIGGER and place != trigger):
                return False
        for place in range(phrase.end, min(phrase.end + 8, len(self.clause))):
            if bits[place] & (STOP | COMMA | AND):
                return True
            if bits[place] & (BE | HAVE | MODAL | TRIGGER | NUMBER | RELATIVE):
                return False
        return True

    # one trigger

    def read(self, found: Found) -> None:
        place = found.place
        if place in self.done:
            return
        merged = self._killed_and_injured(found)
        triggers = tuple(self._allowed(found.triggers))
        if merged is not None:
            triggers = tuple(
                Trigger(t.words, "casualties", t.forms, t.weight)
                for t in triggers
                if t.measure in ("killed", "injured")
            )
            self.done.add(merged)
        if not triggers:
            return
        for measure in dict.fromkeys(trigger.measure for trigger in triggers):
            own = [trigger for trigger in triggers if trigger.measure == measure]
            self._read(place, merged if merged is not None else place, own)

    def _allowed(self, triggers: tuple[Trigger, ...]) -> Iterator[Trigger]:
        for trigger in triggers:
            if trigger.unless and not trigger.unless.isdisjoint(self.words):
                continue
            if trigger.needs and trigger.needs.isdisjoint(self.words):
                continue
            yield trigger

    def _read(self, first: int, last: int, triggers: list[Trigger]) -> None:
        """`first` and `last` are one token, or the two of "killed and wounded"."""
        forms = frozenset().union(*(trigger.forms for trigger in triggers))
        trigger = max(triggers, key=lambda one: one.weight)
        if (forms == {Form.TOLL} or self._number_of(first)) and (
            self._toll(first, last, trigger) or forms == {Form.TOLL}
        ):
            return
        attributed = self.by_attribute.get(first)
        if attributed is not None:
            self._note(attributed, trigger, first, first, ATTRIBUTE, "attribute")
            return
        if self._group(first, last, trigger):
            return
        if self._beside(first, last, trigger, forms):
            return
        if Form.TOLL in forms and self._moved(last) and self._toll(first, last, trigger):
            return
        chain = (
            self._chain(first) if forms & {Form.PARTICIPLE, Form.STATE, Form.ADJECTIVE, Form.NOUN} else None
        )
        if chain is not None:
            self.passive[last] = chain
            self._subject(chain, first, last, trigger)
            if Form.EVENT in forms and self.clause.words[last].endswith(" for"):
                self._event(first, last, trigger)
            return
        if Form.EVENT in forms and self._event(first, last, trigger):
            return
        if Form.PARTICIPLE in forms and self.clause.bits[last + 1] & BE and self._back(first - 1, ADVERB) < 0:
            for index, _ in self._objects(last + 2, trigger):
                self._note(index, trigger, first, first, LISTED, "group")
            return
        if forms & {Form.PARTICIPLE, Form.ACTIVE} and self._active(first, last, trigger, forms):
            return
        if Form.INTRANSITIVE in forms:
            self._subject(self._auxiliaries(first), first, last, trigger)
        elif Form.PARTICIPLE in forms and not self._ellipsis(first, last, trigger):
            bits = self.clause.bits
            if last + 1 == len(self.clause) or bits[last + 1] & (STOP | COMMA):  # "39 held in prisons freed"
                self._subject(first, first, last, trigger)

    # ways of reading

    def _beside(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "12 dead", "12 people killed": the phrase ends where the trigger begins."""
        if not forms & {Form.NOUN, Form.ADJECTIVE, Form.STATE, Form.PARTICIPLE, Form.INTRANSITIVE}:
            return False
        before = self._back(first - 1, ADVERB | BRIDGE)
        index = self.by_end.get(before + 1)
        if index is None or not self._fits(self.phrases[index], trigger):
            return False
        after = last + 1
        if forms <= {Form.PARTICIPLE, Form.ADJECTIVE, Form.NOUN, Form.ACTIVE} and Form.PARTICIPLE in forms:
            if Form.NOUN not in forms and self._object_at(after):
                return False
            following = self.by_start.get(self._forward(after, ADVERB | DETERMINER | MORE | RANK))
            if following is not None and following != index:
                then = self.phrases[following]
                if (
                    self._fits(then, trigger)
                    and not self.clause.bits[then.end] & (TRIGGER | BE)
                    and then.attribute < 0
                ):
                    return False
        if forms == {Form.INTRANSITIVE} or Form.NOUN not in forms:
            self.subjects[last] = self._with_list(index, trigger)
        else:
            self.subjects[last] = self._with_list(index, trigger) if self.phrases[index].counts else [index]
        self.passive[last] = first
        for one in self.subjects[last]:
            self._note(one, trigger, first, first, BESIDE if one == index else LISTED, "beside")
        return True

    def _group(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "Two were among those killed", "among the dead are two", "the wounded include three"."""
        words, bits = self.clause.words, self.clause.bits
        if not first or not bits[first - 1] & (DETERMINER | PRONOUN) or bits[first - 1] & NUMBER:
            return False
        if first in self.by_end:
            return False  # "three of the dead"
        before = first - 2
        counted = self.by_end.get(before) if before >= 0 and words[before] == "of" else None
        if counted is not None:
            phrase = self.phrases[counted]
            if not self._fits(phrase, trigger) or phrase.counts is Counts.UNKNOWN:
                return False
            self._note(counted, trigger, first, first, SUBJECT, "group")  # "three of the dead"
            return True
        if before >= 0 and words[before] in ("among", "amongst"):
            chain = self._back(before - 1, ADVERB)
            if chain >= 0 and bits[chain] & BE:
                start = self._verb_start(chain)
                self.passive[last] = start
                self._subject(start, first, last, trigger)
                return True
        after = self._forward(last + 1, ADVERB)
        if bits[after] & (INCLUDE | BE):
            objects = self._objects(after + 1, trigger, far=True, relatives=True)
            for index, direct in objects:
                self._note(index, trigger, first, first, SUBJECT if direct else LISTED, "group")
            return bool(objects)
        return False

    def _event(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "the killing of 12", "in exchange for 240"."""
        words, bits = self.clause.words, self.clause.bits
        after = last + 1
        if bits[after] & DASH:
            after = self._past_group(after)
        if bits[after] & OPEN:
            after = self._past_group(after)
        licensed = words[after] == "of" or (
            words[after] in ("to", "for") and words[last].endswith(("injury", "injuries"))
        )
        if licensed:
            after += 1
        elif not words[last].endswith((" of", " for", " to", " among")):
            return False
        objects = self._objects(after, trigger)
        for index, direct in objects:
            self._note(index, trigger, first, first, EVENT_OF if direct else LISTED, "event")
        return bool(objects)

    def _active(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "killed 12", "has killed the mayor and two guards"."""
        bits = self.clause.bits
        before = self._back(first - 1, ADVERB)
        has = before >= 0 and bool(bits[before] & (HAVE | MODAL))
        sure_active = Form.ACTIVE in forms or has or (before >= 0 and bool(bits[before] & RELATIVE))
        after = self._forward(last + 1, ADVERB)
        direct = self.by_start.get(self._forward(after, DETERMINER | MORE | ADVERB | RANK))
        shared = self._shares_verb(first)
        if direct is None and shared is not None and not self._object_at(last + 1):
            return self._again(first, last, trigger, shared)
        objects = self._objects(
            after,
            trigger,
            far=sure_active or bool(bits[after] & (DETERMINER | NATION | PEOPLE)) or not bits[after],
        )
        if not objects:
            return False
        start = self._auxiliaries(first)
        for index, near in objects:
            self._note(index, trigger, first, start, OBJECT_OF if near else LISTED, "object")
        return True

    def _subject(self, start: int, first: int, last: int, trigger: Trigger) -> None:
        """Those of whom the verb that begins at `start` is said."""
        shared = self._shares_verb(start)
        index, near = self._subject_before(
            start, trigger, elliptical=shared is not None or self._after_and(start, AND)
        )
        if index is None:
            if shared is not None:
                self._again(first, last, trigger, shared)
            return
        group = self._with_list(index, trigger) if self.phrases[index].counts else [index]
        group += self._with_farther(index, group, start, trigger)
        self.subjects[last] = group
        for one in group:
            sure = (SUBJECT if near else FAR_SUBJECT) if one == index else LISTED
            self._note(one, trigger, first, start, sure, "subject")

    def _with_farther(self, index: int, group: list[int], start: int, trigger: Trigger) -> list[int]:
        """ "Two policemen who guarded her and a citizen were killed": "were" asks for more than one."""
        phrase = self.phrases[index]
        held = any(one.measure == "held" for one in self.readings.get(index - 1, ()))
        single = phrase.value == 1 and self.clause.words[start] in ("were", "are")
        if len(group) > 1 or not (single or held):
            return []
        place = self._back(phrase.start - 1, ADVERB | DETERMINER | MORE | RANK)
        if place < 0 or not self.clause.bits[place] & AND:
            return []
        farther, _ = self._subject_before(place, trigger, elliptical=False)
        return [] if farther is None or (farther in self.readings and not held) else [farther]

    def _ellipsis(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "were beaten and then arrested": the second verb shares the subject of the first."""
        shared = self._shares_verb(first)
        if shared is not None:
            return self._again(first, last, trigger, shared)
        if self._after_and(first) and (
            self.clause.bits[last + 1] & (PREPOSITION | STOP | COMMA) or last + 1 == len(self.clause)
        ):
            index, _ = self._subject_before(first, trigger, elliptical=True)
            if index is not None:
                self.subjects[last], self.passive[last] = [index], first
                for one in self._with_list(index, trigger):
                    self._note(one, trigger, first, first, ELLIPSIS, "ellipsis")
                return True
        return False

    def _again(self, first: int, last: int, trigger: Trigger, shared: int) -> bool:
        self.subjects[last] = self.subjects.get(shared, [])
        self.passive[last] = self.passive.get(shared, first)
        for one in self.subjects[last]:
            if self._fits(self.phrases[one], trigger):
                self._note(one, trigger, first, self.passive[last], ELLIPSIS, "ellipsis", also=True)
        return True

    def _toll(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "the death toll rose from 20 to 25", "the number of dead stood at 12"."""
        words, bits = self.clause.words, self.clause.bits
        movers = self.wordbook.word("to")
        ends_in_mover = words[last].rsplit(" ", 1)[-1] in movers
        for place in range(last + 1, min(last + 1 + _TOLL, len(self.clause))):
            here = bits[place]
            if here & STOP and words[place] != ":":
                return False
            if here & (NUMBER | QUANTITY):
                index = self.by_start.get(place)
                left = self.clause.words[self._back(place - 1, ADVERB | DETERMINER)]
                if index is None or left in ("from", "by", "since", "in", "on", "than", "after"):
                    continue
                phrase = self.phrases[index]
                if phrase.counts is Counts.THING or phrase.rate:
                    continue
                if left in movers or place == last + 1 or ends_in_mover or left.endswith(("s", "ed")):
                    self._note(index, trigger, first, first, TOLL, "toll")
                    return True
                return False
        return False

    def _moved(self, last: int) -> bool:
        """ "deaths rose to": a verb of counting follows, before anything else is joined on."""
        moved = self.wordbook.word("moved")
        for place in range(last + 1, min(last + 6, len(self.clause))):
            if self.clause.words[place] in moved:
                return True
            if self.clause.bits[place] & (SIGNS | AND | TRIGGER | NUMBER | QUANTITY):
                return False
        return False

    # where the words stand

    def _subject_before(self, start: int, trigger: Trigger, *, elliptical: bool) -> tuple[int | None, bool]:
        """The phrase that the verb beginning at `start` is said of, and whether it stands right before it."""
        bits = self.clause.bits
        singular = bool(bits[start] & SINGULAR)
        before = self._back(start - 1, ADVERB | DASH)
        relative = before >= 0 and bool(bits[before] & RELATIVE)
        if relative:
            before = self._back(before - 1, COMMA | PREPOSITION)
        last = bisect_right(self.ends, start)
        for index in range(last - 1, max(last - 1 - _CANDIDATES, -1), -1):
            if start - self.ends[index] > _FARTHEST:
                break
            phrase = self.phrases[index]
            value = phrase.value
            if not self._fits(phrase, trigger):
                continue
            if singular and value is not None and value > 1 and not relative and not self._collected(phrase):
                continue
            if relative and self._is_object(index):
                return None, False  # said of them is what else was done; how they came there is background
            if phrase.end == before + 1:
                if relative or not self._in_adjunct(phrase, clausal=True) or phrase.divided:
                    return index, True
                continue
            if relative:
                if self._plain(phrase.end, before + 1):
                    return index, False
                continue
            if self._is_object(index) or self._in_adjunct(phrase) or self._is_part(phrase):
                continue
            verdict = self._reaches(phrase, start, elliptical=elliptical)
            if verdict:
                return index, False
            if verdict is None:
                return None, False
        return None, False

    def _reaches(self, phrase: Phrase, start: int, *, elliptical: bool) -> bool | None:
        """Do the words between a phrase and a verb only say more about the phrase? None: a new clause began."""
        words, bits = self.clause.words, self.clause.bits
        place, relatives, joined, parts = phrase.end, 0, False, False
        opening = bits[place]
        while place < start:
            here = bits[place]
            if here & (OPEN | DASH):
                past = self._past_group(place)
                if past <= place or past > start:
                    return None
                place = past
                continue
            if here & STOP:
                return None
            if here & (CLOSE | SUBORDINATE):
                return False
            if here & RELATIVE:
                relatives += 1
            elif here & (BE | HAVE | MODAL) and not elliptical:
                if not relatives and not (words[place] == "to"):
                    return False
                if here & BE:
                    relatives = max(0, relatives - 1)
            joined = joined or bool(here & AND)
            parts = parts or bool(here & (INCLUDING | PARTED))
            place += 1
        if elliptical:
            return bool(opening & (BE | HAVE | MODAL | TRIGGER)) or (
                not opening & (SIGNS | GRAMMAR | NUMBER) and self._after_and(start)
            )
        if opening & (PREPOSITION | RELATIVE | OPEN | DASH | AND | PARTED | INCLUDING | TRIGGER):
            return True
        if opening & COMMA:
            return bool(bits[start - 1] & COMMA) or joined or parts
        return words[phrase.end].endswith("ing") or (
            words[phrase.end].endswith("ed") and bool(bits[phrase.end + 1] & (PREPOSITION | QUANTITY))
        )

    def _objects(
        self, place: int, trigger: Trigger, *, far: bool = True, relatives: bool = False
    ) -> list[tuple[int, bool]]:
        """The phrases that follow as one list, each with whether it stands first; `far`: things may stand before."""
        bits, words = self.clause.bits, self.clause.words
        found: list[tuple[int, bool]] = []
        begin, limit = place, min(place + _LIST, len(self.clause))
        expecting, adjunct, first = True, False, True
        while place < limit:
            here = bits[place]
            index = self.by_start.get(place)
            if index is not None:
                phrase = self.phrases[index]
                ok = self._fits(phrase, trigger) and (
                    not self._is_part(phrase) or (phrase.parted and place == begin)
                )
                if adjunct and phrase.counts is not Counts.PEOPLE:
                    ok = False
                if expecting and ok:
                    if found and self._starts_clause(phrase):
                        break
                    found.append((index, first and place <= begin + 3))
                    adjunct = False
                elif expecting and not found and phrase.counts is Counts.THING and first:
                    return []
                first = False
                expecting = False
                place = max(phrase.end, place + 1)
                if phrase.divided:
                    break
                continue
            if here & (STOP | MODAL | HAVE | SUBORDINATE | RATE) or (here & BE and words[place] != "being"):
                break
            if here & TRIGGER and not self._inside_noun(place):
                break
            if here & (OPEN | DASH):
                past = self._past_group(place)
                if past <= place:
                    break
                place = past
                continue
            if here & (INCLUDING | PARTED):
                place = self._past_parts(place)
                expecting = False
                continue
            if here & RELATIVE:
                beyond = self._past_relative(place) if relatives else None
                if beyond is None:
                    break
                place = beyond
                continue
            if here & (COMMA | AND):
                expecting = True
                if here & COMMA and not found and not far:
                    break
            elif here & PREPOSITION:
                if not far and not found:
                    break
                expecting = False
                adjunct = True
                people = self._past_adjunct(place)
                if not found and people is not None:
                    place, expecting = people, True
                    continue
            elif here & (DETERMINER | ADVERB | MORE | RANK):
                pass
            elif expecting and not found and not first and not far:
                break
            else:
                expecting = False
                first = False
            place += 1
        return found

    def _past_adjunct(self, place: int) -> int | None:
        """Past "in good condition" in "released in good condition six hostages", if people follow right after."""
        bits = self.clause.bits
        for after in range(place + 2, min(place + 5, len(self.clause))):
            index = self.by_start.get(after)
            if index is not None:
                good = self.phrases[index].counts is Counts.PEOPLE and not bits[after - 1] & (
                    PREPOSITION | DETERMINER | AND | COMMA
                )
                return after if good else None
            if bits[after] & (SIGNS | BE | HAVE | TRIGGER | NUMBER | QUANTITY | AND):
                return None
        return None

    def _past_relative(self, place: int) -> int | None:
        """Past "where the bomb went off" to the "and" that another counted phrase follows."""
        bits = self.clause.bits
        for after in range(place + 1, min(place + _LIST, len(self.clause))):
            if bits[after] & (STOP | NUMBER | TRIGGER):
                return None
            if (
                bits[after] & AND
                and self._forward(after + 1, DETERMINER | MORE | ADVERB | RANK) in self.by_start
            ):
                return after
        return None

    def _past_parts(self, place: int) -> int:
        """Past "including 14 children and two women", up to a comma that is not followed by one more part."""
        bits = self.clause.bits
        place += 1
        while place < len(self.clause) and not bits[place] & (
            STOP | OPEN | DASH | BE | HAVE | MODAL | RELATIVE
        ):
            if bits[place] & (COMMA | AND):
                after = self._forward(place + 1, AND | ADVERB | DETERMINER | MORE | RANK)
                index = self.by_start.get(after)
                if index is None or self._starts_clause(self.phrases[index]):
                    return place
            elif bits[place] & TRIGGER:
                return place
            place += 1
        return place

    def _past_group(self, place: int) -> int:
        """Past a bracket or a pair of dashes; the place itself where it does not close soon."""
        bits = self.clause.bits
        closing = CLOSE if bits[place] & OPEN else DASH
        for after in range(place + 1, min(place + _LIST, len(self.clause))):
            if bits[after] & closing:
                return after + 1
        return place

    def _with_list(self, index: int, trigger: Trigger) -> list[int]:
        """The phrase with those joined to it on its left: "12 soldiers and 3 civilians"."""
        group = [index]
        if self.phrases[index].counts is Counts.BARE or self.phrases[index].parted:
            return group
        while len(group) < 12:
            phrase = self.phrases[index]
            place = self._back(phrase.start - 1, ADVERB | DETERMINER | MORE | RANK)
            if not (place >= 0 and self.clause.bits[place] & (COMMA | AND)):
                break
            place = self._back(place, COMMA | AND)
            if place >= 0 and self.clause.bits[place] & (CLOSE | DASH):
                place = self._open_before(place)
            joined = self.by_end.get(place + 1)
            if joined is None or joined >= index or joined in self.readings:
                break
            before = self.phrases[joined]
            if not self._fits(before, trigger) or self._is_part(before) or before.counts is Counts.BARE:
                break
            index = joined
            group.append(index)
        return group

    def _open_before(self, place: int) -> int:
        """The token before the bracket, or the pair of dashes, that closes at `place`."""
        opening = OPEN if self.clause.bits[place] & CLOSE else DASH
        for before in range(place - 1, max(place - _LIST, -1), -1):
            if self.clause.bits[before] & opening:
                return before - 1
        return place

    # small questions

    def _fits(self, phrase: Phrase, trigger: Trigger) -> bool:
        things = self.wordbook.things.get(trigger.measure)
        if things:
            head = phrase.head
            if head < 0:
                return False
            words = self.clause.words
            return (words[head] in things or f"{words[head - 1]} {words[head]}" in things) and not phrase.rate
        if phrase.counts is Counts.THING or phrase.rate or phrase.negated:
            return False
        return phrase.counts is not Counts.UNKNOWN or not trigger.people

    def _chain(self, place: int) -> int | None:
        """The first token of the verb "have been reported" before a trigger; None where no form of be stands there."""
        bits = self.clause.bits
        before = place - 1
        steps = 0
        while (
            before >= 0 and steps < 5 and bits[before] & (ADVERB | BRIDGE) and not bits[before] & (BE | COMMA)
        ):
            before -= 1
            steps += 1
        if before >= 0 and bits[before] & BE and not bits[before] & TRIGGER:
            return self._verb_start(before)
        return None

    def _verb_start(self, place: int) -> int:
        """The first token of the verb that holds `place`: its auxiliaries, and "are expected to" before them."""
        bits, words = self.clause.bits, self.clause.words
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
            if words[place] != "to" or raising < 1 or words[raising] not in self.wordbook.word("raising"):
                return place
            before = self._back(raising - 1, ADVERB)
            if before < 0 or not bits[before] & BE:
                return place
            place = before

    def _auxiliaries(self, place: int) -> int:
        before = self._back(place - 1, ADVERB)
        if before >= 0 and self.clause.bits[before] & (HAVE | MODAL | BE):
            return self._verb_start(before)
        return place

    def _shares_verb(self, place: int) -> int | None:
        """The trigger that "and (then)" joins to the verb that begins at `place`."""
        bits = self.clause.bits
        before = self._back(place - 1, ADVERB)
        joined = False
        while before >= 0 and bits[before] & (AND | COMMA | ADVERB):
            joined = True
            before -= 1
        return before if joined and before in self.subjects else None

    def _after_and(self, place: int, joints: int = AND | COMMA) -> bool:
        before = self._back(place - 1, ADVERB)
        return before >= 0 and bool(self.clause.bits[before] & joints)

    def _object_at(self, place: int) -> bool:
        """Does an object without a number begin here: "the mayor", "him"?"""
        bits = self.clause.bits[place]
        return bool(bits & (OBJECT | NATION)) or bool(bits & DETERMINER and not bits & ADVERB)

    def _number_of(self, place: int) -> bool:
        """ "the number of people killed"."""
        words = self.clause.words
        counting = self.wordbook.word("number_of")
        for before in range(place - 1, max(place - 5, 0), -1):
            if words[before] == "of":
                return words[before - 1] in counting
            if self.clause.bits[before] & (NUMBER | SIGNS | BE | HAVE):
                return False
        return False

    def _in_adjunct(self, phrase: Phrase, *, clausal: bool = False) -> bool:
        """Does a preposition stand before the phrase, so that it is no subject: "with 12 others"?

        `clausal`: a verb follows right away, so that "after" begins a clause ("days after 153 people died").
        """
        left, words = phrase.left, self.clause.words
        if left < 0 or not self.clause.bits[left] & PREPOSITION:
            return False
        if clausal and words[left] in self.wordbook.word("clausal"):
            return False
        return not self._collected(phrase)

    def _collected(self, phrase: Phrase) -> bool:
        """ "a batch of 200"."""
        left, words = phrase.left, self.clause.words
        return left > 0 and words[left] == "of" and words[left - 1] in self.wordbook.word("collective")

    def _parts(self) -> set[int]:
        """Where the phrases start that a word such as "including" makes parts."""
        parts = {phrase.start for phrase in self.phrases if phrase.parted}
        end = 0
        for place, bits in enumerate(self.clause.bits):
            if bits & (INCLUDING | PARTED) and place >= end:
                end = self._past_parts(place)
                parts.update(start for start in range(place, end) if start in self.by_start)
        return parts

    def _is_part(self, phrase: Phrase) -> bool:
        return phrase.start in self.parts

    def _is_object(self, index: int) -> bool:
        return any(reading.way in ("object", "event", "group") for reading in self.readings.get(index, ()))

    def _inside_noun(self, place: int) -> bool:
        """An adjective before a noun without a number, as in "killed a wounded soldier and two guards"."""
        return place + 1 < len(self.clause) and bool(self.clause.bits[place + 1] & PEOPLE)

    def _starts_clause(self, phrase: Phrase) -> bool:
        """Does a verb follow the phrase, so that it is the subject of the next clause?"""
        bits = self.clause.bits
        for place in range(phrase.end, min(phrase.end + 8, len(self.clause))):
            if bits[place] & (SAY | COMMA | STOP | BE | HAVE):
                if bits[place] & SAY and not bits[place] & TRIGGER:
                    return True
                break
        after = self._forward(phrase.end, ADVERB)
        return bool(bits[after] & (BE | HAVE | MODAL)) or (
            bool(bits[after] & TRIGGER) and after not in self.by_attribute
        )

    def _plain(self, start: int, end: int) -> bool:
        """Nothing but more words on the same noun: "members of the patrol"."""
        if start < end and not self.clause.bits[start] & (PREPOSITION | COMMA | OPEN | DASH):
            return False
        return not any(
            bits & (BE | HAVE | MODAL | STOP | SUBORDINATE | RELATIVE | TRIGGER)
            for bits in self.clause.bits[start:end]
        )

    def _back(self, place: int, bits: int) -> int:
        while (
            place >= 0 and self.clause.bits[place] & bits and not self.clause.bits[place] & (NUMBER | TRIGGER)
        ):
            place -= 1
        return place

    def _forward(self, place: int, bits: int) -> int:
        while place < len(self.clause) and self.clause.bits[place] & bits and place not in self.by_start:
            place += 1
        return place

    def _killed_and_injured(self, found: Found) -> int | None:
        """The second trigger of "killed and wounded", where both are said of the same number."""
        bits = self.clause.bits
        if not bits[found.place + 1] & AND:
            return None
        after = self._forward(found.place + 2, ADVERB)
        if not bits[after] & TRIGGER:
            return None
        mine = {trigger.measure for trigger in found.triggers}
        other = self.found.get(after)
        if other is None or after in self.by_attribute or found.place in self.by_attribute:
            return None
        theirs = {trigger.measure for trigger in other.triggers}
        if not (("killed" in mine and "injured" in theirs) or ("injured" in mine and "killed" in theirs)):
            return None
        before = self._back(found.place - 1, ADVERB)
        own = before + 1 in self.by_end or self._chain(found.place) is not None
        follows = self._forward(after + 1, ADVERB | DETERMINER | MORE | RANK) in self.by_start
        return None if own and follows else after

    def _note(
        self,
        index: int,
        trigger: Trigger,
        place: int,
        verb: int,
        sure: float,
        way: str,
        *,
        also: bool = False,
    ) -> None:
        phrase = self.phrases[index]
        sure *= trigger.weight
        if phrase.counts is Counts.UNKNOWN:
            sure *= 0.93
        reading = Reading(index, trigger.measure, place, verb, sure, way)
        known = self.readings.setdefault(index, [])
        for at, other in enumerate(known):
            if other.measure == reading.measure:
                if other.sure < sure:
                    known[at] = reading
                return
        background = [other for other in known if other.way == "beside" and other.place == phrase.end]
        if way == "subject" and background and reading.measure != "held":
            # "369 held in jails were released", "three wounded in the attack died": what came of them is news
            known[:] = [other for other in known if other.measure != "held"]
            known.append(reading)
        elif not known or also or any(other.way == "attribute" for other in known) or way == "attribute":
            known.append(reading)
        elif max(other.sure for other in known) < sure:
            known[:] = [reading]
