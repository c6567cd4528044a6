"""A claim as a row: the columns of a Parquet file, which are the fields of a line of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    columns = [_cells(table.column(name)) for name in NAMES]
    for row in zip(*columns, strict=True):
        (name, measure, text, value, bound, low, high, soft_low, soft_high) = row[:9]
        (population, population_text, origin, origin_text, place, place_text, event, scope) = row[9:17]
        (since, as_of, modality, implicit, part_of, exhaustive, method, outlet, published_at) = row[17:26]
        (article, sentence, start, end, annotator, ground_truth, reference) = row[26:]
        yield Claim(
            id=name,
            measure=measure,
            quantity=Quantity(
                text or "", value, _BOUNDS[bound], _interval(low, high), _interval(soft_low, soft_high)
            ),
            population=population or None,
            population_text=population_text or None,
            origin=origin or None,
            origin_text=origin_text or None,
            place=place or None,
            place_text=place_text or None,
            event=event or None,
            scope=_SCOPES[scope] if scope else None,
            since=_period(since) if since else None,
            as_of=_period(as_of) if as_of else None,
            modality=_MODALITIES[modality] if modality else Modality.ASSERTED,
            implicit=bool(implicit),
            part_of=part_of or None,
            parts_exhaustive=bool(exhaustive),
            method=method or None,
            outlet=outlet or None,
            published_at=_day(published_at) if published_at else None,
            article=article or None,
            sentence=sentence or None,
            start=start,
            end=end,
            annotator=annotator or None,
            ground_truth=bool(ground_truth),
            reference=bool(reference),
        )


def _cells(column: Any) -> list[Any]:
    """The values of a column; one object for each that is there many times."""
    if column.null_count == len(column):
        return [None] * len(column)
    if column.type != pa.string():
        return list(column.to_pylist())
    encoded = pc.dictionary_encode(column.combine_chunks(), null_encoding="encode")
    if len(encoded.dictionary) > len(column) // 4:
        return list(column.to_pylist())
    words = encoded.dictionary.to_pylist()
    return [words[place] for place in encoded.indices.to_numpy().tolist()]


_BOUNDS = {bound.value: bound for bound in Bound}
_SCOPES = {scope.value: scope for scope in Scope}
_MODALITIES = {modality.value: modality for modality in Modality}
_day = lru_cache(maxsize=1 << 16)(date.fromisoformat)


@lru_cache(maxsize=1 << 16)
def _period(edtf: str) -> Period:
    return Period.parse(edtf)


@lru_cache(maxsize=1 << 16)
def _interval(low: int, high: int | None) -> Interval:
    return Interval(low, high)
