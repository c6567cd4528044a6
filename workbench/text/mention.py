"""A date that a sentence names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.period import Period


class DateKind(StrEnum):
    """What a date does in its sentence."""

    AS_OF = "as_of"  # a day or longer on which something held or happened: "on Tuesday", "as of Sunday"
    SINCE = "since"  # the start of a count: "since October 7"
    UNTIL = "until"  # its end: "until Friday", "by Monday", "from May 1 to June 3"
    DURATION = "duration"  # a stretch up to the day of publication: "in the past 24 hours"


@dataclass(slots=True)  # not frozen: making one would take three times as long
class DateMention:
    """A date as printed (its preposition not included) and the days it means; None where that is unknown."""

    start: int
    end: int
    text: str
    period: Period | None
    kind: DateKind
