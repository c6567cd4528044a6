"""Long lists of ids, in parts that a database takes in one query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

LARGEST_PART = 500  # ids; SQLite takes 32,766 variables in a query, older ones 999


Id = TypeVar("Id", str, int)


def parts(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """All ids, in lists of at most LARGEST_PART; nothing for none."""
    everything = list(ids)
    for begin in range(0, len(everything), LARGEST_PART):
        yield everything[begin : begin + LARGEST_PART]
