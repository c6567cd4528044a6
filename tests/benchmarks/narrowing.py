"""Measures one thing about the cross-check of a corpus, and prints it as JSON. Run in a process of its own.

narrowing FOLDER: the narrowing beside a plain group-by and a naive self-join; conflict SIZE: one day of
claims that all conflict.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from workbench.core.claim import Claim, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.crosscheck.run import cross_check
from workbench.crosscheck.settings import CheckSettings
from workbench.engine.engine import open_engine
from workbench.pipeline.corpus_narrow import Narrowing
from workbench.vocabulary import load_vocabulary

SERIES = ["event", "measure", "population", "place", "scope", "as_of"]
# Every claim with every other one of its series and day: of the findings, the hard conflicts alone.
NAIVE = """
    SELECT count(*) FROM claims a JOIN claims b USING (event, measure, population, place, scope, as_of)
    WHERE a.low > b.high AND coalesce(a.origin, a.outlet) <> coalesce(b.origin, b.outlet)
"""


def narrowing(folder: Path) -> dict[str, float]:
    """CPU seconds of the cheapest of three runs each, of one naive run; `wall` is that of the narrowing."""
    with open_engine("duckdb") as engine:
        claims = engine.read(sorted(folder.glob("*.parquet")))
        groups = claims.group_by(SERIES).agg(low=claims.low.max(), high=claims.high.min())
        # With the sums, so that the bounds are worked out: of groups that are counted alone, they are not.
        bounds = groups.aggregate(low=groups.low.sum(), high=groups.high.sum())

        def narrow() -> int:
            found = Narrowing(engine, claims, load_vocabulary(), None, CheckSettings()).narrow()
            kept: int = engine.rows(found.needed.count()).as_py()
            engine.forget()
            return kept

        counted = _best(lambda: engine.rows(groups.count()))
        group_by = _best(lambda: engine.rows(bounds))
        narrowed = _best(narrow)
        engine.backend.raw_sql(f"CREATE VIEW claims AS FROM read_parquet('{folder}/*.parquet')")
        _, naive = _taken(lambda: engine.backend.raw_sql(NAIVE).fetchall())
        return {
            "counted": counted[1],
            "group_by": group_by[1],
            "narrowed": narrowed[1],
            "wall": narrowed[0],
            "naive": naive,
        }


def conflict(size: int) -> dict[str, float]:
    """CPU seconds of the checks of one day on which no two of so many claims agree, and how many findings."""
    vocabulary = load_vocabulary()
    pool = [
        Claim(
            id=f"c{place:07}",
            measure="killed",
            quantity=Quantity("n", place, Bound.EXACT, Interval(place, place), Interval(place, place)),
            place="Gaza Strip",
            event="war",
            scope=Scope.CUMULATIVE,
            as_of=Period.day(date(2024, 1, 1)),
            outlet=f"outlet {place}",
        )
        for place in range(size)
    ]
    found: list[Any] = []
    _, cpu = _taken(lambda: found.extend(cross_check(pool, vocabulary=vocabulary)))
    return {"cpu": cpu, "findings": len(found)}


def _best(run: Callable[[], object]) -> tuple[float, float]:
    return min((_taken(run) for _ in range(3)), key=lambda taken: taken[1])


def _taken(run: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - wall, time.process_time() - cpu


if __name__ == "__main__":
    what, given = sys.argv[1:]
    print(json.dumps(narrowing(Path(given)) if what == "narrowing" else conflict(int(given))))
