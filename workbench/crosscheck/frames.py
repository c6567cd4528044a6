"""Numbers the series of claims that are too many to be looked at one by one.

A frame is what claims say beside their figure and day; there are few of them, however many claims there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.core.claim import Claim, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.compare import mistaken_keys, series_keys, wider_keys
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import evidence_of
from workbench.crosscheck.origins import Origins
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.terms import Terms
from workbench.exceptions import InvalidData

ALONE = -1  # the number of what is in no series
_NONE = Quantity("", 0, Bound.EXACT, Interval(0, 0), Interval(0, 0))


class Frame(NamedTuple):
    """As written; an empty word is unknown. `population` and `place` are the term, else the words."""

    event: str
    measure: str
    population: str
    place: str
    scope: str
    since: str
    method: str
    reference: bool

    def claim(self, name: str = "", as_of: Period | None = None) -> Claim:
        """A claim that says all this and no more."""
        return Claim(
            id=name,
            measure=self.measure,
            quantity=_NONE,
            population=self.population or None,
            place=self.place or None,
            event=self.event or None,
            scope=Scope(self.scope) if self.scope else None,
            since=Period.parse(self.since) if self.since else None,
            as_of=as_of,
            method=self.method or None,
            reference=self.reference,
        )


class Link(NamedTuple):
    """A claim that is said to be a part of another, with the series numbers that their frames alone give."""

    part: str
    whole: str
    part_series: int
    whole_series: int


class Named(NamedTuple):
    """The series of a part and of its whole. Where the two are one, the part is no figure of it."""

    part: int
    whole: int

    @property
    def member(self) -> int:
        return ALONE if self.part == self.whole else self.part


class Visit(NamedTuple):
    """A series that has to be looked at beside another one, its host: as a `part` of it, or as mistaken for
    it."""

    host: int
    guest: int
    part: bool


@dataclass
class Numbered:
    """Series by number. `of_frame` is the series of each frame in turn, ALONE where its event is unknown.

    `stocks` says of each series whether its count can fall. `families` are series that differ in method only.
    """

    keys: list[SeriesKey]
    stocks: list[bool]
    of_frame: list[int]

    def __post_init__(self) -> None:
        self._numbers = {key: number for number, key in enumerate(self.keys)}

    def number(self, key: SeriesKey, *, stock: bool) -> int:
        found = self._numbers.get(key)
        if found is None:
            found = self._numbers[key] = len(self.keys)
            self.keys.append(key)
            self.stocks.append(stock)
        return found

    def over_time(self, number: int) -> bool:
        """Do figures of two days count from one start? (See Series.)"""
        key = self.keys[number]
        return not (key.scope is Scope.PERIOD and key.start is None)

    def grows(self, number: int) -> bool:
        """May a part be tested against later wholes? (See excess_over_wider.)"""
        scope = self.keys[number].scope
        return (
            self.over_time(number) and not self.stocks[number] and scope in (Scope.CUMULATIVE, Scope.PERIOD)
        )

    def has_siblings(self) -> list[bool]:
        """Of each series, whether there is another that differs from it in method only."""
        families: dict[SeriesKey, int] = {}
        alike = [key._replace(method=None) for key in self.keys]
        for key in alike:
            families[key] = families.get(key, 0) + 1
        return [families[key] > 1 for key in alike]

    def visits(self, terms: Terms) -> Iterator[Visit]:
        """Every series that another one has to be looked at beside."""
        families: dict[SeriesKey, list[int]] = {}
        for number, key in enumerate(self.keys):
            families.setdefault(key._replace(method=None), []).append(number)
            for wider in wider_keys(key, terms):
                if (host := self._numbers.get(wider)) is not None:
                    yield Visit(host, number, True)
            for other in mistaken_keys(key, terms):
                if (guest := self._numbers.get(other)) is not None:
                    yield Visit(number, guest, False)
        for family in families.values():
            for host in family if len(family) > 1 else ():
                for guest in family:
                    if guest != host:
                        yield Visit(host, guest, False)


def number_series(frames: Iterable[Frame], *, terms: Terms, events: Events) -> Numbered:
    """Raises InvalidData for an unknown measure."""
    nobody = Origins()
    evidence = [
        evidence_of(frame.claim(str(place)), terms, events, nobody) for place, frame in enumerate(frames)
    ]
    keys = series_keys(evidence)
    numbered = Numbered([], [], [])
    for claim in evidence:
        key = keys.get(claim.id)
        numbered.of_frame.append(ALONE if key is None else numbered.number(key, stock=claim.stock))
    return numbered


def name_parts(links: Sequence[Link], numbered: Numbered, terms: Terms) -> dict[str, Named]:
    """The series of each part, now that it is named by its whole, by the id of the part.

    Raises InvalidData for a claim that is a part of itself by way of others.
    """
    by_part = {link.part: link for link in links}
    named: dict[str, int] = {}
    for start in links:
        path: dict[str, Link] = {}
        at: Link | None = start
        while at is not None and at.part not in named:
            if at.part in path:
                message = f"claim {at.part!r}: part_of: it is a part of itself, in a cycle"
                raise InvalidData(message, fields={"part_of": ["cycle"]})
            path[at.part] = at
            at = by_part.get(at.whole)
        for link in reversed(path.values()):
            whole = named.get(link.whole, link.whole_series)
            named[link.part] = _named(link.part_series, whole, numbered, terms)
    return {link.part: Named(named[link.part], named.get(link.whole, link.whole_series)) for link in links}


def _named(part: int, whole: int, numbered: Numbered, terms: Terms) -> int:
    if ALONE in (part, whole):
        return part
    key, other = numbered.keys[part], numbered.keys[whole]
    if key.event != other.event or not key.population or not other.population:
        return part
    joined = terms.join(key.population, other.population)
    return numbered.number(key._replace(population=joined), stock=numbered.stocks[part])
