"""What differs between two releases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | int | bool | None


class Kind(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Because(StrEnum):
    """What did it, as far as the two releases show."""

    DECISION = "decision"  # a reviewer answered a discrepancy that names the claim; `id` is its fingerprint
    DISCREPANCY = "discrepancy"  # one was found that is open; `id` is its fingerprint
    ARTICLE = "article"  # the article is new, changed or gone; `id` is that of the article
    SUPPORT = "support"  # other sources came or went
    LABELLING = "labelling"  # annotations, or how they are read, changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One claim. `fields` has what differs, as it was and as it is; `who` is the reviewer of a decision."""

    kind: Kind
    claim: str
    because: Because
    id: str | None = None
    who: str | None = None
    event: str | None = None
    measure: str | None = None
    figure: str | None = None
    fields: Mapping[str, tuple[Cell, Cell]] = field(default_factory=dict)


def line_of(found: Difference) -> str:
    """The difference in one line that a person reads."""
    what = ", ".join(part for part in (found.event, found.measure, found.figure) if part)
    fields = "; ".join(f"{name} {_said(old)} → {_said(new)}" for name, (old, new) in found.fields.items())
    cause = " ".join(
        part for part in (found.because.value, found.id, found.who and f"by {found.who}") if part
    )
    return f"{found.kind.value} {found.claim} ({what}){': ' if fields else ''}{fields}; because of {cause}"


def _said(cell: Cell) -> str:
    return "nothing" if cell is None else str(cell)
