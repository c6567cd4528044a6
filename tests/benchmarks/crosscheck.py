"""How long the cross-check of many claims takes, and how much memory."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.line import Line, rounded
from tests.benchmarks.process import WORKBENCH, run

SIZES = (100_000,)
DAYS = 700
FIRST = date(2023, 10, 8)
PLACES = ("Gaza Strip", "West Bank", "Israel", "Lebanon", "Syria", "Yemen")
POPULATIONS = ("people", "children", "women", "civilians", "soldiers", "journalists")
MEASURES = ("killed", "injured", "displaced", "held")


def crosscheck() -> list[Line]:
    """`workbench crosscheck --claims` on generated claims, from the file to the findings."""
    lines = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "claims.jsonl"
        for size in SIZES:
            with file.open("w", encoding="utf-8") as stream:
                stream.writelines(generated(size))
            ran = run([WORKBENCH, "crosscheck", "--claims", file, "--format", "jsonl"])
            what = f"`workbench crosscheck --claims` on {size:,} claims"
            lines.append(Line(what, f"{rounded(ran.seconds)} s", f"peak memory {rounded(ran.megabytes)} MB"))
    return lines


def generated(size: int, seed: int = 7) -> Iterator[str]:
    """Lines of claims in series whose sizes fall off as Zipf has it.

    A day's figure is the same from all origins but for one claim in a hundred, and every tenth one is hedged.
    """
    chance = random.Random(seed)
    series = [
        (
            f"event-{number // 40}",
            MEASURES[number % 4],
            PLACES[number // 4 % 6],
            POPULATIONS[number // 24 % 6],
        )
        for number in range(max(1, size // 50))
    ]
    weights = list(accumulate(1 / (place + 1) for place in range(len(series))))
    for number in range(size):
        place = chance.choices(range(len(series)), cum_weights=weights)[0]
        event, measure, where, whom = series[place]
        day = chance.randrange(DAYS)
        value = (place % 97 + 3) * (day + 10)
        if chance.random() < 0.01:
            value += chance.randrange(1, 400)
        claim = {
            "id": str(number),
            "event": event,
            "measure": measure,
            "place": where,
            "population": whom,
            "scope": "stock" if measure in ("displaced", "held") else "cumulative",
            "as_of": str(FIRST + timedelta(days=day)),
            "value": value,
            "bound": "more_than" if chance.random() < 0.1 else "exact",
            "outlet": f"Outlet {chance.randrange(60)}",
            "origin": f"Origin {chance.randrange(40)}" if chance.random() < 0.6 else None,
        }
        yield json.dumps(claim) + "\n"
