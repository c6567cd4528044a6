"""What has been counted so far in a sentence, and by which verb: what a later verb may share."""

from __future__ import annotations

from workbench.languages.claims import Trigger
from workbench.text.counted import Counts
from workbench.text.reading import ELLIPSIS, FAR_SUBJECT, LISTED, SUBJECT, Reading
from workbench.text.subjects import subject_before, with_farther, with_list
from workbench.text.walk import Walk
from workbench.text.wordbook import ADVERB, AND, COMMA, PREPOSITION, QUANTITY, STOP


class Noted:
    """The readings of each phrase. A verb is known by its trigger's last token.

    `passive` gives the first token of a verb, auxiliaries included, `subjects` the phrases it was said of.
    """

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.readings: dict[int, list[Reading]] = {}
        self.passive: dict[int, int] = {}
        self.subjects: dict[int, list[int]] = {}

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
        if way in ("subject", "event") and background and reading.measure != "held":
            # "369 held in jails were released", "three wounded in the attack died": what came of them is news
            known[:] = [other for other in known if other.measure != "held"]
            known.append(reading)
        elif way == "beside" and place == phrase.end and any(other.way == "object" for other in known):
            return  # "is holding 14 engineers seized in March": how they came there is background
        elif not known or also or any(other.way == "attribute" for other in known) or way == "attribute":
            known.append(reading)
        elif max(other.sure for other in known) < sure:
            known[:] = [reading]

    def subject(self, start: int, first: int, last: int, trigger: Trigger) -> None:
        """Those of whom the verb that begins at `start` is said."""
        shared = self.shares_verb(start)
        index, near = subject_before(
            self.walk,
            self.readings,
            start,
            trigger,
            elliptical=shared is not None or self.walk.after_and(start, AND),
        )
        if index is None:
            if shared is not None:
                self.again(first, last, trigger, shared)
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

    def ellipsis(self, first: int, last: int, trigger: Trigger) -> bool:
        """ "were beaten and then arrested": the second verb shares the subject of the first."""
        shared = self.shares_verb(first)
        if shared is not None:
            return self.again(first, last, trigger, shared)
        if self.walk.after_and(first) and (
            self.walk.clause.bits[last + 1] & (PREPOSITION | STOP | COMMA | QUANTITY)
            or last + 1 == len(self.walk.clause)
            or self.walk.thing_at(last + 1)  # "and released two days later"
        ):
            index, _ = subject_before(self.walk, self.readings, first, trigger, elliptical=True)
            if index is not None:
                self.subjects[last], self.passive[last] = [index], first
                for one in with_list(self.walk, self.readings, index, trigger):
                    self.note(one, trigger, first, first, ELLIPSIS, "ellipsis", also=True)
                return True
        return False

    def again(self, first: int, last: int, trigger: Trigger, shared: int) -> bool:
        self.subjects[last] = self.subjects.get(shared, [])
        self.passive[last] = self.passive.get(shared, first)
        for one in self.subjects[last]:
            if self.walk.fits(self.walk.phrases[one], trigger):
                self.note(one, trigger, first, self.passive[last], ELLIPSIS, "ellipsis", also=True)
        return True

    def shares_verb(self, place: int) -> int | None:
        """The trigger that "and (then)" joins to the verb that begins at `place`."""
        bits = self.walk.clause.bits
        before = self.walk.back(place - 1, ADVERB)
        joined = False
        while before >= 0 and bits[before] & (AND | COMMA | ADVERB):
            joined = True
            before -= 1
        return before if joined and before in self.subjects else None
