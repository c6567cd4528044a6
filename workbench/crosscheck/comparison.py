"""What a check looks at: one series with its parts and wholes, its neighbours, and who copies whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.annotators import Disagreement
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import Series, SeriesKey
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms


class Part(NamedTuple):
    """A claim and the one that somebody said it is a part of."""

    part: Evidence
    whole: Evidence


@dataclass(frozen=True, slots=True)
class Comparison:
    """One series by its `key`, or one sentence whose annotators disagree (then all else is empty).

    `parts`: stated parts whose whole stands in this series. `narrower`: series that the vocabulary knows to
    lie inside this one. `methods`: on the first of several series that differ in method only, all of them.
    `terms_apart`: series that differ in one term only, that is often taken for the one here. `phases`: on the
    first of several series that differ in counting start only, all of them by start.
    """

    terms: Terms
    settings: CheckSettings
    key: SeriesKey | None = None
    series: Series | None = None
    parts: Sequence[Part] = ()
    narrower: Sequence[Series] = ()
    methods: Sequence[Series] = ()
    terms_apart: Sequence[Series] = ()
    phases: Sequence[Series] = ()
    disagreement: Disagreement | None = None


def finding(
    cls: FindingClass,
    severity: Severity,
    pair: Sequence[str],
    message: str,
    others: Iterable[str] = (),
) -> Finding:
    """A finding of the first version of its rule, the worst pair first and the rest by id."""
    rest = sorted(set(others) - set(pair))
    return Finding(cls, severity, f"{cls.value}@1", (*pair, *rest), message)
