"""Measures, populations, places and vague words: what a figure may count, whom, where, and how vaguely."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workbench.core.quantity import Interval
from workbench.exceptions import InvalidData

OWN = "en"  # the language of the terms themselves, their labels and aliases


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted: killed, injured, held, rockets_fired.

    `accumulates`: the count can only grow (killed); otherwise it is a stock that can fall (held).
    `words` gives, by language, further words that announce the measure beside those of the language itself.
    `things` gives, by language, the nouns that it counts; where there are none, it counts people.
    `holds` names the measures whose people it counts as well (casualties hold the killed), `taken_for` those
    that a figure of it is often taken for.
    """

    id: str
    label: str
    unit: str
    accumulates: bool
    description: str = ""
    hotkey: str = ""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    things: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    holds: tuple[str, ...] = ()
    taken_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Population:
    """Whom a figure counts. `parents` are the wider populations that hold this one.

    `unspecific` marks words such as people and others, which an event may say the meaning of.
    `excludes` names populations that share no member with this one (civilians, combatants).
    `nation` marks the members of a nation or people, `home` is the place where they mostly are.
    `taken_for` names populations that are often meant by the same words (refugees, migrants).
    `translations` gives its words in other languages than the vocabulary's own, by BCP 47 code.
    """

    id: str
    label: str
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    unspecific: bool = False
    excludes: tuple[str, ...] = ()
    nation: bool = False
    home: str | None = None
    taken_for: tuple[str, ...] = ()
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words_in(self, language: str) -> tuple[str, ...]:
        """Its words in that language."""
        return (self.label, *self.aliases) if language == OWN else self.translations.get(language, ())


@dataclass(frozen=True, slots=True)
class Place:
    """Where. `within` names the places that hold this one; `iso` is its ISO 3166 code, where it has one.

    `translations` gives what it is called in some languages beside its names, which hold in all of them.
    """

    id: str
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    iso: str | None = None
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words_in(self, language: str) -> tuple[str, ...]:
        """What it is called in that language."""
        return (self.id, *self.aliases, *self.translations.get(language, ()))


@dataclass(frozen=True, slots=True)
class Wire:
    """A news agency whose reports others print, with the names under which it is credited."""

    id: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A vague amount: its words, and the two intervals that a profile reads in it."""

    words: tuple[str, ...]
    hard: Interval
    soft: Interval
    translations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words_in(self, language: str) -> tuple[str, ...]:
        """Its words in that language."""
        return self.words if language == OWN else self.translations.get(language, ())


@dataclass(frozen=True, slots=True)
class Profile:
    """A named, versioned way to read vague amounts."""

    name: str
    version: str
    words: tuple[VagueWord, ...]

    def reading(self, word: str) -> VagueWord | None:
        """The reading of "dozens", "several hundred"; None where the profile has none."""
        folded = " ".join(word.casefold().split())
        return next((vague for vague in self.words if folded in vague.words), None)


@dataclass(frozen=True)
class Vocabulary:
    """All terms that claims are normalised to, with their version.

    `credits` gives, by language, the words that stand before the name of a wire in a line of its own.
    """

    version: str
    measures: Mapping[str, Measure]
    populations: Mapping[str, Population]
    places: Mapping[str, Place]
    profile: Profile
    wires: Mapping[str, Wire] = field(default_factory=dict)
    credits: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def measure(self, measure_id: str) -> Measure:
        """Raises InvalidData that lists the measures there are."""
        try:
            return self.measures[measure_id]
        except KeyError:
            known = ", ".join(self.measures)
            raise InvalidData(f"unknown measure {measure_id!r}; known are {known}") from None

    def population_of(self, words: str, language: str = OWN) -> str | None:
        """The population with these words as id, label or alias (case and spaces folded), else None.

        Words of that language come before those of the vocabulary's own, which all languages may use.
        """
        folded = _folded(words)
        if language != OWN and (term := self._translated(language)[0].get(folded)):
            return term
        return self._population_words.get(folded)

    def place_of(self, words: str, language: str = OWN) -> str | None:
        """The place with these words as name or alias (case and spaces folded), else None; as above."""
        folded = _folded(words)
        if language != OWN and (place := self._translated(language)[1].get(folded)):
            return place
        return self._place_words.get(folded)

    def joint(self, first: str, second: str) -> str | None:
        """The population of those who are in both: palestinian_children of palestinians and children."""
        return self._joint.get(frozenset((first, second)))

    def populations_above(self, population: str) -> frozenset[str]:
        """All populations that hold this one, itself not counted."""
        return _above(population, {term.id: term.parents for term in self.populations.values()})

    def places_above(self, place: str) -> frozenset[str]:
        """All places that hold this one, itself not counted."""
        return _above(place, {term.id: term.within for term in self.places.values()})

    def _translated(self, language: str) -> tuple[dict[str, str], dict[str, str]]:
        """Populations and places by their words in that language."""
        found = self._translations.get(language)
        if found is None:
            populations, places = (
                {_folded(words): term.id for term in terms for words in term.translations.get(language, ())}
                for terms in (self.populations.values(), self.places.values())
            )
            found = self._translations[language] = (populations, places)
        return found

    @cached_property
    def _translations(self) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
        return {}

    @cached_property
    def _joint(self) -> dict[frozenset[str], str]:
        return {
            frozenset(term.parents): term.id for term in self.populations.values() if len(term.parents) == 2
        }

    @cached_property
    def _population_words(self) -> dict[str, str]:
        return {
            _folded(words): term.id
            for term in self.populations.values()
            for words in (term.id, term.label, *term.aliases)
        }

    @cached_property
    def _place_words(self) -> dict[str, str]:
        return {
            _folded(words): place.id for place in self.places.values() for words in (place.id, *place.aliases)
        }


def _folded(words: str) -> str:
    folded = " ".join(words.casefold().replace("_", " ").replace("’", "'").split())
    return folded.removeprefix("the ")  # "the Gaza Strip" is Gaza Strip


def _above(term: str, parents: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    above: set[str] = set()
    waiting = [term]
    while waiting:
        fresh = set(parents.get(waiting.pop(), ())) - above - {term}
        above |= fresh
        waiting.extend(fresh)
    return frozenset(above)
