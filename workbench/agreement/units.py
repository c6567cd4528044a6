"""From readings to units: what several annotators could have labelled alike or not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.agreement.reading import Reading, Span
from workbench.core.annotation import Answer

NOTHING = "not marked"


@dataclass(frozen=True, slots=True)
class Unit:
    """One number of a sentence that somebody marked: which measure each annotator saw there, and how many.

    An annotator of the sentence who marked nothing there has the label NOTHING and no value.
    """

    sentence: str
    labels: Mapping[str, str]
    values: Mapping[str, int]

    def values_of(self, measure: str | None = None) -> list[int]:
        """The values of those who saw that measure; of every measure, of those who saw the commonest."""
        label = measure or self._commonest()
        return [value for annotator, value in self.values.items() if self.labels[annotator] == label]

    def _commonest(self) -> str:
        seen = Counter(label for label in self.labels.values() if label != NOTHING)
        return max(sorted(seen), key=lambda label: seen[label])


def by_sentence(readings: Iterable[Reading]) -> dict[str, list[Reading]]:
    grouped: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        grouped[reading.sentence].append(reading)
    return grouped


def units_of(readings: Sequence[Reading]) -> list[Unit]:
    """The units of one sentence. Spans that touch each other, whoever drew them, are one unit.

    Who answered "unclear" said nothing of the numbers and is left out.
    """
    sure = [reading for reading in readings if reading.answer != Answer.UNCLEAR]
    drawn = sorted(
        ((span, reading.annotator) for reading in sure for span in reading.spans),
        key=lambda entry: (entry[0].start, entry[0].end),
    )
    groups: list[list[tuple[Span, str]]] = []
    reach = -1
    for span, annotator in drawn:
        if span.start >= reach:
            groups.append([])
        groups[-1].append((span, annotator))
        reach = max(reach, span.end)
    return [_unit(group, sure) for group in groups]


def _unit(group: Sequence[tuple[Span, str]], readings: Sequence[Reading]) -> Unit:
    measures: dict[str, set[str]] = defaultdict(set)
    values: dict[str, set[int]] = defaultdict(set)
    for span, annotator in group:
        measures[annotator].add(span.measure)
        if span.value is not None:
            values[annotator].add(span.value)
    labels = {
        reading.annotator: " and ".join(sorted(measures.get(reading.annotator, ()))) or NOTHING
        for reading in readings
    }
    single = {annotator: min(said) for annotator, said in values.items() if len(said) == 1}
    return Unit(readings[0].sentence, labels, single)
