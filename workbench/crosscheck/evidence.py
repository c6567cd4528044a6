"""Claims brought to common terms, so that two of them can be set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from workbench.core.claim import Claim, Scope
from workbench.core.period import Period
from workbench.crosscheck.events import Events
from workbench.crosscheck.origins import Origins, article_of
from workbench.crosscheck.terms import Terms


@dataclass(slots=True, eq=False)
class Evidence:
    """A claim with its terms as the vocabulary and its event understand them.

    `first` and `last` are the as-of days as ordinals. Bounds are numbers: an open one is 0 or infinity.
    `origin`, `publisher` and `article` are keys that two share exactly where they have the same one.
    """

    claim: Claim
    id: str
    event: str | None
    measure: str
    population: str | None
    place: str | None
    scope: Scope | None
    start: Period | None
    method: str | None
    stock: bool
    reference: bool
    origin: str
    publisher: str
    article: str
    low: float
    high: float
    soft_low: float
    soft_high: float
    value: int | None
    first: int | None
    last: int | None
    reason: str = ""

    @property
    def voice(self) -> tuple[str, str]:
        """One origin in one article."""
        return self.article, self.origin


def bring_to_terms(
    claims: Iterable[Claim], *, terms: Terms, events: Events, origins: Origins
) -> list[Evidence]:
    """All claims that are evidence, in the order of their ids.

    The publication day stands in for a missing as-of and is marked as assumed. A missing event is inferred;
    where it cannot be, the claim is kept without one, and compared with nothing. Raises InvalidData for an
    unknown measure.
    """
    kept = sorted((claim for claim in claims if claim.modality.is_evidence), key=lambda claim: claim.id)
    evidence = [evidence_of(claim, terms, events, origins) for claim in kept]
    name_parts(evidence, terms)
    return evidence


def name_parts(evidence: Sequence[Evidence], terms: Terms) -> None:
    """Gives each stated part the population that it is within its whole, the outermost whole first.

    `evidence` is in the order of ids. A whole that is not among it names nothing, nor does one of people or
    of others: whom an event means by those is no word of the part, and others who count the part have not
    heard it either.
    """
    by_id = {claim.id: claim for claim in evidence}
    named: set[str] = set()
    for claim in evidence:
        path: dict[str, Evidence] = {}
        at: Evidence | None = claim
        while at is not None and at.id not in named and at.id not in path:
            path[at.id] = at
            at = by_id.get(at.claim.part_of) if at.claim.part_of else None
        for part in reversed(path.values()):
            whole = by_id.get(part.claim.part_of) if part.claim.part_of else None
            if whole is not None and whole.event == part.event and _names(whole, terms) and part.population:
                part.population = terms.join(part.population, whole.population or "")
        named.update(path)


def _names(whole: Evidence, terms: Terms) -> bool:
    claim = whole.claim
    return not terms.is_unspecific(terms.population(claim.population, claim.population_text))


def _from_its_start(scope: Scope | None, event: str, events: Events) -> bool:
    """Does the figure count from the start of its event, where nothing else is said?"""
    return scope is Scope.CUMULATIVE or (scope is Scope.INCIDENT and events.is_incident(event))


def evidence_of(claim: Claim, terms: Terms, events: Events, origins: Origins) -> Evidence:
    """One claim brought to common terms; a part is not yet named by its whole."""
    measure = terms.vocabulary.measure(claim.measure)
    if claim.as_of is None and claim.published_at is not None:
        claim = replace(claim, as_of=Period.day(claim.published_at), as_of_assumed=True)
    event, reason = claim.event, ""
    if event is None:
        inference = events.infer(claim)
        event, reason = inference.event, inference.reason
    place = terms.place(claim.place, claim.place_text)
    population = terms.population(claim.population, claim.population_text)
    if event is not None and terms.is_unspecific(population):
        population = events.meaning(event, place) or population
    scope = claim.scope
    if not measure.accumulates and (scope is None or claim.reference):
        scope = Scope.STOCK
    elif scope is None and claim.reference:
        scope = Scope.CUMULATIVE
    start = claim.since
    if scope is Scope.STOCK:
        start = None
    elif start is None and event is not None and _from_its_start(scope, event, events):
        start = events.start(event)
    hard, soft = claim.quantity.hard, claim.quantity.soft
    return Evidence(
        claim=claim,
        id=claim.id,
        event=event,
        measure=measure.id,
        population=population,
        place=place,
        scope=scope,
        start=start,
        method=" ".join(claim.method.casefold().split()) or None if claim.method else None,
        stock=not measure.accumulates or scope is Scope.STOCK,
        reference=claim.reference,
        origin=origins.origin_of(claim),
        publisher=origins.publisher_of(claim),
        article=article_of(claim),
        low=hard.low or 0,
        high=inf if hard.high is None else hard.high,
        soft_low=soft.low or 0,
        soft_high=inf if soft.high is None else soft.high,
        value=claim.quantity.value,
        first=claim.as_of.first.toordinal() if claim.as_of else None,
        last=claim.as_of.last.toordinal() if claim.as_of else None,
        reason=reason,
    )
