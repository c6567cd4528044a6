"""Series whose as-ofs are vague, so that one moment may be aligned with many: they are taken as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis

from workbench.engine.beside import Beside
from workbench.engine.moments import SIBLINGS, has

LONGEST = 62  # days; a vaguer as-of is held against its whole series
_SAID = ("soft_low", "soft_high", "low", "high")


def vague_hosts(moments: ibis.Table, beside: Beside, tolerance: int) -> ibis.Table:
    """Series with vague as-ofs, their own or a guest's, or with siblings; with a tolerance, all."""
    if tolerance:
        return moments.select(host="series").distinct()
    vague = moments.filter(moments["last"] > moments["first"]).select(vague="series").distinct()
    found = [vague.select(host="vague"), _alike(moments)]
    found += [pairs.semi_join(vague, pairs.guest == vague.vague).select("host") for pairs in beside.pairs()]
    return ibis.union(*found, distinct=True)


def entire_series(
    moments: ibis.Table,
    beside: Beside,
    hosts: ibis.Table,
    wrong: Sequence[ibis.Table],
    *,
    tolerance: int,
) -> ibis.Table:
    """The `host`s in which something may be wrong; those in `wrong` are known to have something."""
    rows = _hosted(moments, beside, hosts)
    length = rows["last"] - rows["first"] + tolerance
    short = rows.filter(length <= LONGEST)
    spread = short.mutate(at=ibis.range(short["first"], short["last"] + tolerance + 1).unnest())
    days = spread.group_by(["host", "at"]).agg(**_extremes(spread))
    series = rows.group_by("host").agg(**_extremes(rows))
    long = rows.filter(length > LONGEST).select("host").union(_alike(moments), distinct=True)
    found = [
        days.filter(_clash(days)).select("host"),
        series.semi_join(long, "host").filter(_clash(series)).select("host"),
        *(table.semi_join(hosts, "host").select("host") for table in wrong),
    ]
    return ibis.union(*found, distinct=True)


def _alike(moments: ibis.Table) -> ibis.Table:
    return moments.filter(has(moments.traits, SIBLINGS)).select(host="series").distinct()


def _hosted(moments: ibis.Table, beside: Beside, hosts: ibis.Table) -> ibis.Table:
    """The moments of the hosts, and what their guests say."""
    own = moments.semi_join(hosts, moments.series == hosts.host)
    said = {name: own[name] for name in _SAID}
    rows = [_row(own, "series", **said)]
    if beside.parts is not None:
        seen = moments.inner_join(beside.parts.semi_join(hosts, "host"), [("series", "guest")])
        rows.append(_row(seen, "host", part_low=seen.low))
    if beside.mistaken is not None:
        seen = moments.inner_join(beside.mistaken.semi_join(hosts, "host"), [("series", "guest")])
        rows.append(_row(seen, "host", apart_low=seen.low, apart_high=seen.high))
    return ibis.union(*rows) if len(rows) > 1 else rows[0]


def _row(t: ibis.Table, host: str, **told: Any) -> ibis.Table:
    cells = dict.fromkeys((*_SAID, "part_low", "apart_low", "apart_high"), ibis.null("int64")) | told
    return t.select(host=host, first="first", last="last", **cells)


def _extremes(t: ibis.Table) -> dict[str, Any]:
    return {
        "soft_low": t.soft_low.max(),
        "soft_high": t.soft_high.min(),
        "low": t.low.max(),
        "high": t.high.min(),
        "part_low": t.part_low.max(),
        "apart_low": t.apart_low.max(),
        "apart_high": t.apart_high.min(),
    }


def _clash(t: ibis.Table) -> Any:
    return (
        (t.soft_low > t.soft_high)
        | (t.part_low > t.high).fill_null(False)
        | (t.apart_low > t.high).fill_null(False)
        | (t.low > t.apart_high).fill_null(False)
    ).fill_null(False)
