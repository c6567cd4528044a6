"""Which of several annotations of one sentence speaks for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.core.annotation import Annotation, Unreadable
from workbench.core.claim import Claim

Read = tuple[Annotation, Sequence[Claim | Unreadable]]


def choose(read: Iterable[Read]) -> Annotation | None:
    """Ground truth wins, else what more than half of the annotators say, else the latest; None of nothing."""
    raise NotImplementedError
