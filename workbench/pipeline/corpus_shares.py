"""Shares out the claims that an engine leaves to be looked at, so that several processes can explain them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from workbench.core.quantity import Bound
from workbench.crosscheck.copying import is_odd
from workbench.crosscheck.frames import Named
from workbench.engine.columns import COLUMNS, NAMES
from workbench.engine.engine import Engine
from workbench.engine.evidence import first_figures
from workbench.engine.narrow import claims_needed
from workbench.engine.shares import Shares
from workbench.pipeline.corpus_explain import LENSES, Share
from workbench.pipeline.corpus_narrow import Narrowed

OWN = (*NAMES, "series", "figures")
_SHARED = pa.schema(
    [*COLUMNS, ("series", pa.int32()), ("member", pa.bool_()), *((lens, pa.bool_()) for lens in LENSES)]
)


def share_out(engine: Engine, narrowed: Narrowed, folder: Path) -> tuple[list[Share], int]:
    """The shares, the longest first, with their claims in files of the folder; and how many rows these have.

    A share holds the claims that have to be looked at, and those whose word they need. No more than a batch
    of claims is in memory.
    """
    share_of = np.array([*narrowed.shares, 0])  # the last for what is in no series
    needed = claims_needed(narrowed.evidence, narrowed.needed)
    asked: list[pa.Table] = []
    with Shares(folder) as shares:
        for batch in engine.batches(needed.select(*OWN, *LENSES)):
            asked.append(_may_be_copies(batch))
            shares.write(_row_of(batch, member=True), share_of[batch.column("series").to_numpy()])
        for table in _further(engine, narrowed, asked):
            for batch in engine.batches(table.select(*OWN)):
                renamed = _renamed(batch, narrowed.named)
                shares.write(_row_of(renamed, member=False), share_of[renamed.column("series").to_numpy()])
        rows = shares.rows()
    keys: dict[int, dict[int, Any]] = {number: {} for number in rows}
    for series, number in enumerate(narrowed.shares):
        if number in keys:
            keys[number][series] = narrowed.numbered.keys[series]
    wholes: dict[int, set[str]] = {number: set() for number in rows}
    for whole, series in narrowed.wholes.items():
        wholes.setdefault(int(share_of[series]), set()).add(whole)
    longest = sorted(rows, key=lambda number: (-rows[number], number))
    return [Share(shares.file(each), keys[each], wholes[each]) for each in longest], sum(rows.values())


def _further(engine: Engine, narrowed: Narrowed, asked: list[pa.Table]) -> Iterator[ibis.Table]:
    """Wholes and their parts, and whoever had a figure first that others may have copied."""
    evidence = narrowed.evidence
    if narrowed.wholes:
        ids = engine.table(b_id=pa.array(sorted(narrowed.wholes), pa.string()))
        yield evidence.filter(evidence.whole.isin(ids.b_id) | evidence.id.isin(ids.b_id))
    copies = pa.concat_tables(asked) if asked else None
    if copies is not None and len(copies):
        figures = copies.group_by(["figures", "value"]).aggregate([])
        odd = {value for value in figures.column("value").unique().to_pylist() if is_odd(value)}
        figures = figures.filter(pc.is_in(figures.column("value"), pa.array(odd, pa.int64())))
        if len(figures):
            given = engine.table(a_figures=figures.column("figures"), a_value=figures.column("value"))
            yield first_figures(evidence, given)


def _may_be_copies(batch: pa.RecordBatch) -> pa.Table:
    """What is counted and how many, of the outlets' own words. (See may_be_copy.)"""
    table = pa.Table.from_batches([batch])
    own = pc.equal(pc.fill_null(table.column("origin"), ""), "")
    printed = pc.not_equal(pc.fill_null(table.column("outlet"), ""), "")
    exact = pc.equal(table.column("bound"), Bound.EXACT.value)
    article = pc.invert(pc.fill_null(table.column("reference"), False))
    known = pc.is_valid(table.column("value"))
    kept = pc.and_(pc.and_(own, printed), pc.and_(pc.and_(exact, article), known))
    return table.select(["figures", "value"]).filter(kept)


def _row_of(batch: pa.RecordBatch, *, member: bool) -> pa.RecordBatch:
    """As a share has it: claim, series, whether it is a figure of that, lenses."""
    cells = {name: batch.column(name) for name in (*NAMES, "series", *(LENSES if member else ()))}
    cells["member"] = pa.array(np.full(len(batch), member))
    no = pa.array(np.zeros(len(batch), bool))
    return pa.RecordBatch.from_arrays([cells.get(field.name, no) for field in _SHARED], schema=_SHARED)


def _renamed(batch: pa.RecordBatch, named: Mapping[str, Named]) -> pa.RecordBatch:
    """A part stands in the series that its whole names, even where it is no figure of that."""
    if not named:
        return batch
    ids, series = batch.column("id").to_pylist(), batch.column("series").to_pylist()
    own = [named[name].part if name in named else number for name, number in zip(ids, series, strict=True)]
    return batch.set_column(batch.schema.get_field_index("series"), "series", pa.array(own, pa.int32()))
