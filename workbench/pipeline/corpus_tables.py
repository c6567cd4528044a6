"""What Python knows of the series of a corpus, as columns of small tables for an engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush

import pyarrow as pa

from workbench.crosscheck.frames import ALONE, Numbered
from workbench.crosscheck.terms import Terms
from workbench.engine.moments import FALLS, GROWS, OVER_TIME, SIBLINGS, STOCK

SHARE = 100_000  # claims of a corpus that are shared out together; a good part of them is looked at
MOST_SHARES = 500


def visits_of(
    numbered: Numbered, bounds: Mapping[int, tuple[int, int]], terms: Terms
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Which series have to be looked at beside which: host and guest of parts, and of what is mistaken.

    `bounds` are the greatest lower and the least upper bound of a series, where they are known; what they
    leave nothing to find in is left out.
    """
    parts: list[tuple[int, int]] = []
    mistaken: list[tuple[int, int]] = []
    for host, guest, part in numbered.visits(terms):
        if host in bounds and guest in bounds:
            (host_low, host_high), (guest_low, guest_high) = bounds[host], bounds[guest]
            if guest_low <= host_high and (part or host_low <= guest_high):
                continue
        (parts if part else mistaken).append((host, guest))
    return parts, mistaken


def pairs_of(pairs: Sequence[tuple[int, int]]) -> dict[str, pa.Array]:
    """As columns of a table."""
    hosts, guests = zip(*pairs, strict=True) if pairs else ((), ())
    return {"host": pa.array(hosts, pa.int32()), "guest": pa.array(guests, pa.int32())}


def shares_of(numbered: Numbered, weights: Mapping[int, int], beside: Iterable[tuple[int, int]]) -> list[int]:
    """The share of each series, so that a share has about SHARE claims, and none has to do with another one.

    Together are series that count the same, where a figure may have been copied, and those that are `beside`
    each other. `weights` are their numbers of claims.
    """
    above = list(range(len(numbered.keys)))

    def top(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    first: dict[int, int] = {}
    for number, counted in enumerate(figures_of(numbered, range(len(above)))):
        above[top(number)] = top(first.setdefault(counted, number))
    for one, other in beside:
        above[top(one)] = top(other)
    tops = [top(number) for number in range(len(above))]
    sizes: Counter[int] = Counter()
    for number, weight in weights.items():
        if number != ALONE:
            sizes[tops[number]] += weight
    count = min(MOST_SHARES, 1 + sum(sizes.values()) // SHARE)
    filled = [(0, share) for share in range(count)]
    placed: dict[int, int] = {}
    for each in sorted(set(tops), key=lambda each: (-sizes[each], each)):
        size, placed[each] = heappop(filled)
        heappush(filled, (size + sizes[each], placed[each]))
    return [placed[each] for each in tops]


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
    traits = []
    for number, stock in enumerate(numbered.stocks):
        over_time = numbered.over_time(number)
        traits.append(
            FALLS * (over_time and not stock and number not in alone)
            + OVER_TIME * over_time
            + STOCK * stock
            + GROWS * numbered.grows(number)
            + SIBLINGS * siblings[number]
        )
    return [0 if number == ALONE else traits[number] for number in series]


def figures_of(numbered: Numbered, series: Sequence[int]) -> list[int]:
    """A number for what each series counts, whatever its scope, start and method; ALONE for none."""
    known: dict[tuple[object, ...], int] = {}
    numbers = [
        known.setdefault((key.event, key.measure, key.population, key.place), place)
        for place, key in enumerate(numbered.keys)
    ]
    return [ALONE if number == ALONE else numbers[number] for number in series]
