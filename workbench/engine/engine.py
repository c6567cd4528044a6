"""Opens the engine that is asked for: DuckDB in this process, or Spark on its cluster."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import duckdb
import ibis
import pyarrow as pa

from workbench.exceptions import InvalidData

Given = TypeVar("Given")
Result = TypeVar("Result")
BATCH = 1 << 17  # rows that are fetched at once
MEMORY = 4_000_000_000  # bytes


@dataclass(frozen=True)
class Engine:
    """An Ibis backend that reads Parquet. Tables that it is given from here are small."""

    backend: Any
    session: Any = None  # of Spark
    _kept: list[Callable[[], Any]] = field(default_factory=list)
    _names: Iterator[int] = field(default_factory=count)

    def read(self, files: Sequence[Path]) -> ibis.Table:
        """All rows of the Parquet files as one table."""
        paths = [str(file) for file in files]
        if self.session is None:
            return self.backend.read_parquet(paths)
        self.session.read.parquet(*paths).createOrReplaceTempView("claims")
        return self.backend.table("claims")

    def table(self, **columns: pa.Array) -> ibis.Table:
        """A table of what Python has worked out; it is to be short, whatever the corpus."""
        name = f"given_{next(self._names)}"
        given = pa.table(columns)
        if self.session is None:
            self.backend.con.register(name, given)
            self._kept.append(partial(self.backend.con.unregister, name))
        else:
            self.session.createDataFrame(given).createOrReplaceTempView(name)
            self._kept.append(partial(self.session.catalog.dropTempView, name))
        return self.backend.table(name)

    def rows(self, expression: Any) -> pa.Table:
        """What the expression gives, as Arrow."""
        return self.backend.to_pyarrow(expression)

    def batches(self, expression: ibis.Table) -> Iterator[pa.RecordBatch]:
        """The same piece by piece. Nothing else is asked of the engine until the last one was read."""
        if self.session is not None:
            return iter(self.rows(expression).to_batches(max_chunksize=BATCH))
        # Not by Ibis's own to_pyarrow_batches, which asks DuckDB 2 for a method that it no longer has.
        relation = self.backend.con.sql(self.backend.compile(expression))
        return iter(relation.to_arrow_reader(BATCH))

    def each(self, work: Callable[[Path], Result], files: Sequence[Path]) -> Iterator[Result]:
        """What `work`, a function of a module, makes of each file, in turn; on all cores or the cluster."""
        if self.session is None:
            return on_all_cores(work, files)
        if not files:
            return iter(())
        return iter(self.session.sparkContext.parallelize(files, len(files)).map(work).collect())

    def keep(self, expression: ibis.Table) -> ibis.Table:
        """The same table, worked out once: it is read several times. `forget` lets go of it."""
        name = f"kept_{next(self._names)}"
        if self.session is not None:
            # A checkpoint, since Spark plans all that a cached table came of anew each time it is read.
            self.session.sql(self.backend.compile(expression)).localCheckpoint().createOrReplaceTempView(name)
            self._kept.append(partial(self.session.catalog.dropTempView, name))
            return self.backend.table(name)
        table: ibis.Table = self.backend.create_table(name, expression, temp=True)
        self._kept.append(partial(self.backend.raw_sql, f"DROP TABLE {name}"))
        return table

    def forget(self) -> None:
        """Lets go of all tables that were given and kept."""
        while self._kept:
            self._kept.pop()()


def on_all_cores(work: Callable[[Given], Result], given: Sequence[Given]) -> Iterator[Result]:
    """What `work`, a function of a module, makes of each in turn, in as many processes as there are cores."""
    workers = min(len(given), os.cpu_count() or 1)
    if workers <= 1:
        yield from map(work, given)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(work, given)
        finally:
            pool.shutdown(cancel_futures=True)  # where it is broken off, what has not begun does not


@contextmanager
def open_engine(name: str, *, master: str = "local[*]", memory: str = "") -> Iterator[Engine]:
    """`memory` is what DuckDB may take before it goes on on disk, such as 4GB; empty: 4 GB, or half of what
    the machine has if that is less. Raises InvalidData that says what is missing or wrong.
    """
    with _ENGINES[name](master, memory) as engine:
        yield engine


@contextmanager
def _duckdb(_: str, memory: str) -> Iterator[Engine]:
    backend = ibis.duckdb.connect()
    try:
        with TemporaryDirectory(prefix="workbench-corpus-") as scratch:
            # The order of rows is ours to give; to keep that of the files costs memory.
            backend.raw_sql("SET preserve_insertion_order = false")
            backend.raw_sql("SET enable_progress_bar = false")
            backend.raw_sql(f"SET temp_directory = '{_quoted(scratch)}'")
            try:
                backend.raw_sql(f"SET memory_limit = '{_quoted(memory or _default_memory())}'")
            except duckdb.Error as error:
                raise InvalidData(
                    f"WORKBENCH_CORPUS_MEMORY is no amount of memory such as 4GB: {memory!r}"
                ) from error
            yield Engine(backend)
    finally:
        backend.disconnect()


def _quoted(word: str) -> str:
    return word.replace("'", "''")


def _default_memory() -> str:
    half = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    return f"{min(half, MEMORY)} B"


@contextmanager
def _spark(master: str, _: str) -> Iterator[Engine]:
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise InvalidData(
            "Spark is not installed: install claims-workbench[spark], and Java 17 or newer"
        ) from error
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        "spark.sql.session.timeZone": "UTC",
    }
    if master.startswith("local"):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.sql.shuffle.partitions": "8"}
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # for what runs Python on its machines
    try:
        builder = SparkSession.builder.master(master).appName("claims workbench")
        for setting, value in settings.items():
            builder = builder.config(setting, value)
        session = builder.getOrCreate()
    except (PySparkRuntimeError, OSError) as error:
        raise InvalidData(f"Spark did not start on {master}; it needs Java 17 or newer: {error}") from error
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield Engine(ibis.pyspark.connect(session), session)
    finally:
        session.stop()


_ENGINES: dict[str, Callable[[str, str], Any]] = {"duckdb": _duckdb, "spark": _spark}
ENGINES = tuple(_ENGINES)
