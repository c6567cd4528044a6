"""Figures that count the same thing, drawn over time: days across, numbers upright."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.core.claim import Claim, Scope
from workbench.core.event import Event
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.events import Events
from workbench.crosscheck.terms import Terms
from workbench.store.series import Kind, day_of

from . import words
from .scale import scale_of
from .ticks import day_ticks, number_ticks

WIDTH, HEIGHT = 700, 220  # units of the drawing
MARGIN = 24  # units left free at either side
APART, SPREAD = 9, 36  # units between figures of one day, and from the first to the last of them


@dataclass(frozen=True, slots=True)
class Stroke:
    """An interval at its day; y grows downwards. `here`: it is evidence of this case."""

    x: int
    hard: tuple[int, int]
    soft: tuple[int, int]
    value: int | None
    open_end: bool
    here: bool
    reference: bool
    number: int | None = None  # of the card


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table with the same data."""

    day: str
    source: str
    outlet: str
    figure: str
    reading: str
    here: bool
    number: int | None  # of the card


@dataclass(frozen=True, slots=True)
class Timeline:
    strokes: tuple[Stroke, ...]
    paths: tuple[tuple[str, str], ...]  # of reference counts: the origin, and the points of its line
    bounds: tuple[tuple[int, str], ...]  # of the event: place and words
    beyond: tuple[str, ...]  # its bounds that lie too far away to be drawn, in words
    day_ticks: tuple[tuple[int, str], ...]
    number_ticks: tuple[tuple[int, str], ...]
    days: tuple[str, str]
    numbers: tuple[int, int]
    lines: tuple[Line, ...]


def kinds_alike(given: Iterable[Kind], event: Event | None, vocabulary: Vocabulary) -> set[Kind]:
    """Populations and places of figures that count the same as one of these: theirs, and where the event says
    whom people and others mean there, both ways of saying it."""
    kinds = set(given)
    if event is None:
        return kinds
    terms = Terms(vocabulary)
    meaning = Events({event.id: event}, terms).meaning
    unspecific = [None, *(name for name, term in vocabulary.populations.items() if term.unspecific)]
    for population, place in list(kinds):
        meant = meaning(event.id, place)
        if meant is not None and (population == meant or population in unspecific):
            kinds |= {(meant, place), *((name, place) for name in unspecific)}
    return kinds


def of_scopes(claims: Iterable[Claim], scopes: Collection[Scope | None]) -> list[Claim]:
    """Those of these scopes: an increment is no point on the line of a total."""
    return [claim for claim in claims if claim.scope in scopes]


def timeline_of(
    claims: Sequence[Claim], numbers: dict[str, int], event: Event | None, here: Collection[str]
) -> Timeline | None:
    """None where fewer than two days are known. `numbers` are those of the cards, by id of their claim."""
    dated = [claim for claim in claims if day_of(claim) != date.min]
    days = [day_of(claim) for claim in dated]
    if len(set(days)) < 2:
        return None
    ends = [(event.start, "begins"), (event.end, "ends")] if event else []
    near, beyond = _bounds(ends, min(days), max(days))
    shown = [*days, *(day for day, _ in near)]
    first, last = min(shown).toordinal(), max(shown).toordinal()
    scale = scale_of(claim.quantity for claim in dated)

    def across(day: date) -> int:
        return MARGIN + (day.toordinal() - first) * (WIDTH - 2 * MARGIN) // (last - first)

    def up(number: int) -> int:
        return HEIGHT - scale.at(number) * HEIGHT // 1000

    strokes = []
    spread = _spread(dated)
    for claim in dated:
        hard, soft = claim.quantity.hard, claim.quantity.soft
        strokes.append(
            Stroke(
                x=across(day_of(claim)) + spread.get(claim.id, 0),
                hard=(up(hard.low or 0), 0 if hard.high is None else up(hard.high)),
                soft=(up(soft.low or 0), 0 if soft.high is None else up(soft.high)),
                value=None if claim.quantity.value is None else up(claim.quantity.value),
                open_end=hard.high is None,
                here=claim.id in here,
                reference=claim.reference,
                number=numbers.get(claim.id),
            )
        )
    paths: dict[str, list[str]] = {}
    for claim in dated:
        if claim.reference and claim.quantity.value is not None:
            point = f"{across(day_of(claim))},{up(claim.quantity.value)}"
            paths.setdefault(claim.source, []).append(point)
    return Timeline(
        strokes=tuple(strokes),
        paths=tuple((name, " ".join(points)) for name, points in paths.items()),
        bounds=tuple((across(day), f"the event {what}") for day, what in near),
        beyond=beyond,
        day_ticks=tuple(
            (across(day), name) for day, name in day_ticks(date.fromordinal(first), date.fromordinal(last))
        ),
        number_ticks=tuple((up(number), f"{number:,}") for number in number_ticks(scale.low, scale.high)),
        days=(min(days).isoformat(), max(days).isoformat()),
        numbers=(scale.low, scale.high),
        lines=tuple(
            Line(
                day=words.period(claim.as_of) or day_of(claim).isoformat(),
                source=words.source(claim),
                outlet="reference counts" if claim.reference else claim.outlet or "",
                figure=claim.quantity.text,
                reading=words.interval(claim.quantity.hard),
                here=claim.id in here,
                number=numbers.get(claim.id),
            )
            for claim in dated
        ),
    )


def _bounds(
    ends: Iterable[tuple[date | None, str]], first: date, last: date
) -> tuple[list[tuple[date, str]], tuple[str, ...]]:
    """Which bounds of the event are drawn: those within the days, or no farther from them than the days are
    long; and the others in words."""
    near, beyond = [], []
    for day, what in ends:
        if day is None:
            continue
        if first - (last - first) <= day <= last + (last - first):
            near.append((day, what))
        else:
            beyond.append(f"the event {what} on {day.isoformat()}")
    return near, tuple(beyond)


def _spread(claims: Iterable[Claim]) -> dict[str, int]:
    """How far from its day each figure is drawn, so that those of one day do not lie on each other. Reference
    counts stay at their day, where their line is."""
    by_day: dict[date, list[str]] = {}
    for claim in claims:
        if not claim.reference:
            by_day.setdefault(day_of(claim), []).append(claim.id)
    return {
        name: min(APART * (len(names) - 1), SPREAD) * (2 * place - len(names) + 1) // (2 * (len(names) - 1))
        for names in by_day.values()
        if len(names) > 1
        for place, name in enumerate(names)
    }
