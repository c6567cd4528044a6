"""Explains one share of what an engine has narrowed, in a process of its own: it knows no engine."""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from workbench.core.finding import Finding
from workbench.crosscheck.events import Events
from workbench.crosscheck.frames import ALONE
from workbench.crosscheck.narrowed import Lens, Needed, explain_narrowed
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms
from workbench.engine.columns import claims_of
from workbench.engine.shares import read_share

LENSES = tuple(f"lens_{lens}" for lens in (*Lens, "odd"))


@dataclass(frozen=True, slots=True)
class Share:
    """Series that have nothing to do with those of other shares, and the file of their claims.

    `keys` are by number. `wholes` are the ids of claims whose stated parts are all there.
    """

    file: Path
    keys: Mapping[int, SeriesKey]
    wholes: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Explained:
    """How many claims were looked at, and what was found in them."""

    claims: int
    findings: list[Finding]


def explain_share(share: Share, *, terms: Terms, events: Events, settings: CheckSettings) -> Explained:
    """All findings of severity low or above in the claims of a share."""
    with _no_collection():
        needed = list(_needed(share))
        found = explain_narrowed(
            needed, wholes=share.wholes, disagreements=(), terms=terms, events=events, settings=settings
        )
        return Explained(len(needed), found)


def _needed(share: Share) -> Iterator[Needed]:
    """Its claims, each once: one that is needed for its word alone may be there for more as well."""
    seen: set[str] = set()
    # In batches, so that not all claims are there as columns and as claims at once.
    for batch in read_share(share.file):
        table = pa.Table.from_batches([batch])
        columns = (table.column(name).to_pylist() for name in ("series", "member", *LENSES))
        for claim, series, member, *flags in zip(claims_of(table), *columns, strict=True):
            if claim.id in seen:
                continue
            seen.add(claim.id)
            key = None if series == ALONE else share.keys[series]
            yield Needed(claim, key, _lenses(tuple(flags[:-1])), odd=flags[-1], member=member)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Claims are many and hold no cycles: to look for garbage among them again and again takes long."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@cache
def _lenses(flags: tuple[bool, ...]) -> tuple[Lens, ...]:
    return tuple(lens for lens, on in zip(Lens, flags, strict=True) if on)
