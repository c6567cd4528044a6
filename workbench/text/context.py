"""What a sentence leaves to those around it: where it happened, and whom "the ministry" means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.core.article import Sentence
from workbench.core.claim import Modality
from workbench.core.event import Event
from workbench.text.clause import Clause, read_clause
from workbench.text.counted import Phrase
from workbench.text.origins import Attribution, choose_attribution, read_attributions, resolve
from workbench.text.places import PlaceMention, choose_place, read_places
from workbench.text.reading import Reading
from workbench.text.wordbook import PREPOSITION, Wordbook

_LOOK_BACK = 12  # sentences before, to find whom "the ministry" means
_PLACE_BACK = 3  # sentences before, to find where
_MOST_PLACES = 12  # of a sentence


@dataclass(slots=True)
class Said:
    """What a sentence says, read once."""

    clause: Clause
    places: list[PlaceMention]
    attributions: list[Attribution]
    meant: dict[int, str] = field(default_factory=dict)


class Context:
    """The sentences of an article, its title and event; a sentence is read when asked for, and once."""

    def __init__(
        self, sentences: Sequence[Sentence], wordbook: Wordbook, title: str | None, event: Event | None
    ) -> None:
        self.sentences = sentences
        self.wordbook = wordbook
        self.title = title
        self.event = event
        self.read: dict[int, Said] = {}

    def said_in(self, index: int, clause: Clause | None = None) -> Said:
        said = self.read.get(index)
        if said is None:
            text = self.sentences[index].text
            if clause is None:
                clause = read_clause(text, (), self.wordbook)
            said = Said(clause, read_places(text, self.wordbook), read_attributions(clause, self.wordbook))
            self.read[index] = said
        return said

    def origin_of(self, index: int, said: Said, phrase: Phrase) -> tuple[str | None, str | None]:
        attribution = choose_attribution(said.attributions, phrase.start)
        if attribution is None:
            return None, None
        if not attribution.vague:
            return attribution.name, attribution.text
        meant = said.meant.get(attribution.verb)
        if meant is None:
            meant = resolve(attribution, self._earlier(index, attribution), self.wordbook)
            said.meant[attribution.verb] = meant
        return meant, attribution.text

    def _earlier(self, index: int, attribution: Attribution) -> Iterator[Attribution]:
        """Those named before, the latest first; read only when somebody asks."""
        here = self.said_in(index).attributions
        place = bisect_left(here, attribution.verb, key=lambda one: one.verb)
        yield from reversed(here[max(0, place - _LOOK_BACK) : place])
        for before in range(index - 1, max(index - 1 - _LOOK_BACK, -1), -1):
            yield from reversed(self.said_in(before).attributions[-_LOOK_BACK:])

    def place_of(
        self,
        index: int,
        said: Said,
        phrase: Phrase,
        reading: Reading,
        population: str | None,
        modality: Modality,
    ) -> tuple[str | None, str | None]:
        clause = said.clause
        start = clause.starts[phrase.start]
        verb = clause.starts[reading.place]
        released = reading.measure == "released"
        mention = choose_place(said.places, start, verb, self.wordbook, released=released)
        agent = self._agent(said, reading) if released else None
        if agent is not None and (mention is None or mention.start < clause.starts[phrase.start]):
            return (agent.place, agent.text) if modality.is_evidence else (None, None)
        if mention is not None and (modality.is_evidence or mention.start >= start):
            return mention.place, mention.text
        if not modality.is_evidence and self.wordbook.word("there").isdisjoint(clause.words):
            return None, None
        return self._place_around(index, population), None

    def _agent(self, said: Said, reading: Reading) -> PlaceMention | None:
        """The place that releases: "Israel releasing 240"."""
        at = said.clause.starts[min(reading.verb, reading.place)]
        aspect = self.wordbook.word("aspect")
        for mention in said.places:
            if mention.end <= at and not self.wordbook.bits.get(mention.preposition, 0) & PREPOSITION:
                between = said.clause.text[mention.end : at].lower().split()
                if all(word.strip("'’\"") in aspect for word in between):
                    return mention
        return None

    def _place_around(self, index: int, population: str | None) -> str | None:
        """Where a reader takes it to be: at the home of those counted, as before, or as of the event."""
        vocabulary = self.wordbook.vocabulary
        near: list[str] = []
        for before in range(index - 1, max(index - 1 - _PLACE_BACK, -1), -1):
            places = self.said_in(before).places[-_MOST_PLACES:]
            near.extend(mention.place for mention in reversed(places) if mention.place)
        term = vocabulary.populations.get(population) if population is not None else None
        nations = [term] if term else []
        nations += [
            vocabulary.populations[parent]
            for parent in (term.parents if term else ())
            if parent in vocabulary.populations
        ]
        for nation in nations:
            if nation.nation and nation.home is not None:
                known = self.event.places if self.event is not None else near
                if nation.home in known or (self.event is None and nation.home in self._mentioned(index)):
                    return nation.home
        prepositions = self.wordbook.word("place_in")
        for before in range(index, max(index - 1 - _PLACE_BACK, -1), -1):
            for mention in reversed(self.said_in(before).places[-_MOST_PLACES:]):
                if mention.place is not None and mention.preposition in prepositions:
                    return mention.place
        for attribution in self.said_in(index).attributions[:_MOST_PLACES]:  # "Gaza's Health Ministry"
            for mention in read_places(attribution.text, self.wordbook):
                if mention.place is not None:
                    return mention.place
        if self.title:
            for mention in read_places(self.title, self.wordbook):
                if mention.place is not None:
                    return mention.place
        if self.event is not None and len(self.event.places) == 1:
            return self.event.places[0]
        return None

    def _mentioned(self, index: int) -> set[str]:
        return {
            mention.place
            for before in range(max(index - _PLACE_BACK, 0), index + 1)
            for mention in self.said_in(before).places[-_MOST_PLACES:]
            if mention.place is not None
        }
