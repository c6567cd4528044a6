"""How the terms of two claims stand to each other: one inside the other, apart, or easily confused."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.core.vocabulary import Measure, Population, Vocabulary


class Terms:
    """The vocabulary, asked in the ways that the cross-check needs, with the answers kept."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._populations: dict[str, str] = {}
        self._places: dict[str, str] = {}
        self._above: dict[tuple[str, str], frozenset[str]] = {}
        self._joined: dict[tuple[str, str], str] = {}
        self._below: dict[frozenset[str], list[str]] | None = None
        self._mistaken_measures = _taken_both_ways(vocabulary.measures.values())
        self._mistaken_populations = _taken_both_ways(vocabulary.populations.values())

    def population(self, term: str | None, words: str | None) -> str | None:
        """The vocabulary's term, else the words: two unknown terms are one only where they agree."""
        given = term or words
        if not given or not given.strip():
            return None
        if given not in self._populations:
            self._populations[given] = self.vocabulary.population_of(given) or _folded(given)
        return self._populations[given]

    def place(self, term: str | None, words: str | None) -> str | None:
        """As for populations."""
        given = term or words
        if not given or not given.strip():
            return None
        if given not in self._places:
            self._places[given] = self.vocabulary.place_of(given) or _folded(given)
        return self._places[given]

    def is_unspecific(self, population: str | None) -> bool:
        """Nobody named, or a word such as people that an event may say the meaning of."""
        if population is None:
            return True
        term = self.vocabulary.populations.get(population)
        return term is not None and term.unspecific

    def join(self, part: str, whole: str) -> str:
        """The population of a stated part: "14 children" of Palestinians are Palestinian children.

        The vocabulary's term for both together, else one of their own that lies within both. Where the two
        cannot be joined (the part is wider, or shares no member with the whole), the part's term as it is.
        """
        if (part, whole) not in self._joined:
            self._joined[part, whole] = self._join(part, whole)
        return self._joined[part, whole]

    def _join(self, part: str, whole: str) -> str:
        if part == whole or whole in self.wider_populations(part):
            return part
        if part in self.wider_populations(whole) or self.exclude(part, whole):
            return part
        if self._below is None:
            self._below = {}
            for term in sorted(self.vocabulary.populations.values(), key=lambda term: term.id):
                self._below.setdefault(frozenset(term.parents), []).append(term.id)
        together = self._below.get(frozenset((part, whole)), [])
        if len(together) == 1:
            return together[0]
        joined = f"{part} of {whole}"
        above = {part, whole, *self.wider_populations(part), *self.wider_populations(whole)}
        self._above["population", joined] = frozenset(above)
        return joined

    def wider_populations(self, population: str | None) -> frozenset[str]:
        """All that hold this one, itself not counted."""
        key = ("population", population or "")
        if key in self._above:
            return self._above[key]
        if population is None or population not in self.vocabulary.populations:
            return frozenset()
        self._above[key] = self.vocabulary.populations_above(population)
        return self._above[key]

    def wider_places(self, place: str | None) -> frozenset[str]:
        """All that hold this one, itself not counted."""
        if place is None or place not in self.vocabulary.places:
            return frozenset()
        key = ("place", place)
        if key not in self._above:
            self._above[key] = self.vocabulary.places_above(place)
        return self._above[key]

    def exclude(self, one: str, other: str) -> bool:
        """Can the two populations have no member in common? Follows from any that hold them."""
        ones, others = {one, *self.wider_populations(one)}, {other, *self.wider_populations(other)}
        return self._excluded(ones) & others != set() or self._excluded(others) & ones != set()

    def _excluded(self, populations: set[str]) -> set[str]:
        known = self.vocabulary.populations
        return {out for name in populations if name in known for out in known[name].excludes}

    def measures_taken_for(self, measure: str) -> tuple[str, ...]:
        """Measures that a figure of this one may have been meant as, in either direction."""
        return self._mistaken_measures.get(measure, ())

    def populations_taken_for(self, population: str | None) -> tuple[str, ...]:
        """Populations that may be this one under another term or status, in either direction.

        A part and its whole, and populations that exclude each other, are none, whatever the vocabulary says.
        """
        if population is None:
            return ()
        return tuple(
            other
            for other in self._mistaken_populations.get(population, ())
            if other not in self.wider_populations(population)
            and population not in self.wider_populations(other)
            and not self.exclude(population, other)
        )

    def measure_holds(self, whole: str, part: str) -> bool:
        """Is whatever the part counts counted by the whole as well?"""
        return whole == part or part in self.vocabulary.measure(whole).holds


def _taken_both_ways(terms: Iterable[Measure | Population]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for term in terms:
        for other in term.taken_for:
            found[term.id] = (*found.get(term.id, ()), other)
            found[other] = (*found.get(other, ()), term.id)
    return found


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("_", " ").split())
