"""A claim: who said, where, that a measure happened to a population, how many, as of when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.core.quantity import Quantity


class Scope(StrEnum):
    """Over which time a figure counts."""

    INCIDENT = "incident"
    PERIOD = "period"
    CUMULATIVE = "cumulative"
    STOCK = "stock"


class Modality(StrEnum):
    """How the figure is put forward. Only asserted and reported figures are evidence."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HYPOTHETICAL = "hypothetical"
    DEMANDED = "demanded"
    DENIED = "denied"
    PLANNED = "planned"

    @property
    def is_evidence(self) -> bool:
        return self in (Modality.ASSERTED, Modality.REPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """All parts of a claim; None is "not known", and the words as printed stand beside each normalised term.

    `origin` None is the outlet's own word. `as_of_assumed` says that the publication day stands in for a
    missing as-of. `part_of` is the id of the claim that this one is a part of; `parts_exhaustive` on the
    whole says that its parts are all there are. A row of reference counts has `reference` and no article.
    """

    id: str
    measure: str
    quantity: Quantity
    population: str | None = None
    population_text: str | None = None
    origin: str | None = None
    origin_text: str | None = None
    place: str | None = None
    place_text: str | None = None
    event: str | None = None
    scope: Scope | None = None
    since: Period | None = None
    as_of: Period | None = None
    as_of_text: str | None = None
    as_of_assumed: bool = False
    modality: Modality = Modality.ASSERTED
    implicit: bool = False
    part_of: str | None = None
    parts_exhaustive: bool = False
    method: str | None = None
    outlet: str | None = None
    published_at: date | None = None
    article: str | None = None
    sentence: str | None = None
    start: int | None = None
    end: int | None = None
    annotator: str | None = None
    ground_truth: bool = False
    reference: bool = False

    @property
    def source(self) -> str:
        """Whose word it is: the named origin, else the outlet."""
        return self.origin or self.outlet or "an unnamed outlet"

    def content(self) -> str:
        """An id of what the claim says and where it stands, free of our own ids and versions."""
        hard, soft = self.quantity.hard, self.quantity.soft
        return content_id(
            *(self.measure, self.quantity.value, self.quantity.bound.value),
            *(hard.low, hard.high, soft.low, soft.high),
            *(self.population, self.origin, self.place, self.event, self.scope, self.modality.value),
            *(str(self.since), str(self.as_of), self.method, self.outlet),
            *(self.article, self.sentence, self.start, self.end, self.reference),
        )
