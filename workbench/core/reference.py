"""Reference counts: published daily figures of an origin, without an article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.core.claim import Claim, Modality, Scope
from workbench.core.identity import content_id
from workbench.core.period import Period
from workbench.core.quantity import Bound, quantity_of
from workbench.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceCount:
    """A cumulative figure (or a stock) as of a day. `reported` False was carried forward: no evidence."""

    event: str
    place: str | None
    population: str | None
    measure: str
    origin: str
    as_of: date
    value: int
    reported: bool = True

    @property
    def id(self) -> str:
        """Follows from everything but the value, so that a corrected value takes the old one's place."""
        day = self.as_of.isoformat()
        return content_id(
            "reference", self.event, self.place, self.population, self.measure, self.origin, day
        )

    def claim(self, vocabulary: Vocabulary) -> Claim:
        """The figure as a claim of its origin: exact, since the event's start."""
        accumulates = vocabulary.measure(self.measure).accumulates
        population = vocabulary.population_of(self.population) if self.population else None
        place = vocabulary.place_of(self.place) if self.place else None
        return Claim(
            id=self.id,
            measure=self.measure,
            quantity=quantity_of(f"{self.value:,}", Bound.EXACT, self.value, prose=False),
            population=population or self.population,
            population_text=self.population,
            origin=self.origin,
            place=place or self.place,
            place_text=self.place,
            event=self.event,
            scope=Scope.CUMULATIVE if accumulates else Scope.STOCK,
            as_of=Period.day(self.as_of),
            modality=Modality.ASSERTED if self.reported else Modality.HYPOTHETICAL,
            reference=True,
        )
