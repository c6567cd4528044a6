"""What is suggested in a sentence, in words: to see that it is right, nobody need open each region."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.core.annotation import Suggestion
from workbench.core.claim import Modality

NOTHING = "no figure"


def summary(suggestions: Sequence[Suggestion]) -> str:
    """One line a figure, with every part that an annotator has to check; the parts not known are left out."""
    return "\n".join(_line(found) for found in suggestions) or NOTHING


def _line(found: Suggestion) -> str:
    quantity = found.quantity
    amount = quantity.text if quantity.value is None else f"{quantity.bound.value} {quantity.value:,}"
    parts = [
        f"{found.measure}: {amount}",
        _words(found.population_text, found.population),
        _words(found.place_text, found.place, "in "),
        _words(found.origin_text, found.origin, "says ") or "the outlet's own word",
        f"as of {found.as_of}" if found.as_of else "",
        f"since {found.since}" if found.since else "",
        found.scope.value if found.scope else "",
        "" if found.modality is Modality.ASSERTED else found.modality.value,
        "not printed as a figure" if found.implicit else "",
    ]
    return " · ".join(part for part in parts if part)


def _words(words: str | None, term: str | None, before: str = "") -> str:
    said = " ".join((words or (term or "").replace("_", " ")).split())
    return f"{before}{said}" if said else ""
