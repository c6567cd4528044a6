"""Which numbers count what: triggers look for their numbers within their clause."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.languages.claims import Form, Trigger
from workbench.text.clause import Clause, Found
from workbench.text.counted import Counts, Phrase
from workbench.text.gaps import read_gaps, read_pairs
from workbench.text.objects import objects_at
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
from workbench.text.subjects import subject_before, with_farther, with_list
from workbench.text.tolls import has_moved, toll_after
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
    AND,
    BE,
    BRIDGE,
    COMMA,
    DASH,
    DETERMINER,
    HAVE,
    INCLUDE,
    MODAL,
    MORE,
    NATION,
    NUMBER,
    OPEN,
    PEOPLE,
    PREPOSITION,
    PRONOUN,
    RANK,
    RELATIVE,
    STOP,
    TRIGGER,
    Wordbook,
)


def read_measures(clause: Clause, phrases: list[Phrase], wordbook: Wordbook) -> list[Reading]:
    """What the triggers of a clause count, parts joined to their wholes, in the order of the phrases."""
    reader = _Reader(Walk(clause, phrases, wordbook))
    if not wordbook.word("respectively").isdisjoint(clause.words):
        read_pairs(reader.walk, clause.found, reader.note, reader.done)
    for found in clause.found:
        reader.read(found)
    reader.readings.update(read_gaps(reader.walk, reader.readings))
    readings = [reading for index in sorted(reader.readings) for reading in reader.readings[index]]
    return read_parts(clause, phrases, readings, reader.walk.parts)


class _Reader:
    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.found = {found.place: found for found in walk.clause.found}
        self.readings: dict[int, list[Reading]] = {}
        self.passive: dict[int, int] = {}  # trigger place -> first token of its verb
        self.subjects: dict[int, list[int]] = {}  # trigger place -> the phrases it was said of
        self.done: set[int] = set()

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
            if trigger.unless and not trigger.unless.isdisjoint(self.walk.words):
                continue
            if trigger.needs and trigger.needs.isdisjoint(self.walk.words):
                continue
            yield trigger

    def _read(self, first: int, last: int, triggers: list[Trigger]) -> None:
        """`first` and `last` are one token, or the two of "killed and wounded"."""
        trigger, forms = triggers[0], triggers[0].forms
        for other in triggers[1:]:
            forms |= other.forms
            trigger = other if other.weight > trigger.weight else trigger
        if (forms == {Form.TOLL} or self.walk.number_of(first)) and (
            self._toll(first, last, trigger) or forms == {Form.TOLL}
        ):
            return
        attributed = self.walk.by_attribute.get(first)
        if attributed is not None:
            self.note(attributed, trigger, first, first, ATTRIBUTE, "attribute")
            return
        if self._group(first, last, trigger):
            return
        if self._beside(first, last, trigger, forms):
            return
        if Form.TOLL in forms and has_moved(self.walk, last) and self._toll(first, last, trigger):
            return
        chain = (
            self.walk.chain(first)
            if forms & {Form.PARTICIPLE, Form.STATE, Form.ADJECTIVE, Form.NOUN}
            else None
        )
        if chain is not None:
            self.passive[last] = chain
            self._subject(chain, first, last, trigger)
            if self.walk.clause.words[last + 1] in self.walk.wordbook.word("company"):
                for index, _ in objects_at(self.walk, last + 2, trigger):  # "was taken along with two aides"
                    self.note(index, trigger, first, chain, LISTED, "subject")
            if Form.EVENT in forms and self.walk.clause.words[last].endswith(" for"):
                self._event(first, last, trigger)
            return
        if Form.EVENT in forms and self._event(first, last, trigger):
            return
        if (
            Form.PARTICIPLE in forms
            and self.walk.clause.bits[last + 1] & BE
            and self.walk.back(first - 1, ADVERB) < 0
        ):
            for index, _ in objects_at(self.walk, last + 2, trigger):
                self.note(index, trigger, first, first, LISTED, "group")
            return
        if forms & {Form.PARTICIPLE, Form.ACTIVE} and self._active(first, last, trigger, forms):
            return
        if Form.INTRANSITIVE in forms:
            self._subject(self.walk.auxiliaries(first), first, last, trigger)
        elif Form.PARTICIPLE in forms and not self._ellipsis(first, last, trigger):
            bits = self.walk.clause.bits
            if last + 1 == len(self.walk.clause) or bits[last + 1] & (
                STOP | COMMA
            ):  # "39 held in prisons freed"
                self._subject(first, first, last, trigger)

    # ways of reading

    def _beside(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "12 dead", "12 people killed": the phrase ends where the trigger begins."""
        if not forms & {Form.NOUN, Form.ADJECTIVE, Form.STATE, Form.PARTICIPLE, Form.INTRANSITIVE}:
            return False
        before = self.walk.back(first - 1, ADVERB | BRIDGE)
        index = self.walk.by_end.get(before + 1)
        if index is None or not self.walk.fits(self.walk.phrases[index], trigger):
            return False
        after = last + 1
        if forms <= {Form.PARTICIPLE, Form.ADJECTIVE, Form.NOUN, Form.ACTIVE} and Form.PARTICIPLE in forms:
            if Form.NOUN not in forms and self.walk.object_at(after):
                return False
            following = self.walk.by_start.get(self.walk.forward(after, ADVERB | DETERMINER | MORE | RANK))
            if following is not None and following != index:
                then = self.walk.phrases[following]
                if (
                    self.walk.fits(then, trigger)
                    and not self.walk.clause.bits[then.end] & (TRIGGER | BE)
                    and then.attribute < 0
                ):
                    return False
        if forms == {Form.INTRANSITIVE} or Form.NOUN not in forms:
            self.subjects[last] = with_list(self.walk, self.readings, index, trigger)
        else:
            self.subjects[last] = (
                with_list(self.walk, self.readings, index, trigger)
                if self.walk.phrases[index].counts
                else [index]
            )
        self.passive[last] = first
        for one in self.subjects[last]:
            self.note(one, trigger, first, first, BESIDE if one == index else LISTED, "beside")
        return True

    def _group(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "Two were among those killed", "among the dead are two", "the wounded include three"."""
        words, bits = self.walk.clause.words, self.walk.clause.bits
        if not first or not bits[first - 1] & (DETERMINER | PRONOUN) or bits[first - 1] & NUMBER:
            return False
        if first in self.walk.by_end:
            return False  # "three of the dead"
        before = first - 2
        counted = self.walk.by_end.get(before) if before >= 0 and words[before] == "of" else None
        if counted is not None:
            phrase = self.walk.phrases[counted]
            if not self.walk.fits(phrase, trigger) or phrase.counts is Counts.UNKNOWN:
                return False
            self.note(counted, trigger, first, first, SUBJECT, "group")  # "three of the dead"
            return True
        if before >= 0 and words[before] in ("among", "amongst"):
            chain = self.walk.back(before - 1, ADVERB)
            if chain >= 0 and bits[chain] & BE:
                start = self.walk.verb_start(chain)
                self.passive[last] = start
                self._subject(start, first, last, trigger)
                return True
        after = self.walk.forward(last + 1, ADVERB)
        if bits[after] & (INCLUDE | BE):
            objects = objects_at(self.walk, after + 1, trigger, far=True, relatives=True)
            for index, direct in objects:
                self.note(index, trigger, first, first, SUBJECT if direct else LISTED, "group")
            return bool(objects)
        return False

    def _event(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "the killing of 12", "in exchange for 240"."""
        words, bits = self.walk.clause.words, self.walk.clause.bits
        after = last + 1
        if bits[after] & DASH:
            after = self.walk.past_group(after)
        if bits[after] & OPEN:
            after = self.walk.past_group(after)
        licensed = words[after] == "of" or (
            words[after] in ("to", "for") and words[last].endswith(("injury", "injuries"))
        )
        if licensed:
            after += 1
        elif not words[last].endswith((" of", " for", " to", " among")):
            return False
        objects = objects_at(self.walk, after, trigger)
        for index, direct in objects:
            self.note(index, trigger, first, first, EVENT_OF if direct else LISTED, "event")
        return bool(objects)

    def _active(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "killed 12", "has killed the mayor and two guards"."""
        bits = self.walk.clause.bits
        before = self.walk.back(first - 1, ADVERB)
        has = before >= 0 and bool(bits[before] & (HAVE | MODAL))
        sure_active = Form.ACTIVE in forms or has or (before >= 0 and bool(bits[before] & RELATIVE))
        after = self.walk.forward(last + 1, ADVERB)
        direct = self.walk.by_start.get(self.walk.forward(after, DETERMINER | MORE | ADVERB | RANK))
        shared = self._shares_verb(first)
        if direct is None and shared is not None and not self.walk.object_at(last + 1):
            return self._again(first, last, trigger, shared)
        objects = objects_at(
            self.walk,
            after,
            trigger,
            far=sure_active or bool(bits[after] & (DETERMINER | NATION | PEOPLE)) or not bits[after],
        )
        if not objects:
            return False
        start = self.walk.auxiliaries(first)
        for index, near in objects:
            self.note(index, trigger, first, start, OBJECT_OF if near else LISTED, "object")
        return True

    def _subject(self, start: int, first: int, last: int, trigger: Trigger) -> None:
        """Those of whom the verb that begins at `start` is said."""
        shared = self._shares_verb(start)
        index, near = subject_before(
            self.walk,
            self.readings,
            start,
            trigger,
            elliptical=shared is not None or self.walk.after_and(start, AND),
        )
        if index is None:
            if shared is not None:
                self._again(first, last, trigger, shared)
            return
        group = (
            with_list(self.walk, self.readings, index, trigger)
            if self.walk.phrases[index].counts
            else [index]
        )
        group += with_farther(self.walk, self.readings, index, group, start, trigger)
        self.subjects[last] = group
        for one in group:
            sure = (SUBJECT if near else FAR_SUBJECT) if one == index else LISTED
            self.note(one, trigger, first, start, sure, "subject")

    def _ellipsis(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "were beaten and then arrested": the second verb shares the subject of the first."""
        shared = self._shares_verb(first)
        if shared is not None:
            return self._again(first, last, trigger, shared)
        if self.walk.after_and(first) and (
            self.walk.clause.bits[last + 1] & (PREPOSITION | STOP | COMMA)
            or last + 1 == len(self.walk.clause)
        ):
            index, _ = subject_before(self.walk, self.readings, first, trigger, elliptical=True)
            if index is not None:
                self.subjects[last], self.passive[last] = [index], first
                for one in with_list(self.walk, self.readings, index, trigger):
                    self.note(one, trigger, first, first, ELLIPSIS, "ellipsis")
                return True
        return False

    def _again(self, first: int, last: int, trigger: Trigger, shared: int) -> bool:
        self.subjects[last] = self.subjects.get(shared, [])
        self.passive[last] = self.passive.get(shared, first)
        for one in self.subjects[last]:
            if self.walk.fits(self.walk.phrases[one], trigger):
                self.note(one, trigger, first, self.passive[last], ELLIPSIS, "ellipsis", also=True)
        return True

    def _toll(self, first: int, last: int, trigger: Trigger) -> bool:
        found = toll_after(self.walk, first, last)
        if found is not None:
            index, place, verb = found
            self.note(index, trigger, place, verb, TOLL, "toll")
        return found is not None

    def _shares_verb(self, place: int) -> int | None:
        """The trigger that "and (then)" joins to the verb that begins at `place`."""
        bits = self.walk.clause.bits
        before = self.walk.back(place - 1, ADVERB)
        joined = False
        while before >= 0 and bits[before] & (AND | COMMA | ADVERB):
            joined = True
            before -= 1
        return before if joined and before in self.subjects else None

    def _killed_and_injured(self, found: Found) -> int | None:
        """The second trigger of "killed and wounded", where both are said of the same number."""
        bits = self.walk.clause.bits
        if not bits[found.place + 1] & AND:
            return None
        after = self.walk.forward(found.place + 2, ADVERB)
        if not bits[after] & TRIGGER:
            return None
        mine = {trigger.measure for trigger in found.triggers}
        other = self.found.get(after)
        if other is None or after in self.walk.by_attribute or found.place in self.walk.by_attribute:
            return None
        theirs = {trigger.measure for trigger in other.triggers}
        if not (("killed" in mine and "injured" in theirs) or ("injured" in mine and "killed" in theirs)):
            return None
        before = self.walk.back(found.place - 1, ADVERB)
        own = before + 1 in self.walk.by_end or self.walk.chain(found.place) is not None
        follows = self.walk.forward(after + 1, ADVERB | DETERMINER | MORE | RANK) in self.walk.by_start
        return None if own and follows else after

    def note(
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
        phrase = self.walk.phrases[index]
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
