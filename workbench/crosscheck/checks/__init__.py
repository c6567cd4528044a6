"""All checks, one family a file. A new one is a function of the same shape and a line here."""

from collections.abc import Callable, Iterator

from workbench.core.finding import Finding
from workbench.crosscheck.checks.agreement import echo
from workbench.crosscheck.checks.annotation import annotator_disagreement
from workbench.crosscheck.checks.conflict import (
    attribution_mismatch,
    hard_conflict,
    internal_contradiction,
    tension,
)
from workbench.crosscheck.checks.definition import definition_mismatch
from workbench.crosscheck.checks.parts import not_testable, subset_violation, sum_mismatch
from workbench.crosscheck.checks.time import change, drop, growth, outlier, phase_reset, revision, stale
from workbench.crosscheck.comparison import Comparison

Check = Callable[[Comparison], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    hard_conflict,
    attribution_mismatch,
    internal_contradiction,
    subset_violation,
    sum_mismatch,
    drop,
    outlier,
    tension,
    definition_mismatch,
    revision,
    phase_reset,
    growth,
    change,
    stale,
    not_testable,
    echo,
    annotator_disagreement,
)
