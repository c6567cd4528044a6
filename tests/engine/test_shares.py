"""Rows are shared out to files, and none is lost or doubled."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa

from workbench.engine.shares import Shares, read_share


def test_each_row_is_in_the_file_of_its_share(tmp_path: Path) -> None:
    with Shares(tmp_path) as shares:
        shares.write(pa.RecordBatch.from_pydict({"a": ["x", "y", "z"]}), np.array([2, 0, 2]))
        shares.write(pa.RecordBatch.from_pydict({"a": ["w"]}), np.array([0]))
        assert shares.rows() == {0: 2, 2: 2}
    told = {
        number: [cell for batch in read_share(shares.file(number)) for cell in batch.column("a").to_pylist()]
        for number in (0, 2)
    }
    assert told == {0: ["y", "w"], 2: ["x", "z"]}
