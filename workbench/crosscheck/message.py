"""The words of a finding: who said what, as of when, in one plain sentence."""

from __future__ import annotations

import unicodedata
from math import inf

from workbench.crosscheck.evidence import Evidence

LONGEST = 80
NOUNS = frozenset({"casualties", "strikes"})  # measures that follow no population: casualties among them


def said(claim: Evidence) -> str:
    """Origin and outlet, the figure as printed, what it counts, whom, where and as of when."""
    return f"{voice(claim)} has {figure(claim)} {counted(claim)} {as_of(claim)}"


def voice(claim: Evidence) -> str:
    """Whose word it is, and who printed it."""
    given = claim.claim
    source = plain(given.source)
    if given.reference:
        return f"{source} (reference counts)"
    if given.origin is None:
        return f"{source} (its own word)"
    return f"{source} (in {plain(given.outlet)})" if given.outlet else source


def figure(claim: Evidence) -> str:
    """The figure as printed."""
    return f"“{plain(claim.claim.quantity.text)}”"


def counted(claim: Evidence) -> str:
    """Population, measure, place and method: "Palestinians killed in Gaza Strip"; the figure stands before.

    Only a population that is printed, or stated by the annotator, is named: the event's is no word of theirs.
    """
    given = claim.claim
    population = plain((given.population_text or given.population or "").replace("_", " "))
    measure = plain(claim.measure.replace("_", " "))
    if measure in NOUNS:
        population, measure = "", f"{measure} among {population}" if population else measure
    parts = [
        population,
        measure,
        f"in {plain(claim.place)}" if claim.place else "",
        f"by the method “{plain(given.method)}”" if given.method else "",
    ]
    return " ".join(part for part in parts if part)


def as_of(claim: Evidence) -> str:
    """The as-of day, and whether the day of publication stands in for it."""
    given = claim.claim
    if given.as_of is None:
        return "as of an unknown day"
    return f"as of {given.as_of}" + (" (the day of publication)" if given.as_of_assumed else "")


def reading(claim: Evidence) -> str:
    """What the figure can mean at the widest."""
    return bounds(claim.low, claim.high)


def soft_reading(claim: Evidence) -> str:
    """What readers usually take the figure for."""
    return bounds(claim.soft_low, claim.soft_high)


def bounds(low: float, high: float) -> str:
    """An interval in words: exactly 54,036; 56,001 or more; at most 40; 25,650 to 25,750."""
    if high == inf:
        return f"{low:,} or more"
    if low == high:
        return f"exactly {low:,}"
    return f"at most {high:,}" if low == 0 else f"{low:,} to {high:,}"


def plain(words: str | None) -> str:
    """Words of others on one line, without characters that steer a terminal, and not too long."""
    kept = words or ""
    if not kept.isprintable():
        kept = "".join(" " if unicodedata.category(char).startswith("C") else char for char in kept)
    kept = " ".join(kept.split())
    return kept if len(kept) <= LONGEST else kept[: LONGEST - 1] + "…"
