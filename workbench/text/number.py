"""What a printed number says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.core.quantity import Bound, Quantity


class Kind(StrEnum):
    """What a number is: only a count says how many."""

    COUNT = "count"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"
    DATE = "date"
    TIME = "time"
    AGE = "age"
    MONEY = "money"
    SCORE = "score"
    IDENTIFIER = "identifier"
    MEASUREMENT = "measurement"


@dataclass(slots=True)  # not frozen: making one would take three times as long
class Number:
    """A number with the words that hedge it. Offsets are code points of the text read, end exclusive.

    `start` to `end` holds hedge and range words, `number_start` to `number_end` the number alone ("56,000" in
    "more than 56,000"; "20 and 30" of a range; the vague word itself). `value` is None for between and vague,
    and where nothing numeric can be said (a clock time, a score). `low` and `high` are as written: "at least
    40" is 40, None; "20-30" is 20, 30; a plain number has neither. `quantity` is there for counts of whole
    numbers only.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    text: str
    kind: Kind
    value: int | float | None
    low: int | float | None
    high: int | float | None
    bound: Bound
    quantity: Quantity | None
