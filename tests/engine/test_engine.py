"""The engine keeps to what it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.engine.engine import open_engine
from workbench.exceptions import InvalidData


def test_duckdb_keeps_to_its_memory_and_leaves_nothing_on_disk() -> None:
    with open_engine("duckdb", memory="200MB") as engine:
        told = engine.backend.raw_sql(
            "SELECT current_setting('memory_limit'), current_setting('temp_directory')"
        ).fetchall()
        ((limit, scratch),) = told
        assert limit == "190.7 MiB"  # 200 million bytes
        assert Path(scratch).is_dir()
        # 20 million rows that are sorted are more than that: they go by way of the disk.
        sorted_rows = "SELECT range AS a, hash(range) AS b FROM range(20_000_000) ORDER BY b"
        ((count,),) = engine.backend.raw_sql(
            f"SELECT count(*) FROM ({sorted_rows} LIMIT 19_999_999)"
        ).fetchall()
        assert count == 19_999_999
    assert not Path(scratch).exists()


def test_an_amount_that_is_none_is_told() -> None:
    with (
        pytest.raises(
            InvalidData, match="WORKBENCH_CORPUS_MEMORY is no amount of memory such as 4GB: 'much'"
        ),
        open_engine("duckdb", memory="much"),
    ):
        pass
