"""Numbers the series of claims that are too many to be looked at one by one.

A frame is what claims say beside their figure and day; there are few of them, however many claims there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import permutations
from typing import NamedTuple

from workbench.core.claim import Claim, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.compare import agreed_keys, mistaken_terms, stated_key, wider_terms
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence, evidence_of
from workbench.crosscheck.origins import Origins
from workbench.crosscheck.series import SeriesKey, over_time
from workbench.crosscheck.terms import Terms
from workbench.exceptions import InvalidData

ALONE = -1  # the number of what is in no series
_NOT_ON_FILE = "\x00"  # an event that no file names
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
    """A claim that is said to be a part of another, with the series numbers that their frames alone give.

    `names`: the whole says whom it counts, so that its part is one of those.
    """

    part: str
    whole: str
    part_series: int
    whole_series: int
    names: bool = True


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
        return over_time(self.keys[number])

    def grows(self, number: int) -> bool:
        """May a part be tested against later wholes? (See excess_over_wider.)"""
        scope = self.keys[number].scope
        return (
            self.over_time(number) and not self.stocks[number] and scope in (Scope.CUMULATIVE, Scope.PERIOD)
        )

    def has_siblings(self) -> list[bool]:
        """Of each series, whether there is another that differs from it in method only."""
        found = [False] * len(self.keys)
        for family in self._families():
            for number in family:
                found[number] = True
        return found

    def visits(self, terms: Terms) -> Iterator[Visit]:
        """Every series that another one has to be looked at beside."""
        wider = cache(partial(wider_terms, terms=terms))
        mistaken = cache(partial(mistaken_terms, terms=terms))
        numbers = self._numbers
        for number, key in enumerate(self.keys):
            event, measure, population, place, scope, start, method = key
            for whom, where in wider(population, place):
                host = numbers.get(SeriesKey(event, measure, whom, where, scope, start, method))
                if host is not None:
                    yield Visit(host, number, True)
            for what, whom in mistaken(measure, population):
                guest = numbers.get(SeriesKey(event, what, whom, place, scope, start, method))
                if guest is not None:
                    yield Visit(number, guest, False)
        for family in self._families():
            for one, other in permutations(family, 2):
                yield Visit(one, other, False)

    def _families(self) -> list[list[int]]:
        """Numbers of series that differ in method only; at most one of each family states none."""
        families: dict[SeriesKey, list[int]] = {}
        for number, key in enumerate(self.keys):
            if key.method is not None:
                families.setdefault(key._replace(method=None), []).append(number)
        for plain, family in families.items():
            if (without := self._numbers.get(plain)) is not None:
                family.insert(0, without)
        return [family for family in families.values() if len(family) > 1]


def number_series(frames: Iterable[Frame], *, terms: Terms, events: Events) -> Numbered:
    """Raises InvalidData for an unknown measure."""
    nobody = Origins()
    brought: dict[Frame, Evidence] = {}
    stated: list[SeriesKey | None] = []
    stocks: list[bool] = []
    for frame in frames:
        # Nothing is known of an event that is not on file: what is said of one means the same of another.
        shape = frame if frame.event in events.events else frame._replace(event=frame.event and _NOT_ON_FILE)
        if (claim := brought.get(shape)) is None:
            claim = brought[shape] = evidence_of(shape.claim(), terms, events, nobody)
        stated.append(stated_key(claim, frame.event) if frame.event else None)
        stocks.append(claim.stock)
    agreed = agreed_keys(key for key in stated if key is not None)
    numbered = Numbered([], [], [])
    for key, stock in zip(stated, stocks, strict=True):
        numbered.of_frame.append(ALONE if key is None else numbered.number(agreed[key], stock=stock))
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
            named[link.part] = (
                _named(link.part_series, whole, numbered, terms) if link.names else link.part_series
            )
    return {link.part: Named(named[link.part], named.get(link.whole, link.whole_series)) for link in links}


def _named(part: int, whole: int, numbered: Numbered, terms: Terms) -> int:
    if ALONE in (part, whole):
        return part
    key, other = numbered.keys[part], numbered.keys[whole]
    if key.event != other.event or not key.population or not other.population:
        return part
    joined = terms.join(key.population, other.population)
    return numbered.number(key._replace(population=joined), stock=numbered.stocks[part])
