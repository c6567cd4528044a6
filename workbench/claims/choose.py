"""Which of several annotations of one sentence speaks for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from workbench.core.annotation import Annotation, Unreadable
from workbench.core.claim import Claim

Read = tuple[Annotation, Sequence[Claim | Unreadable]]


def choose(read: Iterable[Read]) -> Annotation | None:
    """Ground truth wins, else what more than half of the annotators say, else the latest; None of nothing.

    `read` holds the annotations of one sentence with what each was read as: two that say the same in other
    controls agree. Skipped ones say nothing. Of several by one annotator the latest is what that person says.
    Where several would do, the latest is taken, so the answer does not depend on the order given.
    """
    entries = sorted((e for e in read if not e[0].cancelled), key=lambda entry: _age(entry[0]))
    if not entries:
        return None
    truths = [annotation for annotation, _ in entries if annotation.ground_truth]
    if truths:
        return truths[-1]
    voices = {_voice(annotation): (annotation, results) for annotation, results in entries}
    answers = sorted(voices.values(), key=lambda entry: _age(entry[0]))
    said = [_says(results) for _, results in answers]
    most, times = Counter(said).most_common(1)[0]
    if 2 * times > len(answers):
        return next(answers[index][0] for index in reversed(range(len(said))) if said[index] == most)
    return answers[-1][0]


def _voice(annotation: Annotation) -> str:
    return annotation.annotator or f"unnamed {annotation.id}"


def _age(annotation: Annotation) -> tuple[datetime, datetime, str]:
    return annotation.updated_at, annotation.created_at, annotation.id


def _says(results: Sequence[Claim | Unreadable]) -> tuple[str, ...]:
    """What was read, free of ids: the content of each claim, the words and reason of what was not read."""
    return tuple(
        sorted(
            result.content() if isinstance(result, Claim) else f"{result.text} {result.field} {result.reason}"
            for result in results
        )
    )
