"""Explains what an engine has narrowed: the same checks, each on the claims that it has to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from math import inf
from typing import NamedTuple

from workbench.core.claim import Claim, Scope
from workbench.core.finding import Finding, FindingClass, Severity
from workbench.crosscheck.annotators import Disagreement
from workbench.crosscheck.checks import Check
from workbench.crosscheck.checks.annotation import annotator_disagreement
from workbench.crosscheck.checks.conflict import (
    attribution_mismatch,
    hard_conflict,
    internal_contradiction,
    tension,
)
from workbench.crosscheck.checks.definition import definition_mismatch
from workbench.crosscheck.checks.parts import subset_violation, sum_mismatch
from workbench.crosscheck.checks.time import drop, outlier
from workbench.crosscheck.compare import related
from workbench.crosscheck.comparison import Comparison, Part
from workbench.crosscheck.copying import find_copies
from workbench.crosscheck.events import Events
from workbench.crosscheck.evidence import Evidence, evidence_of
from workbench.crosscheck.origins import Origins, article_of
from workbench.crosscheck.series import Series, SeriesKey
from workbench.crosscheck.settings import CheckSettings
from workbench.crosscheck.terms import Terms


class Lens(StrEnum):
    """What a claim is needed for: its day, a fall, a step beside its neighbours, or parts and wholes."""

    DAY = "day"
    FALL = "fall"
    STEP = "step"
    PART = "part"


CHECKS_OF: Mapping[Lens, tuple[Check, ...]] = {
    Lens.DAY: (hard_conflict, attribution_mismatch, internal_contradiction, tension, definition_mismatch),
    Lens.FALL: (drop,),
    Lens.STEP: (outlier,),
    Lens.PART: (subset_violation, sum_mismatch),
}


class Needed(NamedTuple):
    """A claim that has to be looked at, with its series and the lenses. `odd`: it may be an outlier.

    `key` is None for a part or a whole of an unknown event. `member` is False where it is no figure of its
    series, or where only its word is needed: it is a part or a whole, or had a figure first that others may
    have copied. The series that a lens holds may be short of claims that the lens does not need.
    """

    claim: Claim
    key: SeriesKey | None
    lenses: Collection[Lens]
    odd: bool = False
    member: bool = True


def explain_narrowed(
    needed: Iterable[Needed],
    *,
    wholes: Collection[str],
    disagreements: Iterable[Disagreement],
    terms: Terms,
    events: Events,
    settings: CheckSettings,
) -> list[Finding]:
    """All findings of severity low or above, as `cross_check` has them.

    `wholes` are the ids of claims whose stated parts are all there; of other wholes none is looked at.
    """
    pool = sorted(needed, key=lambda one: one.claim.id)
    origins = Origins(wires=terms.vocabulary.wires)
    evidence = [_evidence(one, terms, events, origins) for one in pool]
    if copies := find_copies(evidence):
        claims = {claim.id: claim.claim for claim in evidence}
        origins = Origins(copies, claims, wires=terms.vocabulary.wires)
        for claim in evidence:
            claim.origin = origins.origin_of(claim.claim)
    parts = _parts(pool, evidence, wholes) if wholes else {}
    odd = {one.claim.id for one in pool if one.odd}
    findings = [
        found
        for disagreement in disagreements
        for found in annotator_disagreement(
            Comparison(terms=terms, settings=settings, disagreement=disagreement)
        )
    ]
    through: dict[Lens, list[tuple[SeriesKey, Evidence]]] = {lens: [] for lens in Lens}
    for one, claim in zip(pool, evidence, strict=True):
        if one.key is not None and one.member:
            for lens in one.lenses:
                through[lens].append((one.key, claim))
    for lens, seen in through.items():
        stated: Mapping[SeriesKey, Sequence[Part]] = parts if lens is Lens.PART else {}
        for comparison in related(_series(seen, settings), stated, terms=terms, settings=settings):
            for check in CHECKS_OF[lens]:
                findings += [found for found in check(comparison) if _counts(found, odd)]
    return in_order(findings)


def _parts(
    pool: Sequence[Needed], evidence: Sequence[Evidence], wholes: Collection[str]
) -> dict[SeriesKey, list[Part]]:
    by_id = {claim.id: claim for claim in evidence}
    keys = {claim.id: one.key for one, claim in zip(pool, evidence, strict=True) if one.key is not None}
    parts: dict[SeriesKey, list[Part]] = defaultdict(list)
    for claim in evidence:
        whole = by_id.get(claim.claim.part_of or "") if claim.claim.part_of in wholes else None
        if whole is not None and whole.id in keys and whole.event == claim.event:
            parts[keys[whole.id]].append(Part(claim, whole))
    return parts


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """The worst first, as `cross_check` has them."""
    return sorted(findings, key=lambda finding: (-finding.severity, finding.cls.value, finding.claims))


def _evidence(one: Needed, terms: Terms, events: Events, origins: Origins) -> Evidence:
    """As `evidence_of`, with the population that a part has within its whole; no term is looked up again."""
    claim, key = one.claim, one.key
    if key is None or claim.part_of is not None or claim.as_of is None:
        found = evidence_of(claim, terms, events, origins)
        if key is not None:
            found.population = key.population
        return found
    hard, soft = claim.quantity.hard, claim.quantity.soft
    return Evidence(
        claim,
        claim.id,
        key.event,
        claim.measure,
        key.population,
        key.place,
        key.scope,
        key.start if claim.since is None else claim.since,
        key.method,
        not terms.vocabulary.measures[claim.measure].accumulates or key.scope is Scope.STOCK,
        claim.reference,
        origins.origin_of(claim),
        origins.publisher_of(claim),
        article_of(claim),
        hard.low or 0,
        inf if hard.high is None else hard.high,
        soft.low or 0,
        inf if soft.high is None else soft.high,
        claim.quantity.value,
        claim.as_of.first.toordinal(),
        claim.as_of.last.toordinal(),
    )


def _series(seen: Sequence[tuple[SeriesKey, Evidence]], settings: CheckSettings) -> dict[SeriesKey, Series]:
    members: dict[SeriesKey, list[Evidence]] = defaultdict(list)
    for key, claim in seen:
        if claim.last is not None:
            members[key].append(claim)
    return {
        key: Series(
            key, sorted(claims, key=lambda claim: (claim.first, claim.last, claim.id)), settings.as_of_days
        )
        for key, claims in members.items()
    }


def _counts(found: Finding, odd: Collection[str]) -> bool:
    # What stands beside a possible outlier has other neighbours in truth than those that are here.
    if found.cls is FindingClass.OUTLIER and found.claims[0] not in odd:
        return False
    return found.severity >= Severity.LOW
