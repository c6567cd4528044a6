"""That a counted phrase says how often a measure happened."""

from __future__ import annotations

from dataclasses import dataclass

# How sure a way of reading is, before the word itself is weighed.
BESIDE, ATTRIBUTE, OBJECT_OF, EVENT_OF, SUBJECT, FAR_SUBJECT, LISTED, TOLL, ELLIPSIS = (
    *(0.97, 0.86, 0.97, 0.96, 0.97, 0.85, 0.9, 0.95, 0.8),
)


@dataclass(slots=True)
class Reading:
    """That the phrase counts the measure, by the word at token `place`; `sure` lies between 0 and 1.

    `verb` is the first token of the verb that governs (its auxiliaries included). `whole` is the index of
    the phrase that this is a part of.
    """

    phrase: int
    measure: str
    place: int
    verb: int
    sure: float
    way: str
    whole: int | None = None
