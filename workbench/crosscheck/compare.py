"""Evidence to comparisons: which claims form a series, and which series have to do with each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from workbench.core.claim import Scope
from workbench.core.period import Period
from workbench.crosscheck.annotators import Disagreement
from workbench.crosscheck.comparison import Comparison, Part
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import Series, SeriesKey
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.starts import agreeing_starts
from workbench.crosscheck.terms import Terms


def comparisons(
    evidence: Sequence[Evidence],
    disagreements: Iterable[Disagreement],
    *,
    terms: Terms,
    settings: CheckSettings,
) -> Iterator[Comparison]:
    """Everything that has to be looked at, each pair of claims once. A claim without event is in none."""
    series, parts = group(evidence, series_keys(evidence), settings)
    yield from related(series, parts, terms=terms, settings=settings)
    for disagreement in disagreements:
        yield Comparison(terms=terms, settings=settings, disagreement=disagreement)


def related(
    series: Mapping[SeriesKey, Series],
    parts: Mapping[SeriesKey, Sequence[Part]],
    *,
    terms: Terms,
    settings: CheckSettings,
) -> Iterator[Comparison]:
    """Each series, with its stated parts and all others that have to do with it."""
    neighbours = _Neighbours(series, terms)
    for key in (*series, *(key for key in parts if key not in series)):
        found = series.get(key)
        yield Comparison(
            terms=terms,
            settings=settings,
            key=key,
            series=found,
            parts=parts.get(key, ()),
            narrower=neighbours.narrower.get(key, ()) if found else (),
            methods=neighbours.methods(key) if found else (),
            terms_apart=neighbours.terms_apart(key) if found else (),
            phases=neighbours.phases(key) if found else (),
        )


def wider_keys(key: SeriesKey, terms: Terms) -> Iterator[SeriesKey]:
    """The series that would hold this one, whether there are such or not."""
    for population, place in wider_terms(key.population, key.place, terms):
        yield key._replace(population=population, place=place)


def wider_terms(
    population: str | None, place: str | None, terms: Terms
) -> list[tuple[str | None, str | None]]:
    """Whom and where the series counts that would hold one of this population and place."""
    populations = (population, *sorted(terms.wider_populations(population)))
    places = (place, *sorted(terms.wider_places(place)))
    return list(product(populations, places))[1:]


def mistaken_keys(key: SeriesKey, terms: Terms) -> Iterator[SeriesKey]:
    """The series that this one is often taken for. Of a pair, only the one whose term comes first says so."""
    for measure, population in mistaken_terms(key.measure, key.population, terms):
        yield key._replace(measure=measure, population=population)


def mistaken_terms(measure: str, population: str | None, terms: Terms) -> list[tuple[str, str | None]]:
    """Measure and population of the series that one of these is often taken for, as in mistaken_keys."""
    others = [(other, population) for other in terms.measures_taken_for(measure)]
    others += [(measure, other) for other in terms.populations_taken_for(population)]
    return [other for other in others if (measure, population or "") < (other[0], other[1] or "")]


def series_keys(evidence: Iterable[Evidence]) -> dict[str, SeriesKey]:
    """The series of each claim with an event, by id of the claim."""
    stated = {claim.id: stated_key(claim, claim.event) for claim in evidence if claim.event is not None}
    agreed = agreed_keys(stated.values())
    return {name: agreed[key] for name, key in stated.items()}


def stated_key(claim: Evidence, event: str) -> SeriesKey:
    """What a claim of the event says that it counts, with the start as stated."""
    return SeriesKey(
        event, claim.measure, claim.population, claim.place, claim.scope, claim.start, claim.method
    )


def agreed_keys(stated: Iterable[SeriesKey]) -> dict[SeriesKey, SeriesKey]:
    """The series of each key: starts that agree at the coarser of their precisions are one."""
    keys = dict.fromkeys(stated)
    starts: dict[tuple[str, Scope | None], set[Period]] = defaultdict(set)
    for key in keys:
        if key.start is not None:
            starts[key.event, key.scope].add(key.start)
    agreeing = {frame: agreeing_starts(found) for frame, found in starts.items()}
    return {
        key: key if key.start is None else key._replace(start=agreeing[key.event, key.scope][key.start])
        for key in keys
    }


def group(
    evidence: Sequence[Evidence], keys: Mapping[str, SeriesKey], settings: CheckSettings
) -> tuple[dict[SeriesKey, Series], dict[SeriesKey, list[Part]]]:
    """The series, and by the series of their wholes the stated parts."""
    by_id = {claim.id: claim for claim in evidence}
    members: dict[SeriesKey, list[Evidence]] = defaultdict(list)
    parts: dict[SeriesKey, list[Part]] = defaultdict(list)
    for claim in evidence:
        key = keys.get(claim.id)
        if key is None:
            continue
        whole = by_id.get(claim.claim.part_of) if claim.claim.part_of else None
        if whole is not None and whole.event == claim.event:
            parts[keys[whole.id]].append(Part(claim, whole))
        # A part whose terms do not tell it apart from its whole is no figure of the series of the whole.
        told_apart = whole is None or keys.get(whole.id) != key
        if claim.last is not None and told_apart:
            members[key].append(claim)
    series = {
        key: Series(
            key, sorted(claims, key=lambda claim: (claim.first, claim.last, claim.id)), settings.as_of_days
        )
        for key, claims in members.items()
    }
    return series, parts


class _Neighbours:
    """Series that differ from another in one respect, each kind found by a lookup and not by pairs."""

    def __init__(self, series: Mapping[SeriesKey, Series], terms: Terms) -> None:
        self._series = series
        self._terms = terms
        self.narrower: dict[SeriesKey, list[Series]] = defaultdict(list)
        self._methods: dict[SeriesKey, list[SeriesKey]] = defaultdict(list)
        self._phases: dict[SeriesKey, list[SeriesKey]] = defaultdict(list)
        for key, found in series.items():
            self._methods[key._replace(method=None)].append(key)
            if key.scope is Scope.CUMULATIVE:
                self._phases[key._replace(start=None)].append(key)
            for wider in wider_keys(key, terms):
                if wider in series:
                    self.narrower[wider].append(found)
        for alike in self._methods.values():
            alike.sort(key=lambda key: key.method or "")
        for alike in self._phases.values():
            # An event that is not on file starts before whatever is counted from a day of its own.
            alike.sort(key=lambda key: key.start.first if key.start else date.min)

    def methods(self, key: SeriesKey) -> list[Series]:
        return self._from_first(key, self._methods[key._replace(method=None)])

    def phases(self, key: SeriesKey) -> list[Series]:
        return self._from_first(key, self._phases.get(key._replace(start=None), []))

    def _from_first(self, key: SeriesKey, alike: Sequence[SeriesKey]) -> list[Series]:
        several = len(alike) > 1 and alike[0] == key
        return [self._series[other] for other in alike] if several else []

    def terms_apart(self, key: SeriesKey) -> list[Series]:
        others = mistaken_keys(key, self._terms)
        return [self._series[other] for other in others if other in self._series]
