"""Reads the dates in a sentence and resolves them against the day of publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.core.period import Period
from workbench.languages.language import Language


class DateKind(StrEnum):
    """What a date does in its sentence."""

    AS_OF = "as_of"  # a day or longer on which something held or happened: "on Tuesday", "in May"
    SINCE = "since"  # the start of a count: "since October 7"
    UNTIL = "until"  # its end: "until Friday", "as of Sunday", "by Monday"
    DURATION = "duration"  # a stretch up to the day of publication: "in the past 24 hours"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed (its preposition not included) and the days it means; None where that is unknown."""

    start: int
    end: int
    text: str
    period: Period | None
    kind: DateKind


def read_dates(text: str, language: Language, published_at: date | None) -> list[DateMention]:
    """The dates in `text`, in order and without overlap."""
    return []
