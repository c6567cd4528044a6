"""A second opinion on a discrepancy: what discrepancy.xml shows of two quotes, and what may be answered."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.labelstudio.predictions import Json

NAME = "discrepancy.xml"
OPINION, WHY = "opinion", "why"


class Opinion(StrEnum):
    CONTRADICT = "contradict"
    AGREE = "agree"
    NOT_COMPARABLE = "not_comparable"
    MISREAD = "misread"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its neighbours, whose word it is, and the day that its figure speaks of."""

    source: str
    as_of: str
    text: str
    before: str = ""
    after: str = ""


def opinion_json(discrepancy: str, message: str, first: Quote, second: Quote) -> Json:
    """The task; it carries the id of the discrepancy, and no suggestion: a second opinion is one's own."""
    data = {"discrepancy": discrepancy, "message": message}
    for side, quote in (("first", first), ("second", second)):
        data |= {
            side: quote.text,
            f"{side}_source": quote.source,
            f"{side}_as_of": f"as of {quote.as_of}",
            f"{side}_before": quote.before,
            f"{side}_after": quote.after,
        }
    return {"data": data}
