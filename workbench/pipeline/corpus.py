"""Cross-checks a folder of claims without a database: an engine narrows, the checks explain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.core.event import Event
from workbench.core.finding import Finding, Severity
from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.narrowed import explain_narrowed, in_order
from workbench.crosscheck.run import cross_check
from workbench.crosscheck.settings import CheckSettings
from workbench.engine.columns import NAMES, claims_of
from workbench.engine.engine import Engine, on_all_cores
from workbench.pipeline.corpus_claims import open_claims
from workbench.pipeline.corpus_explain import explain_share
from workbench.pipeline.corpus_narrow import Narrowed, Narrowing
from workbench.pipeline.corpus_shares import share_out

FEW = 20_000  # claims to be looked at that are not worth the start of further processes


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
            narrowing = Narrowing(engine, claims, vocabulary, events, settings)
            narrowed = narrowing.narrow()
            explain = partial(
                explain_share, terms=narrowing.terms, events=narrowing.events, settings=settings
            )
            with TemporaryDirectory() as scratch:
                shares, rows = share_out(engine, narrowed, Path(scratch))
                done = list(map(explain, shares) if rows < FEW else on_all_cores(explain, shares))
            findings = explain_narrowed(
                (),
                wholes=(),
                disagreements=narrowed.disagreements,
                terms=narrowing.terms,
                events=narrowing.events,
                settings=settings,
            )
            findings = in_order([*findings, *(one for share in done for one in share.findings)])
            if info_of is not None:
                findings += _info(engine, narrowed, info_of, vocabulary, events or {}, settings)
            return CorpusChecked(narrowed.claims, sum(share.claims for share in done), findings)
        finally:
            engine.forget()


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
