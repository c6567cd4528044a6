"""A claim as a row: the columns of a Parquet file, which are the fields of a line of JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity

COLUMNS: tuple[tuple[str, Any], ...] = (
    ("id", pa.string()),
    ("measure", pa.string()),
    ("text", pa.string()),
    ("value", pa.int64()),
    ("bound", pa.string()),
    ("low", pa.int64()),
    ("high", pa.int64()),
    ("soft_low", pa.int64()),
    ("soft_high", pa.int64()),
    ("population", pa.string()),
    ("population_text", pa.string()),
    ("origin", pa.string()),
    ("origin_text", pa.string()),
    ("place", pa.string()),
    ("place_text", pa.string()),
    ("event", pa.string()),
    ("scope", pa.string()),
    ("since", pa.string()),
    ("as_of", pa.string()),
    ("modality", pa.string()),
    ("implicit", pa.bool_()),
    ("part_of", pa.string()),
    ("parts_exhaustive", pa.bool_()),
    ("method", pa.string()),
    ("outlet", pa.string()),
    ("published_at", pa.string()),
    ("article", pa.string()),
    ("sentence", pa.string()),
    ("start", pa.int64()),
    ("end", pa.int64()),
    ("annotator", pa.string()),
    ("ground_truth", pa.bool_()),
    ("reference", pa.bool_()),
)
NAMES: tuple[str, ...] = tuple(name for name, _ in COLUMNS)
SCHEMA = pa.schema(COLUMNS)


def row_of(claim: Claim) -> tuple[Any, ...]:
    """The cells in the order of COLUMNS; null is unknown, and unbounded in high and soft_high."""
    quantity = claim.quantity
    return (
        *(claim.id, claim.measure, quantity.text, quantity.value, quantity.bound.value),
        *(quantity.hard.low or 0, quantity.hard.high, quantity.soft.low or 0, quantity.soft.high),
        *(claim.population, claim.population_text, claim.origin, claim.origin_text),
        *(claim.place, claim.place_text, claim.event, claim.scope.value if claim.scope else None),
        claim.since.edtf if claim.since else None,
        claim.as_of.edtf if claim.as_of else None,
        *(claim.modality.value, claim.implicit, claim.part_of, claim.parts_exhaustive, claim.method),
        *(claim.outlet, claim.published_at.isoformat() if claim.published_at else None),
        *(claim.article, claim.sentence, claim.start, claim.end),
        *(claim.annotator, claim.ground_truth, claim.reference),
    )


def batch_of(rows: Sequence[tuple[Any, ...]]) -> pa.RecordBatch:
    """Rows as Arrow has them, column by column."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(NAMES)
    arrays = [pa.array(cells, kind) for cells, (_, kind) in zip(columns, COLUMNS, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=SCHEMA)


def claims_of(table: pa.Table) -> Iterator[Claim]:
    """The claims of a table that has at least the columns of NAMES, in its order.

    The table is what the quick check has passed: every word is one of ours, and every interval is whole.
    """
    cells = {name: _cells(table.column(name), _READ.get(name, _or_none)) for name in NAMES}
    amounts = zip(*(cells.pop(name) for name in _AMOUNT), strict=True)
    cells["quantity"] = [_quantity(*amount) for amount in amounts]
    cells |= {name: [default] * len(table) for name, default in _UNSAID.items()}
    # By its slots: the constructor of a frozen value takes three times as long, and there are many claims.
    slots = [getattr(Claim, name).__set__ for name in cells]
    for row in zip(*cells.values(), strict=True):
        claim = object.__new__(Claim)
        for put, cell in zip(slots, row, strict=True):
            put(claim, cell)
        yield claim


def _cells(column: Any, read: Callable[[Any], Any]) -> list[Any]:
    """What is read in the values of a column; one object for each that is there many times."""
    # Nothing goes by way of numpy here: pyarrow would import pandas for it, which takes longer than the work.
    if column.null_count == len(column):
        return [read(None)] * len(column) if len(column) else []
    if column.type == pa.string():
        encoded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
        if len(encoded.dictionary) <= len(column) // 4:
            words = [read(word) for word in encoded.dictionary.to_pylist()]
            return [words[place] for place in encoded.indices.to_pylist()]
    cells = column.to_pylist()
    return list(cells) if column.type == pa.int64() or read is str else [read(cell) for cell in cells]


def _or_none(cell: Any) -> Any:
    return None if cell == "" else cell


@lru_cache(maxsize=1 << 16)
def _period(edtf: str | None) -> Period | None:
    return Period.parse(edtf) if edtf else None


@lru_cache(maxsize=1 << 16)
def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


@lru_cache(maxsize=1 << 16)
def _interval(low: int, high: int | None) -> Interval:
    return Interval(low, high)


@lru_cache(maxsize=1 << 16)
def _quantity(
    text: str,
    value: int | None,
    bound: Bound,
    low: int,
    high: int | None,
    soft_low: int,
    soft_high: int | None,
) -> Quantity:
    return Quantity(text, value, bound, _interval(low, high), _interval(soft_low, soft_high))


# What no row says: the defaults of a claim.
_UNSAID = {field.name: field.default for field in fields(Claim) if field.name not in {*NAMES, "quantity"}}
_AMOUNT = ("text", "value", "bound", "low", "high", "soft_low", "soft_high")
# How a cell is read that is more than a word, a number or nothing.
_READ: dict[str, Callable[[Any], Any]] = {
    "id": str,
    "text": lambda text: text or "",
    "bound": Bound,
    "scope": lambda scope: Scope(scope) if scope else None,
    "modality": lambda modality: Modality(modality) if modality else Modality.ASSERTED,
    "since": _period,
    "as_of": _period,
    "published_at": _day,
    **dict.fromkeys(("implicit", "parts_exhaustive", "ground_truth", "reference"), bool),
}
