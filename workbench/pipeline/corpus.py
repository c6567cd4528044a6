"""Cross-checks a folder of claims without a database: an engine narrows, the checks explain."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyarrow as pa

from workbench.core.claim import Claim
from workbench.core.event import Event
from workbench.core.finding import Finding, Severity
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.copying import may_be_copy
from workbench.crosscheck.frames import ALONE
from workbench.crosscheck.narrowed import Lens, Needed, explain_narrowed
from workbench.crosscheck.run import cross_check
from workbench.crosscheck.settings import CheckSettings
from workbench.engine.columns import NAMES, claims_of
from workbench.engine.engine import Engine
from workbench.engine.evidence import (
    first_figures,
)
from workbench.engine.narrow import (
    claims_needed,
)
from workbench.pipeline.corpus_claims import open_claims
from workbench.pipeline.corpus_narrow import Narrowed, Narrowing

BATCH = 1 << 17
OWN = ("series", "figures")  # what a claim is known to belong to


@dataclass(frozen=True, slots=True)
class CorpusChecked:
    """How many claims there were, how many of them had to be looked at, and what was found."""

    claims: int
    looked_at: int
    findings: list[Finding]


def crosscheck_corpus(
    engine: Engine,
    folder: Path,
    *,
    vocabulary: Vocabulary,
    events: Mapping[str, Event] | None = None,
    settings: CheckSettings = CheckSettings(),  # noqa: B008  a frozen value
    info_of: str | None = None,
) -> CorpusChecked:
    """All findings of severity low or above in the claims of a folder of JSON lines or Parquet.

    They are those that `cross_check` has of the same claims; behind them, those of severity info in the event
    that `info_of` names: they are too many to be worked out unasked. Raises InvalidData that names file, row
    and field of what is no claim.
    """
    with open_claims(engine, folder, vocabulary=vocabulary, events=events) as claims:
        try:
            with _no_collection():
                narrowing = Narrowing(engine, claims, vocabulary, events, settings)
                narrowed = narrowing.narrow()
                kept = list(_fetched(engine, narrowed))
                findings = explain_narrowed(
                    kept,
                    wholes=narrowed.wholes,
                    disagreements=narrowed.disagreements,
                    terms=narrowing.terms,
                    events=narrowing.events,
                    settings=settings,
                )
            if info_of is not None:
                findings += _info(engine, narrowed, info_of, vocabulary, events or {}, settings)
            return CorpusChecked(narrowed.claims, len(kept), findings)
        finally:
            engine.forget()


def _fetched(engine: Engine, narrowed: Narrowed) -> Iterator[Needed]:
    """The claims to be looked at, and those whose word they need."""
    evidence, numbered, named, wholes = narrowed.evidence, narrowed.numbered, narrowed.named, narrowed.wholes
    lenses = [f"lens_{lens}" for lens in (*Lens, "odd")]
    found = engine.rows(claims_needed(evidence, narrowed.needed).select(*NAMES, *OWN, *lenses))
    seen: set[str] = set()
    asked: set[tuple[int, int]] = set()
    # In batches, so that not all of the corpus is there as columns and as claims at once.
    for batch in found.to_batches(max_chunksize=BATCH):
        some = pa.Table.from_batches([batch])
        flags = zip(*(some.column(name).to_pylist() for name in lenses), strict=True)
        for (claim, series, figures), flag in zip(_owned(some), flags, strict=True):
            seen.add(claim.id)
            if may_be_copy(claim):
                asked.add((figures, claim.quantity.value or 0))
            yield Needed(claim, numbered.keys[series], _lenses(flag[:-1]), odd=flag[-1])
    del found
    further = []
    if wholes:
        ids = engine.table(b_id=pa.array(sorted(wholes), pa.string()))
        further.append(evidence.filter(evidence.whole.isin(ids.b_id) | evidence.id.isin(ids.b_id)))
    if asked:
        pairs = zip(*sorted(asked), strict=True)
        figures, values = (pa.array(column, pa.int64()) for column in pairs)
        further.append(first_figures(evidence, engine.table(a_figures=figures, a_value=values)))
    for table in further:
        for claim, series, _ in _owned(engine.rows(table.select(*NAMES, *OWN))):
            if claim.id not in seen:
                seen.add(claim.id)
                own = named[claim.id].part if claim.id in named else series
                yield Needed(claim, None if own == ALONE else numbered.keys[own], (), member=False)


def _info(
    engine: Engine,
    narrowed: Narrowed,
    event: str,
    vocabulary: Vocabulary,
    events: Mapping[str, Event],
    settings: CheckSettings,
) -> list[Finding]:
    there = narrowed.evidence.filter(narrowed.evidence.f_event == event).select(*NAMES)
    found = cross_check(
        list(claims_of(engine.rows(there))), vocabulary=vocabulary, events=events, settings=settings
    )
    return [each for each in found if each.severity is Severity.INFO]


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


def _owned(table: pa.Table) -> Iterator[tuple[Claim, int, int]]:
    columns = (table.column(name).to_pylist() for name in OWN)
    return zip(claims_of(table), *columns, strict=True)
