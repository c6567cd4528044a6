"""Claims by the million, as Parquet: series with sizes as Zipf has them, and a few figures that are wrong.

Each million has events of its own: more claims come of more episodes, not of more reports of the same day.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from workbench.engine.columns import COLUMNS, SCHEMA

BLOCK = 1_000_000  # claims that share one pool of series
SERIES = 20_000  # in a block
DAYS = 700
FIRST = np.datetime64("2023-10-08")
PLACES = ("Gaza Strip", "West Bank", "Israel", "Lebanon", "Syria", "Yemen")
SHARES = {
    "people": 1.0,
    "civilians": 0.6,
    "children": 0.3,
    "women": 0.2,
    "soldiers": 0.15,
    "journalists": 0.01,
}
MEASURES = ("killed", "injured", "displaced", "held")
STOCKS = ("displaced", "held")
WRONG, SLIPPED = 0.06, 0.0002  # of the figures: some other number; a digit too many


def write_generated(size: int, folder: Path, *, seed: int = 7) -> None:
    """Parquet files of up to a million claims each. The same seed gives the same claims."""
    for block, begin in enumerate(range(0, size, BLOCK)):
        table = _block(min(BLOCK, size - begin), begin, block, np.random.default_rng(seed + block))
        pq.write_table(table, folder / f"claims-{block:03}.parquet", compression="zstd")


def _block(size: int, begin: int, block: int, chance: np.random.Generator) -> pa.Table:
    count = max(1, SERIES * size // BLOCK)
    weights = 1 / np.arange(1, count + 1)
    series = chance.choice(count, size, p=weights / weights.sum())
    day = chance.integers(0, DAYS, size)
    measure, place, whom = series % 4, series // 4 % 6, series // 24 % 6
    shares = np.array(list(SHARES.values()))
    value = np.floor((series // 144 % 97 + 3) * (day + 10) * shares[whom] * 10).astype(np.int64)
    wrong = chance.random(size) < WRONG
    value[wrong] += chance.integers(1, 9, wrong.sum())
    slipped = chance.random(size) < SLIPPED
    value[slipped] *= 10
    outlet, origin = chance.integers(0, 60, size), chance.integers(0, 40, size)
    named = chance.random(size) < 0.6
    over = chance.random(size) < 0.1
    figures = value.astype(str).astype(object)
    cells: dict[str, object] = {
        "id": np.char.add("c", (begin + np.arange(size)).astype(str)).astype(object),
        "measure": _taken(MEASURES, measure),
        "text": figures,
        "value": value,
        "bound": np.where(over, "at_least", "exact").astype(object),
        "low": value,
        "high": pa.array(value, mask=over),
        "soft_low": value,
        "soft_high": pa.array(value, mask=over),
        "population": _taken(tuple(SHARES), whom),
        "origin": pa.array(_taken([f"Origin {n}" for n in range(40)], origin), pa.string(), mask=~named),
        "place": _taken(PLACES, place),
        "event": _taken([f"event-{block}-{n}" for n in range(count // 144 + 1)], series // 144),
        "scope": _taken(["stock" if name in STOCKS else "cumulative" for name in MEASURES], measure),
        "as_of": (FIRST + day).astype(str).astype(object),
        "modality": _taken(("asserted",), np.zeros(size, int)),
        "outlet": _taken([f"Outlet {n}" for n in range(60)], outlet),
    }
    flags = ("implicit", "parts_exhaustive", "ground_truth", "reference")
    arrays = []
    for name, kind in COLUMNS:
        if name in flags:
            arrays.append(pa.array(np.zeros(size, bool)))
        elif name in cells:
            cell = cells[name]
            arrays.append(cell if isinstance(cell, pa.Array) else pa.array(cell, kind))
        else:
            arrays.append(pa.nulls(size, kind))
    return pa.Table.from_arrays(arrays, schema=SCHEMA)


def _taken(words: Sequence[str], index: Any) -> Any:
    return np.array(words, dtype=object)[index]
