"""Where a cross-check has put each piece of evidence, so that the next one knows what hangs together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A claim or a reference count as it was last compared. `series` None: its event is unknown.

    `scope` and `start` are those it counts by, `origin` the key of whose word it is. `whole` is what it is a
    part of, and `host` the series of that. Of one that was copied from another one, either `alike` or `odd`
    is the same; None copies from nothing, and nothing from it.
    """

    id: str
    event: str | None = None
    series: str | None = None
    scope: str | None = None
    start: str | None = None
    origin: str = ""
    whole: str | None = None
    host: str | None = None
    alike: int | None = None
    odd: int | None = None


@dataclass(frozen=True, slots=True)
class FiledSeries:
    """A series by its id, with what its claims have in common, as JSON takes it."""

    id: str
    event: str
    key: Sequence[str | None]
