"""The verified claim set: what leaves the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from workbench.core.claim import Claim
from workbench.core.decision import Decision
from workbench.core.finding import Finding
from workbench.core.period import Period
from workbench.core.quantity import Interval


class Status(StrEnum):
    """What a released figure is worth. Only a verified one is a figure that the house stands for."""

    VERIFIED = "verified"  # nothing open speaks against it, or a reviewer accepted it
    UNRESOLVED = "unresolved"  # an open discrepancy speaks against it; only where the caller asked for such
    SUPERSEDED = "superseded"  # a reviewer accepted another claim in its place
    WITHDRAWN = "withdrawn"  # an earlier release had it, and it does not stand any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """A claim as it is shown to whoever checks a release, before anything is decided on.

    `claim.annotator` is a pseudonym. `voice` is a key that two exhibits share exactly where they are the word
    of one origin. `quote` is the sentence (from `start` to `end` of the article) or a part of it, and begins
    at `quote_start` of the article.
    """

    claim: Claim
    voice: str
    quote: str | None = None
    quote_start: int | None = None
    start: int | None = None
    end: int | None = None
    url: str | None = None
    file: str | None = None
    title: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedClaim:
    """A claim with what is published of it.

    `accepted` and `as_of` are what is published, `claim` the evidence it rests on, `quote` the sentence it
    stands in (or the part of it that is published, from `quote_start` of the article on), `decisions` the
    answers that freed it, or put another claim in its place. `outlets` and `origins` count who supports the
    figure. `discrepancies` are those that are open, by fingerprint.
    """

    claim: Claim
    accepted: Interval
    as_of: Period | None
    quote: str | None
    quote_start: int | None = None
    url: str | None = None
    file: str | None = None
    title: str | None = None
    language: str | None = None
    outlets: int = 1
    origins: int = 1
    decisions: tuple[Decision, ...] = ()
    status: Status = Status.VERIFIED
    discrepancies: tuple[str, ...] = ()

    @property
    def decision(self) -> Decision | None:
        """The answer that says what is published; None where nobody had to answer."""
        return self.decisions[-1] if self.decisions else None

    @property
    def set_by(self) -> Decision | None:
        """The answer whose interval is published; None where the figure is as printed."""
        if self.status is Status.SUPERSEDED:
            return None
        return next((answer for answer in reversed(self.decisions) if answer.interval is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesDay:
    """One series on one as-of day. `policy` says how the interval came about:

    decided: a reviewer's interval; single: the one figure there is; agreement: what all figures allow
    together; range: from the lowest to the highest, because they do not agree and a reviewer said that they
    need not (Iraq Body Count). `best` is the value that most origins state within the interval, of several
    the lowest; without a stated one, the low end. `origins` are names; `independent` says how many origins
    stand behind the figure once copies are known.
    """

    event: str | None
    measure: str
    population: str | None
    place: str | None
    scope: str | None
    since: Period | None
    as_of: Period | None
    status: Status
    accepted: Interval
    policy: str
    reviewer: str | None
    best: int | None
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    independent: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceTerm:
    """`precision` is where_prec of UCDP GED: 1 an exact place, 4 a first-order division, 6 a country."""

    iso: str | None
    precision: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What the words in the columns mean: measures with their unit, places with their precision, events."""

    measures: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, PlaceTerm] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A decision as the log has it: `live` until another one on the same evidence took its place."""

    decision: Decision
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that is quoted, without its text. `version` is an id of what was read."""

    id: str
    version: str
    outlet: str
    published_at: date
    language: str
    url: str | None = None
    file: str | None = None
    title: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """A release as a whole. Number, time and maker are given; the versions are those of what it rests on.

    `previous` is the release that the changelog counts from, `counts` the rows by status.
    """

    number: int
    made_at: datetime
    made_by: str
    workbench: str
    vocabulary: str
    profile: str
    normaliser: str
    rules: tuple[str, ...] = ()
    unresolved: bool = False
    quote_limit: int = 0
    previous: int | None = None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Release:
    """The verified claims in a stable order; they may be walked through more than once."""

    claims: Iterable[VerifiedClaim]
    findings: Mapping[str, Finding] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    series: Iterable[SeriesDay] = ()
