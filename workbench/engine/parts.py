"""Stated parts and their wholes: who is a part of whom, and which wholes cannot hold theirs."""

from __future__ import annotations

import ibis

SLACK = 1e-9  # sums are worked out in floating point; what is this near to a mismatch is looked at


def links_of(evidence: ibis.Table) -> ibis.Table:
    """Each part that is evidence, with its whole where that is evidence too: ids and numbers of series."""
    parts = evidence.filter(evidence.whole != "").select(
        part="id", part_whole="whole", part_series="series", part_lo="lo", part_hi="hi"
    )
    wholes = evidence.select(
        whole="id",
        whole_series="series",
        whole_population="f_population",
        whole_lo="lo",
        whole_hi="hi",
        exhaustive="exhaustive",
    )
    return parts.inner_join(wholes, parts.part_whole == wholes.whole).drop("part_whole")


def lost_parts(claims: ibis.Table) -> ibis.Table:
    """Parts whose whole is not there at all."""
    parts = claims.filter(claims.part_of.notnull(), claims.part_of != "")
    parts = parts.select(part=parts.id, whole=parts.part_of)
    return parts.anti_join(claims.select(whole="id"), "whole")


def broken_wholes(links: ibis.Table) -> ibis.Table:
    """Wholes of which a part may be more than they are, or whose parts may not add up. Their ids."""
    below, above = links.part_lo.cast("float64").sum(), links.part_hi.cast("float64").sum()
    totals = links.group_by("whole").agg(
        least=below,
        most=above,
        excess=(links.part_lo > links.whole_hi).max(),
        exhaustive=links.exhaustive.max(),
        low=links.whole_lo.max(),
        high=links.whole_hi.max(),
    )
    more = totals.least * (1 + SLACK) > totals.high
    fewer = totals.most * (1 - SLACK) < totals.low
    wrong = totals.excess | (totals.exhaustive & (more | fewer))
    return totals.filter(wrong).select("whole")
