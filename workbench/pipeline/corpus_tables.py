"""What Python knows of the series of a corpus, as columns of small tables for an engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import pyarrow as pa

from workbench.crosscheck.frames import ALONE, Numbered
from workbench.crosscheck.terms import Terms
from workbench.engine.narrow import FALLS, GROWS, OVER_TIME, SIBLINGS, STOCK


def visits_of(numbered: Numbered, bounds: Mapping[int, tuple[int, int]], terms: Terms) -> dict[str, pa.Array]:
    """Which series have to be looked at beside which, but for those whose `bounds` leave nothing to find.

    `bounds` are the greatest lower and the least upper bound of a series, where they are known.
    """
    visits = [
        visit
        for visit in numbered.visits(terms)
        if visit.host not in bounds
        or visit.guest not in bounds
        or bounds[visit.guest][0] > bounds[visit.host][1]
        or (not visit.part and bounds[visit.host][0] > bounds[visit.guest][1])
    ]
    hosts, guests, parts = zip(*visits, strict=True) if visits else ((), (), ())
    return {
        "host": pa.array(hosts, pa.int32()),
        "guest": pa.array(guests, pa.int32()),
        "part": pa.array(parts, pa.bool_()),
    }


def alone_of(numbered: Numbered, origins: Iterable[tuple[str, str]]) -> set[int]:
    """The series that one named origin alone speaks of; `origins` are the first and last of each frame."""
    named: dict[int, set[str]] = {}
    for number, ends in zip(numbered.of_frame, origins, strict=True):
        named.setdefault(number, set()).update(ends)
    return {number for number, there in named.items() if len(there) == 1 and "" not in there}


def traits_of(numbered: Numbered, series: Sequence[int], alone: Collection[int] = frozenset()) -> list[int]:
    """What the engine has to know of each of the series that are named, as bits of a number.

    No figure drops where one origin stands `alone`: it may revise its own.
    """
    siblings = numbered.has_siblings()
    traits = [
        FALLS * (numbered.over_time(number) and not stock and number not in alone)
        + OVER_TIME * numbered.over_time(number)
        + STOCK * stock
        + GROWS * numbered.grows(number)
        + SIBLINGS * siblings[number]
        for number, stock in enumerate(numbered.stocks)
    ]
    return [0 if number == ALONE else traits[number] for number in series]


def figures_of(numbered: Numbered, series: Sequence[int]) -> list[int]:
    """A number for what each series counts, whatever its scope, start and method; ALONE for none."""
    known: dict[tuple[object, ...], int] = {}
    numbers = [
        known.setdefault((key.event, key.measure, key.population, key.place), place)
        for place, key in enumerate(numbered.keys)
    ]
    return [ALONE if number == ALONE else numbers[number] for number in series]
