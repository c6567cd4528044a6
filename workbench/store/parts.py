"""Long lists of ids and of rows, in parts that a database takes in one statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Executable
from sqlalchemy.orm import Session

AT_ONCE = 5_000  # rows that are written in one statement
LARGEST_PART = 500  # ids; SQLite takes 32,766 variables in a query, older ones 999


Id = TypeVar("Id", str, int)


def parts(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """All ids, in lists of at most LARGEST_PART; nothing for none."""
    everything = list(ids)
    for begin in range(0, len(everything), LARGEST_PART):
        yield everything[begin : begin + LARGEST_PART]


def write_rows(session: Session, statement: Executable, rows: Iterable[dict[str, Any]]) -> None:
    """Executes the statement for all rows, of which at most AT_ONCE are held; not at all for none."""
    waiting = iter(rows)
    while some := list(islice(waiting, AT_ONCE)):
        session.execute(statement, some)
