"""Finds who copies whom, each edge with its evidence in one sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.core.claim import Claim
from workbench.core.edge import Edge, EdgeKind, Printed
from workbench.core.quantity import Bound
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.likeness import Alike, shingles
from workbench.crosscheck.message import figure, plain, voice

NEARLY = 0.7  # likeness from which two sentences are one text, with a word or two changed
ODD_DIGITS = 4  # significant digits of a figure that two do not arrive at independently: 54,036, not 25,700

_NOTHING: Mapping[str, Printed] = {}


def find_copies(evidence: Iterable[Evidence], printed: Mapping[str, Printed] = _NOTHING) -> list[Edge]:
    """At most one edge from each claim that is the outlet's own word, in the order of the claims' ids.

    A wire credit of the article says whose word it is; else a sentence in nearly the same words, with the
    same figure, in another outlet that was published first (of one day, the one that names its origin);
    else the same odd figure of the same series at an earlier time. `printed` is by sentence id. A claim that
    names its origin is never a copy: the attribution says more. Near-linear.
    """
    own = [claim for claim in evidence if claim.event is not None]
    found: dict[str, Edge] = {}
    for edges in (_credited(own, printed), _reprinted(own, printed), _odd(own)):
        for edge in edges:
            found.setdefault(edge.copy, edge)
    return [found[copy] for copy in sorted(found)]


def alike_group(claim: Evidence) -> tuple[object, ...] | None:
    """What it shares with all that may stand in nearly the same sentence; None where it stands in none."""
    if claim.event is None or claim.reference or claim.claim.sentence is None:
        return None
    return claim.event, claim.measure, claim.low, claim.high


def odd_group(claim: Evidence) -> tuple[object, ...] | None:
    """What it shares with all that have the same odd figure; None where its figure is none."""
    if claim.event is None or not _is_odd_figure(claim.claim):
        return None
    return claim.event, claim.measure, claim.population, claim.place, claim.value


def _credited(claims: Iterable[Evidence], printed: Mapping[str, Printed]) -> Iterator[Edge]:
    for claim in claims:
        around = printed.get(claim.claim.sentence or "")
        if around is None or not around.credit or claim.publisher == f"outlet:{around.credit.casefold()}":
            continue
        if _may_copy(claim):
            reason = f"{plain(claim.claim.outlet)} credits {around.credit}: “{plain(around.credit_text)}”"
            yield Edge(claim.id, around.credit, reason, EdgeKind.WIRE_CREDIT)


def _reprinted(claims: Iterable[Evidence], printed: Mapping[str, Printed]) -> Iterator[Edge]:
    groups: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for claim in claims:
        shared = alike_group(claim)
        if shared is not None and claim.claim.sentence in printed:
            groups[shared].append(claim)
    for group in groups.values():
        if len({claim.publisher for claim in group}) > 1:
            yield from _reprints(sorted(group, key=_rank), printed)


def _rank(claim: Evidence) -> tuple[int, bool, str, str]:
    """The earliest first; of two that were published at one time, whoever names an origin is nearer to it."""
    return _moment(claim), claim.claim.origin is None, claim.publisher, claim.id


def _reprints(claims: Sequence[Evidence], printed: Mapping[str, Printed]) -> Iterator[Edge]:
    texts = Alike()
    by_id = {claim.id: claim for claim in claims}
    for claim in claims:
        words = printed[claim.claim.sentence or ""].text
        text = shingles(words)
        alike = sorted((by_id[name] for name in texts.to(text, NEARLY)), key=_rank)
        original = next((other for other in alike if other.publisher != claim.publisher), None)
        if original is not None and _may_copy(claim):
            reason = (
                f"{plain(claim.claim.outlet)} prints nearly the words of {plain(original.claim.outlet)}: "
                f"“{plain(printed[original.claim.sentence or ''].text)}”"
            )
            yield Edge(claim.id, original.id, reason, EdgeKind.NEAR_DUPLICATE)
        if not alike:  # what is like another one is found by that
            texts.add(claim.id, text)


def _odd(claims: Iterable[Evidence]) -> Iterator[Edge]:
    groups: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for claim in claims:
        shared = odd_group(claim)
        if shared is not None:
            groups[shared].append(claim)
    for group in groups.values():
        if len({claim.publisher for claim in group}) < 2:
            continue
        group.sort(key=lambda claim: (_moment(claim), not claim.reference, claim.id))
        first = group[0]
        for claim in group[1:]:
            later = _moment(claim) > _moment(first) or (first.reference and not claim.reference)
            if later and claim.publisher != first.publisher and _may_copy(claim):
                reason = f"{plain(claim.claim.outlet)} has {figure(claim)}, which {voice(first)} had first"
                yield Edge(claim.id, first.id, reason, EdgeKind.ODD_FIGURE)


def may_be_copy(claim: Claim) -> bool:
    """Is it the outlet's own word, and a figure that another may have had first?"""
    return claim.origin is None and claim.outlet is not None and not claim.reference and _is_odd_figure(claim)


def _is_odd_figure(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.value is not None and quantity.bound is Bound.EXACT and is_odd(quantity.value)


def is_odd(value: int) -> bool:
    """Has the figure so many significant digits that two hardly arrive at it independently?"""
    return len(str(value).rstrip("0")) >= ODD_DIGITS


def _may_copy(claim: Evidence) -> bool:
    return claim.claim.origin is None and claim.claim.outlet is not None and not claim.reference


def _moment(claim: Evidence) -> int:
    """When it was there to be copied: the day of publication, else the day it is as of."""
    published = claim.claim.published_at
    return published.toordinal() if published else claim.last or 0
