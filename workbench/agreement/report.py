"""How far the annotators of a project agree: in all, by measure, by annotator, and two by two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from workbench.agreement.alpha import RESAMPLES, SEED, Metric, Score, score
from workbench.agreement.reading import Reading
from workbench.agreement.spans import Matches, matches
from workbench.agreement.units import Unit, by_sentence, units_of

ALONE = "read by one annotator only"
UNCLEAR = "answered unclear by all but one annotator"
EMPTY = "nobody marked a number"
NO_VALUE = "numbers without a single value, or seen as different measures"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Labels are compared as names, values by ratio; F1 is of marked spans, over all pairs of readings."""

    labels: Score
    values: Score
    f1_exact: float | None
    f1_overlapping: float | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotators on the sentences that both read."""

    one: str
    other: str
    sentences: int
    labels: Score
    f1_exact: float | None
    f1_overlapping: float | None


@dataclass(frozen=True, slots=True)
class Differing:
    """A sentence whose annotators differ; `agreement` is the share of pairs that agree, of all its units."""

    sentence: str
    agreement: float
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """`answers` compares what was said of sentences as a whole. `left_out` says how many sentences (or, where
    it says so, numbers) could not be compared, by reason. `differing` has the lowest agreement first."""

    sentences: int
    annotators: tuple[str, ...]
    answers: Score
    everything: Agreement
    measures: Mapping[str, Agreement]
    by_annotator: Mapping[str, Agreement]
    pairs: tuple[Pair, ...]
    left_out: Mapping[str, int]
    differing: tuple[Differing, ...]


def report(
    readings: Iterable[Reading],
    measures: Iterable[str],
    *,
    skipped: int = 0,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Report:
    """Of one project; at most one reading by one annotator of one sentence. `skipped` are further ones."""
    grouped = by_sentence(readings)
    shared = {sentence: found for sentence, found in grouped.items() if len(found) > 1}
    units = {sentence: units_of(found) for sentence, found in shared.items()}
    flat = [unit for found in units.values() for unit in found]
    couples = [couple for found in shared.values() for couple in combinations(found, 2)]
    annotators = sorted({reading.annotator for found in grouped.values() for reading in found})
    seen = {label for unit in flat for label in unit.labels.values()}
    how = {"resamples": resamples, "seed": seed}
    return Report(
        sentences=len(shared),
        annotators=tuple(annotators),
        answers=score([[r.answer for r in found] for found in shared.values()], Metric.NOMINAL, **how),
        everything=_agreement(flat, couples, None, how),
        measures={
            measure: _agreement(flat, couples, measure, how) for measure in measures if measure in seen
        },
        by_annotator={
            annotator: _agreement(
                [unit for unit in flat if annotator in unit.labels],
                [couple for couple in couples if annotator in (couple[0].annotator, couple[1].annotator)],
                None,
                how,
            )
            for annotator in annotators
        },
        pairs=tuple(_pair(one, other, shared, how) for one, other in combinations(annotators, 2)),
        left_out=_left_out(grouped, units, flat, skipped),
        differing=_differing(shared, units),
    )


def _agreement(
    units: Sequence[Unit],
    couples: Sequence[tuple[Reading, Reading]],
    measure: str | None,
    how: Mapping[str, int],
) -> Agreement:
    """Of one measure, labels say whether it was seen or not."""
    labels = [
        [label if measure is None else _is(label, measure) for label in unit.labels.values()]
        for unit in units
    ]
    values = [unit.values_of(measure) for unit in units]
    met = sum((matches(one, other, measure) for one, other in couples), Matches())
    return Agreement(
        score(labels, Metric.NOMINAL, **how),
        score(values, Metric.RATIO, **how),
        met.f1_exact,
        met.f1_overlapping,
    )


def _is(label: str, measure: str) -> str:
    return measure if measure in label.split(" and ") else f"not {measure}"


def _pair(one: str, other: str, shared: Mapping[str, Sequence[Reading]], how: Mapping[str, int]) -> Pair:
    both = [[reading for reading in found if reading.annotator in (one, other)] for found in shared.values()]
    both = [found for found in both if len(found) == 2]
    labels = [list(unit.labels.values()) for found in both for unit in units_of(found)]
    met = sum((matches(found[0], found[1]) for found in both), Matches())
    return Pair(one, other, len(both), score(labels, Metric.NOMINAL, **how), met.f1_exact, met.f1_overlapping)


def _left_out(
    grouped: Mapping[str, Collection[Reading]],
    units: Mapping[str, Sequence[Unit]],
    flat: Sequence[Unit],
    skipped: int,
) -> dict[str, int]:
    reasons: Counter[str] = Counter()
    reasons["skipped annotations"] = skipped
    reasons[ALONE] = sum(len(found) == 1 for found in grouped.values())
    reasons[EMPTY] = sum(not found for found in units.values())
    reasons[UNCLEAR] = sum(bool(found) and len(found[0].labels) < 2 for found in units.values())
    reasons[NO_VALUE] = sum(len(unit.labels) > 1 and len(unit.values_of()) < 2 for unit in flat)
    return {reason: count for reason, count in reasons.items() if count}


def _differing(
    shared: Mapping[str, Sequence[Reading]], units: Mapping[str, Sequence[Unit]]
) -> tuple[Differing, ...]:
    found = []
    for sentence, readings in shared.items():
        told: list[list[object]] = [[reading.answer for reading in readings]]
        told += [
            [(label, unit.values.get(annotator)) for annotator, label in unit.labels.items()]
            for unit in units[sentence]
        ]
        raw = [pair[0] == pair[1] for unit in told for pair in combinations(unit, 2)]
        if not all(raw):
            annotators = tuple(sorted(reading.annotator for reading in readings))
            found.append(Differing(sentence, sum(raw) / len(raw), annotators))
    return tuple(sorted(found, key=lambda entry: (entry.agreement, entry.sentence)))
