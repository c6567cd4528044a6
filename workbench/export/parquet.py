"""The verified claim set as Parquet (the extra `parquet`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from workbench.core.release import Release
from workbench.export.columns import COLUMNS, DAY, FLAG, NUMBER, Cell, cells_of

AT_ONCE = 8_192  # rows of a row group, held in memory
GREATEST = 2**63 - 1


def write(release: Release, stream: BinaryIO) -> None:
    """The columns of the CSV, typed. A number past 64 bits is null; it stands in `figure` as printed."""
    from pyarrow import parquet

    with parquet.ParquetWriter(stream, schema(), compression="zstd") as writer:
        for batch in batches(map(cells_of, release.claims)):
            writer.write_batch(batch)


def schema() -> Any:
    """The Arrow schema of COLUMNS."""
    import pyarrow as pa

    types = {NUMBER: pa.int64(), FLAG: pa.bool_(), DAY: pa.string()}
    return pa.schema([(name, types.get(kind, pa.string())) for name, kind, _ in COLUMNS])


def batches(rows: Iterator[tuple[Cell, ...]]) -> Iterator[Any]:
    """Record batches of AT_ONCE rows at most."""
    import pyarrow as pa

    fields = schema()
    while some := list(islice(rows, AT_ONCE)):
        columns = zip(zip(*some, strict=True), fields, strict=True)
        yield pa.record_batch([_array(column, field.type) for column, field in columns], schema=fields)


def _array(column: Sequence[Cell], kind: Any) -> Any:
    import pyarrow as pa

    try:
        return pa.array(column, kind)
    except (OverflowError, pa.ArrowInvalid):
        return pa.array([None if isinstance(one, int) and one > GREATEST else one for one in column], kind)
