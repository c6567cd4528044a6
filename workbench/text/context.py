"""What a sentence leaves to those around it: where it happened, and whom "the ministry" means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.core.article import Sentence
from workbench.core.claim import Modality
from workbench.core.event import Event
from workbench.text.attributions import read_attributions
from workbench.text.clause import Clause, read_clause
from workbench.text.counted import Phrase
from workbench.text.origins import choose_attribution, points_only, resolve
from workbench.text.places import PlaceMention, choose_place, read_places
from workbench.text.reading import Reading
from workbench.text.scopes import EVENT
from workbench.text.speakers import Attribution
from workbench.text.wordbook import AND, COMMA, NUMBER, PREPOSITION, SAY, STOP, TRIGGER, Wordbook

_LOOK_BACK = 12  # sentences before, to find whom "the ministry" means
_PLACES_BACK = 4  # places before a figure, of which one may be its own
_PLACE_BACK = 3  # sentences before, to find where
_OPENS = 4  # tokens between "in Bukavu" and its figure
_MOST_PLACES = 12  # of a sentence
_LONGEST_ASPECT = 60  # characters


TITLE, HOME = "context: title", "context: home of the population"


class Where(NamedTuple):
    """A place, its words where the sentence itself says it, and what says so.

    That is offsets of the article, end exclusive, or a word.
    """

    place: str | None
    text: str | None
    by: tuple[int, int] | str | None


NOWHERE = Where(None, None, None)


class Speaker(NamedTuple):
    """A name, the words as printed, and what says so; no name is the outlet's own word, or is not told.

    Of "it" and "the ministry", `named_at` are the offsets of the article where the name stands that is meant.
    """

    name: str | None
    text: str | None
    by: Attribution | None
    named_at: tuple[int, int] | None


NOBODY = Speaker(None, None, None, None)


class Said:
    """What a sentence says of places and speakers, each read when asked for, and once."""

    def __init__(self, text: str, wordbook: Wordbook, clause: Clause | None = None) -> None:
        self.text = text
        self.wordbook = wordbook
        self._clause = clause
        self._places: list[PlaceMention] | None = None
        self._attributions: list[Attribution] | None = None
        self._paired: dict[int, PlaceMention] | None = None
        self.meant: dict[int, tuple[str | None, tuple[int, int] | None]] = {}

    # functools.cached_property would take a lock each time

    @property
    def clause(self) -> Clause:
        if self._clause is None:
            self._clause = read_clause(self.text, (), self.wordbook)
        return self._clause

    @property
    def places(self) -> list[PlaceMention]:
        if self._places is None:
            self._places = read_places(self.text, self.wordbook)
        return self._places

    @property
    def attributions(self) -> list[Attribution]:
        if self._attributions is None:
            self._attributions = read_attributions(self.clause, self.wordbook)
        return self._attributions

    @property
    def paired(self) -> dict[int, PlaceMention]:
        """By the token of a number the place that "respectively" gives it: "12 and 7 in Homs and Hama"."""
        if self._paired is None:
            self._paired = {}
            if not self.wordbook.word("respectively").isdisjoint(self.clause.words):
                numbers, places = sorted(self.clause.numbers), _listed(self.places, self.wordbook)
                if len(numbers) == len(places):
                    self._paired = dict(zip(numbers, places, strict=True))
        return self._paired


def _listed(places: Sequence[PlaceMention], wordbook: Wordbook) -> list[PlaceMention]:
    """The first places that are named in one list."""
    found: list[PlaceMention] = []
    for mention in places:
        joined = wordbook.bits.get(mention.preposition, 0) & (AND | COMMA)
        if found and not joined:
            break
        if found or mention.preposition in wordbook.word("place_in"):
            found.append(mention)
    return found


class Context:
    """The sentences of an article, its title and event."""

    def __init__(
        self, sentences: Sequence[Sentence], wordbook: Wordbook, title: str | None, event: Event | None
    ) -> None:
        self.sentences = sentences
        self.wordbook = wordbook
        self.title = title
        self.event = event
        self.read: dict[int, Said] = {}

    def said_in(self, index: int, clause: Clause | None = None) -> Said:
        """What the sentence of that index says; those too far back to be asked for are forgotten."""
        said = self.read.get(index)
        if said is None or (clause is not None and said.clause is not clause):
            said = Said(self.sentences[index].text, self.wordbook, clause)
            self.read[index] = said
            if len(self.read) > 2 * _LOOK_BACK:
                self.read = {place: kept for place, kept in self.read.items() if place >= index - _LOOK_BACK}
        return said

    def origin_of(self, index: int, said: Said, phrase: Phrase) -> Speaker:
        """Who is said to say so."""
        by = choose_attribution(said.attributions, phrase.start)
        if by is None:
            return NOBODY
        if not by.vague:
            return Speaker(by.name, by.text, by, None)
        if by.verb not in said.meant:
            meant = resolve(by, self._earlier(index, said, by), self.wordbook)
            if meant is not None:
                before, one = meant
                said.meant[by.verb] = one.name, self._tokens(before, one.start, one.end)
            else:
                said.meant[by.verb] = None if points_only(by, self.wordbook) else by.name, None
        name, named_at = said.meant[by.verb]
        return Speaker(name, by.text, by, named_at)

    def _tokens(self, index: int, start: int, end: int) -> tuple[int, int]:
        """Where these tokens of a sentence stand in the article."""
        offset, clause = self.sentences[index].start, self.said_in(index).clause
        return offset + clause.starts[start], offset + clause.ends[end - 1]

    def _earlier(self, index: int, said: Said, attribution: Attribution) -> Iterator[tuple[int, Attribution]]:
        """Those named before, the latest first, each with its sentence."""
        here = said.attributions
        place = bisect_left(here, attribution.verb, key=lambda one: one.verb)
        for one in reversed(here[max(0, place - _LOOK_BACK) : place]):
            yield index, one
        for before in range(index - 1, max(index - 1 - _LOOK_BACK, -1), -1):
            for one in reversed(self.said_in(before).attributions[-_LOOK_BACK:]):
                yield before, one

    def place_of(
        self,
        index: int,
        said: Said,
        phrase: Phrase,
        reading: Reading,
        population: str | None,
        modality: Modality,
    ) -> Where:
        """Where, with the words as printed; the words are None where the sentence itself does not say.

        What is no evidence (a demand, a draft) happened nowhere, unless its own words name a place.
        """
        clause = said.clause
        start = clause.starts[phrase.start]
        released = reading.measure == "released"
        leaving = released or reading.measure == "missing"
        if (paired := said.paired.get(phrase.start)) is not None:
            return Where(paired.place, paired.text, self._span(index, paired))
        mention = choose_place(
            said.places, start, clause.starts[reading.place], self.wordbook, leaving=leaving
        )
        if mention is not None and mention.start > start:
            mention = self._own_place(said, start, mention)
        agent = self._agent(said, reading) if released else None
        if agent is not None and (mention is None or mention.start < start):
            return (
                Where(agent.place, agent.text, self._span(index, agent)) if modality.is_evidence else NOWHERE
            )
        if mention is not None and (modality.is_evidence or mention.start >= start):
            return Where(mention.place, mention.text, self._span(index, mention))
        if not modality.is_evidence and self.wordbook.word("there").isdisjoint(clause.words):
            return NOWHERE
        home = self._home(index, population)
        return Where(home, None, HOME) if home is not None else self._place_around(index, said)

    def _own_place(self, said: Said, start: int, behind: PlaceMention) -> PlaceMention:
        """ "In Idlib 12 died, and nine in Hama": a place behind another clause's figure is that figure's."""
        prepositions = self.wordbook.word("place_in")
        place = bisect_left(said.places, start, key=lambda mention: mention.start)
        nearest = reversed(said.places[max(0, place - _PLACES_BACK) : place])
        before = next((one for one in nearest if one.preposition in prepositions), None)
        if before is None:
            return behind
        starts, bits = said.clause.starts, said.clause.bits
        first, figure = bisect_left(starts, before.start), bisect_left(starts, start)
        if any(here & SAY and not here & TRIGGER for here in bits[first:figure]):
            return behind  # "officials in Kyiv said"
        at = bisect_left(starts, behind.start)
        if bits[at - 2] & AND and any(here & NUMBER for here in bits[at + 1 : at + _OPENS]):
            return before  # "and in Bukavu another 300"
        between = bits[figure + 1 : at]
        sign = next((place for place, here in enumerate(between) if here & (COMMA | STOP)), len(between))
        return before if any(here & NUMBER for here in between[sign:]) else behind

    def _span(self, index: int, mention: PlaceMention) -> tuple[int, int]:
        offset = self.sentences[index].start
        return offset + mention.start, offset + mention.end

    def _agent(self, said: Said, reading: Reading) -> PlaceMention | None:
        """The place that releases: "Israel releasing 240"."""
        at = said.clause.starts[min(reading.verb, reading.place)]
        aspect = self.wordbook.word("aspect")
        place = bisect_left(said.places, at, key=lambda mention: mention.start)
        for mention in reversed(said.places[max(0, place - 2) : place]):
            if not self.wordbook.bits.get(mention.preposition, 0) & PREPOSITION:
                between = said.clause.text[mention.end : at][:_LONGEST_ASPECT].lower().split()
                if all(word.strip("'’\"") in aspect for word in between):
                    return mention
        return None

    def _home(self, index: int, population: str | None) -> str | None:
        """ "Seven Israelis were killed": at home, where the event takes place there or it was just named."""
        populations = self.wordbook.vocabulary.populations
        if population is None or population not in populations:
            return None
        term = populations[population]
        for nation in (term, *(populations[parent] for parent in term.parents if parent in populations)):
            if nation.home is not None:
                named = self.event.places if self.event is not None else self._named_around(index)
                return nation.home if nation.home in named else None
        return None

    def _place_around(self, index: int, said: Said) -> Where:
        """As in the sentences before, the speaker's name ("Gaza's Ministry"), the title, the event."""
        prepositions = self.wordbook.word("place_in")
        for before in range(index, max(index - 1 - _PLACE_BACK, -1), -1):
            for mention in reversed(self.said_in(before).places[-_MOST_PLACES:]):
                if mention.place is not None and mention.preposition in prepositions:
                    return Where(mention.place, None, self._span(before, mention))
        for attribution in said.attributions[:_MOST_PLACES]:
            offset = self.sentences[index].start + said.clause.starts[attribution.start]
            for mention in read_places(attribution.text, self.wordbook):
                if mention.place is not None and mention.text != attribution.name:  # "Israel says"
                    return Where(mention.place, None, (offset + mention.start, offset + mention.end))
        for mention in read_places(self.title, self.wordbook) if self.title else ():
            if mention.place is not None:
                return Where(mention.place, None, TITLE)
        if self.event is not None and len(self.event.places) == 1:
            return Where(self.event.places[0], None, EVENT)
        return NOWHERE

    def _named_around(self, index: int) -> set[str]:
        return {
            mention.place
            for before in range(max(index - _PLACE_BACK, 0), index + 1)
            for mention in self.said_in(before).places[-_MOST_PLACES:]
            if mention.place is not None
        }
