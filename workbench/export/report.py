"""The release for people: each series with its timeline, as one page that needs no script and no network."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO

from workbench.core.release import Release, SeriesDay, Status

MOST = 500  # series that are drawn; a page of more is read by nobody, and the files have all
LEFT, RIGHT, TOP, BOTTOM = 60, 980, 20, 200  # of the drawing, in its units

Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval at its day."""

    x: int
    low: int
    high: int
    status: str


@dataclass(frozen=True, slots=True)
class Section:
    """One series."""

    title: str
    days: Sequence[SeriesDay]
    bars: Sequence[Bar]
    top: int


def write(release: Release, stream: BinaryIO) -> None:
    """Walks through the series twice: to choose those with the most days, then to draw them."""
    from jinja2 import Environment

    counts = Counter(map(_key, release.series))
    chosen = set(heapq.nsmallest(MOST, counts, key=lambda key: (-counts[key], tuple(map(str, key)))))
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(Path(__file__).with_name("report.html").read_text("utf-8"))
    page = template.generate(
        events=_events(release, chosen), most=MOST, left_out=len(counts) - len(chosen), settled=settled
    )
    for part in page:
        stream.write(part.encode("utf-8"))


def settled(day: SeriesDay) -> str:
    """How the interval came about, in words."""
    if day.status is Status.UNRESOLVED:
        return "not settled: figures contradict each other, and nobody has decided"
    return {
        "decided": f"decided by {day.reviewer}",
        "single": "the one figure there is",
        "agreement": "what all figures allow together",
        "range": "from the lowest figure to the highest",
    }[day.policy]


def section_of(days: Sequence[SeriesDay]) -> Section:
    """The series drawn over time; an interval without an upper end reaches to the top."""
    first = days[0]
    words = (first.measure, first.population, first.place and f"in {first.place}", first.scope)
    title = ", ".join(word.replace("_", " ") for word in words if word)
    dated = [(day, day.as_of) for day in days if day.as_of is not None]
    ends = [end for day in days for end in (day.accepted.low, day.accepted.high) if end is not None]
    top = max([*ends, 1])
    moments = [as_of.last.toordinal() for _, as_of in dated]
    span = max(moments) - min(moments) if moments else 0
    bars = [
        Bar(
            LEFT + (moment - min(moments)) * (RIGHT - LEFT) // (span or 1),
            _up(day.accepted.low or 0, top),
            TOP if day.accepted.high is None else _up(day.accepted.high, top),
            day.status.value,
        )
        for (day, _), moment in zip(dated, moments, strict=True)
    ]
    return Section(title, days, bars if span else (), top)


def _events(release: Release, chosen: set[Key]) -> Iterator[tuple[str, str, list[Section]]]:
    for event, found in groupby(release.series, key=lambda day: day.event):
        series: dict[Key, list[SeriesDay]] = {}
        for day in found:
            if (key := _key(day)) in chosen:
                series.setdefault(key, []).append(day)
        if series:
            title = release.terms.events.get(event or "", event or "No event known")
            yield event or "", title, [section_of(days) for days in series.values()]


def _key(day: SeriesDay) -> Key:
    """Days of one series; a claim of unknown parts stands alone."""
    parts = (day.event, day.measure, day.population, day.place, day.scope, str(day.since))
    return parts if all(parts) else (*parts, *day.claims)


def _up(number: int, top: int) -> int:
    return BOTTOM - number * (BOTTOM - TOP) // top
