"""What the machine suggests and what a person says about the figures in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from workbench.core.claim import Modality, Scope
from workbench.core.quantity import Quantity


class Answer(StrEnum):
    """What an annotator says about a sentence as a whole."""

    CLAIMS = "claims"
    NO_CLAIM = "no_claim"
    UNCLEAR = "unclear"


WORTH_SAID = "worth: "  # begins an answer that says whether the sentence is worth checking, and no claim


class Role(StrEnum):
    """What marked words are to the number that they belong to: whom it counts, on whose word, where, when."""

    POPULATION = "population"
    ORIGIN = "origin"
    PLACE = "place"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A numeric claim that the machine believes to see. start, end and text are those of the number itself.

    `since` and `as_of` are EDTF strings. `part_of` is the index of its whole in the same list. `score` lies
    between 0 and 1. Offsets are code points of the text that was read, end exclusive.
    """

    start: int
    end: int
    measure: str
    quantity: Quantity
    population: str | None = None
    population_text: str | None = None
    origin: str | None = None
    origin_text: str | None = None
    place: str | None = None
    place_text: str | None = None
    since: str | None = None
    as_of: str | None = None
    scope: Scope | None = None
    modality: Modality = Modality.ASSERTED
    implicit: bool = False
    score: float = 0.5
    part_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One labelled number as it came back: everything a person may have typed, as typed.

    `fields` holds what the controls of the label config say, by control name (value, bound, low, high,
    population, origin, place, since, as_of, scope, modality, implicit, event); a control left alone is
    missing. `part_of` is the region id of the whole. Words that were marked as a `role` are regions too, with
    that role and without a measure; `links` of a number names those that a relation ties to it. Offsets are
    code points of the sentence, end exclusive.
    """

    id: str
    start: int
    end: int
    text: str
    measure: str
    fields: dict[str, str] = field(default_factory=dict)
    part_of: str | None = None
    role: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A person's answer about one sentence. A skipped (`cancelled`) one says nothing, whatever it carries.

    `suggested` is what was suggested when it was begun, `changes` what became of that; None: not known.
    """

    id: str
    sentence: str
    annotator: str | None
    created_at: datetime
    updated_at: datetime
    regions: tuple[Region, ...] = ()
    answer: str | None = None
    cancelled: bool = False
    ground_truth: bool = False
    lead_time: float | None = None
    suggested: Suggested | None = None
    changes: tuple[Change, ...] | None = None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What stood on the page before the annotator began, read like an answer."""

    regions: tuple[Region, ...] = ()
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What an annotator made of one part of a suggestion.

    `field` is a control, or "measure", "role", "span", "part_of", "links", "answer"; or "region" for one that
    was added (`suggested` is None) or deleted (`said` is None), with its printed words.
    """

    region: str
    field: str
    suggested: str | None
    said: str | None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A region that is no claim because a part of it could not be read, with the reason."""

    annotation: str
    region: str
    text: str
    field: str
    reason: str
