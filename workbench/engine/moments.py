"""Moments: what the claims of one series and one as-of leave possible, and which lens has to look at it."""

from __future__ import annotations

from typing import Any

import ibis

FALLS, OVER_TIME, STOCK, GROWS, SIBLINGS = 1, 2, 4, 8, 16  # traits of a series
LENSES = ("day", "fall", "step", "part")


def moments_of(evidence: ibis.Table, *, tables: bool) -> ibis.Table:
    """The moments of claims that stand in a series; articles apart where there are `tables` of counts."""
    told = evidence.filter(evidence.series >= 0, evidence.first.notnull())
    stated = (told.value > 0).ifelse(told.value, ibis.null("int64"))
    bounds = {
        "traits": told.traits.max(),
        "soft_low": told.soft_lo.max(),
        "soft_high": told.soft_hi.min(),
        "low": told.lo.max(),
        "high": told.hi.min(),
        "value_low": stated.min(),
        "value_high": stated.max(),
    }
    if tables:
        article = ~told.f_reference
        bounds |= {
            "article_low": told.lo.max(where=article),
            "article_high": told.hi.min(where=article),
            "table_high": told.hi.min(where=told.f_reference),
            "article_value_low": stated.min(where=article),
            "article_value_high": stated.max(where=article),
        }
    return told.group_by(["series", "first", "last"]).agg(**bounds)


def tells_tables_apart(moments: ibis.Table) -> bool:
    """Are there tables of counts, so that articles are told apart from them?"""
    return "table_high" in moments.columns


def has(traits: Any, trait: int) -> Any:
    """Is the trait among those of a series?"""
    return (traits // trait) % 2 == 1


def needed(moments: ibis.Table, series: str, *lenses: str, entire: bool = False) -> ibis.Table:
    """Moments of the series in a column, with the lenses; of an entire series, first and last are null."""
    none = ibis.null("int32")
    return moments.select(
        series=moments[series].cast("int32"),
        first=none if entire else moments["first"].cast("int32"),
        last=none if entire else moments["last"].cast("int32"),
        **{lens: ibis.literal(lens in lenses) for lens in (*LENSES, "odd")},
    )
