"""Who copies whom: edges between what is printed and whose word it is, and what reviewers say of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EdgeKind(StrEnum):
    """What an edge rests on."""

    WIRE_CREDIT = "wire_credit"
    NEAR_DUPLICATE = "near_duplicate"
    ODD_FIGURE = "odd_figure"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Edge:
    """One voice copies another, with the evidence in one sentence.

    Both ends are names of origins or outlets, or ids of claims. An edge between two names makes them one
    origin; an edge from a claim says whose word that claim alone is.
    """

    copy: str
    original: str
    reason: str = ""
    kind: EdgeKind = EdgeKind.REVIEWER


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """A reviewer's word on an edge: it is `cut`, or added. The last one on an edge is in force.

    A cut also speaks against the attribution of a claim to the origin that it names.
    """

    copy: str
    original: str
    cut: bool
    reviewer: str
    ruled_at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed around a claim: its sentence, and the wire agency that its article credits, if any.

    `credit_text` are the words of the credit.
    """

    text: str
    credit: str | None = None
    credit_text: str | None = None
