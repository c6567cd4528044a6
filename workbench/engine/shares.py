"""A long table in shares: one Arrow file for each number, written as the rows come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

import numpy as np
import pyarrow as pa

_PACKED = pa.ipc.IpcWriteOptions(compression="lz4")


class Shares:
    """Writes rows to files in a folder, by the number of their share. No more than a batch is in memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[int, Any] = {}
        self._rows: dict[int, int] = {}
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def write(self, batch: pa.RecordBatch, shares: Any) -> None:
        """`shares` is an array with the number of each row."""
        order = np.argsort(shares, kind="stable")
        numbers, begins = np.unique(shares[order], return_index=True)
        sorted_batch = batch.take(pa.array(order))
        ends = [*begins[1:], len(order)]
        for number, begin, end in zip(numbers.tolist(), begins.tolist(), ends, strict=True):
            self._writer(number, batch.schema).write_batch(sorted_batch.slice(begin, end - begin))
            self._rows[number] = self._rows.get(number, 0) + end - begin

    def rows(self) -> dict[int, int]:
        """How many rows each share has."""
        return dict(self._rows)

    def file(self, number: int) -> Path:
        """Where a share is; it is whole once the writer is left."""
        return self._folder / f"share-{number}.arrow"

    def _writer(self, number: int, schema: pa.Schema) -> Any:
        if number not in self._open:
            sink = self._stack.enter_context(pa.OSFile(str(self.file(number)), "wb"))
            writer = pa.ipc.new_stream(sink, schema, options=_PACKED)
            self._open[number] = self._stack.enter_context(writer)
        return self._open[number]


def read_share(file: Path) -> Iterator[pa.RecordBatch]:
    """The rows of one share, in batches, as they were written."""
    with pa.OSFile(str(file), "rb") as source, pa.ipc.open_stream(source) as stream:
        yield from stream
