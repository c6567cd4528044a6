"""Which numbers count what: triggers look for their numbers within their clause."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.languages.claims import Form, Trigger
from workbench.text.background import recurs, without_background
from workbench.text.clause import Clause, Found
from workbench.text.counted import Counts, Phrase
from workbench.text.exchanges import note_other_side
from workbench.text.gaps import killed_and_injured, read_gaps, read_pairs
from workbench.text.inversion import read_inverted, read_toll_before, verbal_forms
from workbench.text.noted import Noted
from workbench.text.objects import objects_at
from workbench.text.parts import read_parts
from workbench.text.predicates import note_of_those
from workbench.text.reading import (
    ATTRIBUTE,
    BESIDE,
    EVENT_OF,
    LISTED,
    OBJECT_OF,
    SUBJECT,
    Reading,
)
from workbench.text.subjects import with_list
from workbench.text.tolls import has_moved, note_label, note_toll
from workbench.text.walk import Walk
from workbench.text.wordbook import (
    ADVERB,
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
    PRONOUN,
    RANK,
    RELATIVE,
    STOP,
    TRIGGER,
    Wordbook,
)

# Sets of forms, made once.
_TOLL_ALONE, _INTRANSITIVE_ALONE = frozenset({Form.TOLL}), frozenset({Form.INTRANSITIVE})
_COUNTED = frozenset({Form.TOLL, Form.NOUN})
_VERBS = frozenset({Form.PARTICIPLE, Form.ACTIVE})
_DONE_TO = _VERBS | {Form.ADJECTIVE, Form.NOUN}
_BEHIND_BE = frozenset({Form.PARTICIPLE, Form.STATE, Form.ADJECTIVE, Form.NOUN})
_BESIDE = _BEHIND_BE | _INTRANSITIVE_ALONE


def read_measures(clause: Clause, phrases: list[Phrase], wordbook: Wordbook) -> list[Reading]:
    """What the triggers of a clause count, parts joined to their wholes, in the order of the phrases."""
    reader = _Reader(Walk(clause, phrases, wordbook))
    if not wordbook.word("respectively").isdisjoint(clause.words):
        read_pairs(reader.walk, clause.found, reader.noted.note, reader.done)
    for found in clause.found:
        reader.read(found)
    noted = reader.noted.readings
    noted.update(read_gaps(reader.walk, noted))
    readings = [
        reading
        for index in sorted(noted)
        for reading in without_background(noted[index], wordbook)
        if not recurs(clause, max(reading.place + 1, phrases[index].end))
    ]
    return read_parts(clause, phrases, readings, reader.walk.parts, wordbook)


class _Reader:
    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.noted = Noted(walk)
        self.found = {found.place: found for found in walk.clause.found}
        self.done: set[int] = set()

    # one trigger

    def read(self, found: Found) -> None:
        place = found.place
        if place in self.done:
            return
        merged = killed_and_injured(self.walk, self.found, found)
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
        if note_label(self.noted, first, last, trigger):
            return
        inverts = self.walk.wordbook.claims.subject_follows
        if inverts and not forms.isdisjoint(_COUNTED) and read_toll_before(self.noted, first, trigger):
            return
        if (forms == _TOLL_ALONE or self.walk.number_of(first) is not None) and (
            note_toll(self.noted, first, last, trigger) or forms == _TOLL_ALONE
        ):
            return
        if inverts:
            forms = verbal_forms(self.walk, first, forms)
            if read_inverted(self.noted, first, last, trigger, forms, far=False):
                return
        attributed = self.walk.by_attribute.get(first)
        if attributed is not None:
            self.noted.note(attributed, trigger, first, first, ATTRIBUTE, "attribute")
            return
        if self._group(first, last, trigger) or note_of_those(self.noted, first, last, trigger):
            return
        if self._beside(first, last, trigger, forms):
            return
        if Form.TOLL in forms and has_moved(self.walk, last) and note_toll(self.noted, first, last, trigger):
            return
        chain = self.walk.chain(first) if not forms.isdisjoint(_BEHIND_BE) else None
        if chain is not None:
            self.noted.passive[last] = chain
            self.noted.subject(chain, first, last, trigger)
            note_other_side(self.noted, first, last, chain, trigger)
            if self.walk.wordbook.claims.subject_follows and last not in self.noted.subjects:
                read_inverted(self.noted, first, last, trigger, forms, far=True)
            if self.walk.clause.words[last + 1] in self.walk.wordbook.word("company"):
                for index, _ in objects_at(self.walk, last + 2, trigger):  # "was taken along with two aides"
                    self.noted.note(index, trigger, first, chain, LISTED, "subject")
            if Form.EVENT in forms and self.walk.wordbook.ends_in(self.walk.clause.words[last], "exchange"):
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
                self.noted.note(index, trigger, first, first, LISTED, "group")
            return
        if not forms.isdisjoint(_VERBS) and self._active(first, last, trigger, forms):
            return
        if Form.INTRANSITIVE in forms:
            self.noted.subject(self.walk.auxiliaries(first), first, last, trigger)
            if self.walk.wordbook.claims.subject_follows and last not in self.noted.subjects:
                read_inverted(self.noted, first, last, trigger, forms, far=True)
        elif Form.PARTICIPLE in forms and not self.noted.ellipsis(first, last, trigger):
            bits = self.walk.clause.bits
            closes = last + 1 == len(self.walk.clause) or bits[last + 1] & (STOP | COMMA)
            if closes and not bits[first - 1] & DETERMINER:  # "39 held in prisons freed"
                self.noted.subject(first, first, last, trigger)

    # ways of reading

    def _beside(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "12 dead", "12 people killed": the phrase ends where the trigger begins."""
        if forms.isdisjoint(_BESIDE):
            return False
        before = self.walk.back(first - 1, ADVERB | BRIDGE)
        index = self.walk.by_end.get(before + 1)
        if index is None or not self.walk.fits(self.walk.phrases[index], trigger):
            return False
        if Form.INTRANSITIVE in forms:
            index = self.walk.divider_of(index)
        value = self.walk.phrases[index].value
        if (
            value is not None
            and value > 1
            and self.walk.clause.words[first] in self.walk.wordbook.word("singular")
        ):
            return False
        after = last + 1
        if forms <= _DONE_TO and Form.PARTICIPLE in forms:
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
        if forms == _INTRANSITIVE_ALONE or Form.NOUN not in forms:
            self.noted.subjects[last] = with_list(self.walk, self.noted.readings, index, trigger)
        else:
            self.noted.subjects[last] = (
                with_list(self.walk, self.noted.readings, index, trigger)
                if self.walk.phrases[index].counts
                else [index]
            )
        self.noted.passive[last] = first
        for one in self.noted.subjects[last]:
            self.noted.note(one, trigger, first, first, BESIDE if one == index else LISTED, "beside")
        return True

    def _group(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "Two were among those killed", "among the dead are two", "the wounded include three"."""
        words, bits, wordbook = self.walk.clause.words, self.walk.clause.bits, self.walk.wordbook
        if not first or not bits[first - 1] & (DETERMINER | PRONOUN) or bits[first - 1] & NUMBER:
            return False
        if first in self.walk.by_end:
            return False  # "three of the dead"
        before = first - 2
        of = before >= 0 and words[before] in wordbook.word("partitive")
        counted = self.walk.by_end.get(before) if of else None
        if counted is not None:
            phrase = self.walk.phrases[counted]
            if not self.walk.fits(phrase, trigger) or phrase.counts is Counts.UNKNOWN:
                return False
            self.noted.note(counted, trigger, first, first, SUBJECT, "counted")  # "three of the dead"
            return True
        if before >= 0 and words[before] in wordbook.word("among"):
            chain = self.walk.back(before - 1, ADVERB)
            if chain >= 0 and bits[chain] & BE:
                start = self.walk.verb_start(chain)
                self.noted.passive[last] = start
                self.noted.subject(start, first, last, trigger)
                return True
        after = self.walk.forward(last + 1, ADVERB)
        if bits[after] & (INCLUDE | BE):
            objects = objects_at(self.walk, after + 1, trigger, far=True, relatives=True)
            for index, direct in objects:
                self.noted.note(index, trigger, first, first, SUBJECT if direct else LISTED, "group")
            return bool(objects)
        return False

    def _event(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "the killing of 12", "in exchange for 240"."""
        words, bits, wordbook = self.walk.clause.words, self.walk.clause.bits, self.walk.wordbook
        after = last + 1
        if bits[after] & DASH:
            after = self.walk.past_group(after)
        if bits[after] & OPEN:
            after = self.walk.past_group(after)
        if wordbook.claims.adjective_endings and words[after] and not bits[after]:
            after += words[after + 1] in wordbook.word("partitive")  # "la liberación inmediata de 12"
        if words[after] in wordbook.word("partitive") or (
            words[after] in wordbook.word("harm_to") and wordbook.ends_in(words[last], "harm")
        ):
            after += 1
        elif not wordbook.ends_in(words[last], "leading"):
            return False
        objects = objects_at(self.walk, after, trigger, nominal=True)
        for index, direct in objects:
            self.noted.note(index, trigger, first, first, EVENT_OF if direct else LISTED, "event")
        return bool(objects)

    def _active(self, first: int, last: int, trigger: Trigger, forms: frozenset[Form]) -> bool:
        """ "killed 12", "has killed the mayor and two guards"."""
        bits = self.walk.clause.bits
        before = self.walk.back(first - 1, ADVERB)
        if before >= 0 and Form.PARTICIPLE not in forms and self.walk.is_article(before):
            return False  # "after the massacre, nobody"
        has = before >= 0 and bool(bits[before] & (HAVE | MODAL))
        sure_active = Form.ACTIVE in forms or has or (before >= 0 and bool(bits[before] & RELATIVE))
        if not (sure_active or self.walk.wordbook.claims.participles_act):
            left = self.walk.clause.bits[first - 1] if first else 0
            if not left & BRIDGE:  # "dejó heridas a seis mujeres"
                return False
        after = self.walk.forward(last + 1, ADVERB)
        after += self.walk.clause.words[after] in self.walk.wordbook.word("object_marker")
        direct = self.walk.by_start.get(self.walk.forward(after, DETERMINER | MORE | ADVERB | RANK))
        shared = self.noted.shares_verb(first)
        if direct is None and shared is not None and not self.walk.object_at(last + 1):
            return self.noted.again(first, last, trigger, shared)
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
            self.noted.note(index, trigger, first, start, OBJECT_OF if near else LISTED, "object")
        note_other_side(self.noted, first, last, start, trigger)
        return True
