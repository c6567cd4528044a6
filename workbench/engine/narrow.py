"""The narrowing: which claims have to be looked at for anything of severity low or above to be found.

Written once for every engine. It may keep too much, but never too little: of each series and each as-of (a
moment) it knows the bounds alone, and whatever they leave possible is kept. Each lens reads the few
columns and series that it needs, and keeps the few moments that it finds: no wide table is ever sorted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis

from workbench.engine.beside import Beside, apart_of, excess_of, undercut_of
from workbench.engine.moments import FALLS, LENSES, OVER_TIME, STOCK, has, needed, tells_tables_apart
from workbench.engine.vague import entire_series, vague_hosts

Keep = Callable[[ibis.Table], ibis.Table]
_DAYS = 1 << 22  # more than there are days up to the year 9999, so that two days make one number


def narrow(
    moments: ibis.Table, beside: Beside, *, tolerance: int, factor: int, vague: bool, keep: Keep
) -> ibis.Table:
    """The moments that have to be looked at: series, first, last, and through which lenses.

    first and last are null where the whole series has to be. `odd` marks moments of which a figure may be an
    outlier; the step lens holds their neighbours as well. Where no as-of is `vague`, no series has siblings
    and there is no tolerance, each day stands for itself. `keep` stores what is used several times.
    """
    turned = keep(_turned(moments))
    conflicts = moments.filter(moments.soft_low > moments.soft_high).select("first", "last", host="series")
    excess = keep(excess_of(moments, beside.parts)) if beside.parts is not None else None
    apart = keep(apart_of(moments, beside.mistaken)) if beside.mistaken is not None else None
    found = _odd(moments, factor, keep)
    plain: Callable[[ibis.Table], ibis.Table] = _all
    if vague:
        hosts = keep(vague_hosts(moments, beside, tolerance))
        wrong = [turned.filter(turned.fall), *([] if excess is None else [excess])]
        entire = keep(entire_series(moments, beside, hosts, wrong, tolerance=tolerance))
        found += _entire(entire, beside)
        plain = _all_but(hosts)
    conflicts, turned = plain(conflicts), plain(turned)
    falling = turned.filter(turned.fall).select("host").distinct()
    found.append(needed(conflicts, "host", "day"))
    found.append(needed(turned.semi_join(falling, "host"), "host", "fall"))
    if excess is not None and beside.parts is not None:
        excess = plain(excess)
        least = excess.select("host", "least").distinct()
        wholes = moments.semi_join(least, [moments.series == least.host, moments.high == least.least])
        found += [needed(excess, "guest", "part"), needed(wholes, "series", "part")]
        if tells_tables_apart(moments):
            undercut = plain(undercut_of(moments, beside.parts))
            found.append(needed(undercut, "host", "part"))
    if apart is not None and beside.mistaken is not None:
        apart = plain(apart)
        guests = apart.inner_join(beside.mistaken, "host")
        found += [needed(apart, "host", "day"), needed(guests, "guest", "day")]
    table = ibis.union(*found)
    return table.group_by(["series", "first", "last"]).agg(
        **{lens: table[lens].max() for lens in (*LENSES, "odd")}
    )


def _all(found: ibis.Table) -> ibis.Table:
    return found


def _all_but(hosts: ibis.Table) -> Callable[[ibis.Table], ibis.Table]:
    return lambda found: found.anti_join(hosts, "host")


def _entire(hosts: ibis.Table, beside: Beside) -> list[ibis.Table]:
    guests = [hosts.inner_join(pairs, "host").select(host="guest") for pairs in beside.pairs()]
    return [needed(table, "host", *LENSES, "odd", entire=True) for table in (hosts, *guests)]


def _turned(moments: ibis.Table) -> ibis.Table:
    """Moments that lie below an earlier one or above a later one; `fall` where that may be a drop."""
    t = moments.filter(has(moments.traits, FALLS))
    # One order for all windows: they are sorted once. Rows of one first day may count as earlier ones, which
    # keeps a little more than need be, and only where as-ofs are vague.
    order = ["first", "last"]
    before = ibis.rows_window(group_by="series", order_by=order, preceding=(None, 1))
    after = ibis.rows_window(group_by="series", order_by=order, following=(1, None))
    bounds = {"standing": t.low.max().over(before), "later": t.high.min().over(after)}
    below = ibis._.high < ibis._.standing
    tables: tuple[str, ...] = ()
    if tells_tables_apart(t):
        bounds["standing_article"] = t.article_low.max().over(before)
        below = (ibis._.article_high < ibis._.standing) | (ibis._.table_high < ibis._.standing_article)
        tables = ("article_high", "table_high")
    seen = t.select("first", "last", "low", "high", *tables, host="series", **bounds)
    seen = seen.mutate(fall=below.fill_null(False))
    turned = seen.filter((seen.high < seen.standing) | (seen.low > seen.later))
    return turned.select("host", "first", "last", "fall")


def _odd(moments: ibis.Table, factor: int, keep: Keep) -> list[ibis.Table]:
    """Moments with a figure that may be an outlier, and those around them."""
    stated = moments.filter(moments.value_high.notnull(), has(moments.traits, OVER_TIME))
    stated = stated.mutate(at=stated["first"].cast("int64") * _DAYS + stated["last"])
    order = ibis.window(group_by="series", order_by="at")
    apart = tells_tables_apart(moments)
    known = ("at", "value_low", "value_high", *(("article_value_low",) if apart else ()))
    moved = {
        f"{name}_{column}": (stated[column].lag(step) if step > 0 else stated[column].lead(-step)).over(order)
        for step, name in ((2, "before2"), (1, "before1"), (-1, "after1"), (-2, "after2"))
        for column in known
    }
    own = ("series", "traits", "at", "value_low", "value_high")
    t = stated.select(*own, *(("article_value_low", "article_value_high") if apart else ()), **moved)
    first, last = t.before1_at.isnull(), t.after1_at.isnull()

    def around(column: str) -> tuple[Any, Any]:
        before = last.ifelse(t[f"before2_{column}"], t[f"after1_{column}"])
        return first.ifelse(t[f"after2_{column}"], t[f"before1_{column}"]), first.ifelse(
            t[f"after1_{column}"], before
        )

    lows, highs = around("value_low"), around("value_high")
    few = lows[0].isnull() | lows[1].isnull()
    low, high = ibis.least(*lows), ibis.greatest(*highs)
    most, least = t.value_high, t.value_low
    if apart:
        articles = around("article_value_low")
        article = articles[0].notnull() | articles[1].notnull()
        most = article.ifelse(most, t.article_value_high)
        least = article.ifelse(least, t.article_value_low)
    fallen = (least * factor <= low) & (has(t.traits, STOCK) | ~first)
    odd = t.filter((((most >= high * factor) | fallen) & ~few).fill_null(False))
    neighbours = [f"{name}_at" for name in ("before2", "before1", "after1", "after2")]
    odd = keep(odd.select("series", "at", *neighbours))
    near = odd.select("series", at=ibis.array([odd[name] for name in neighbours]).unnest())
    near = near.filter(near["at"].notnull())
    return [
        needed(_days(odd), "series", "step", "odd"),
        needed(_days(near), "series", "step"),
    ]


def _days(t: ibis.Table) -> ibis.Table:
    return t.mutate(first=t["at"] // _DAYS, last=t["at"] % _DAYS)


def claims_needed(evidence: ibis.Table, needed: ibis.Table) -> ibis.Table:
    """The claims of the moments and of the whole series that are needed, with their lenses."""
    entire = needed.filter(needed["first"].isnull()).select(e_series=needed.series)
    moments = needed.filter(needed["first"].notnull()).select(
        m_series=needed.series,
        m_first=needed["first"],
        m_last=needed["last"],
        **{f"m_{lens}": needed[lens] for lens in (*LENSES, "odd")},
    )
    joined = evidence.left_join(
        moments,
        [
            evidence.series == moments.m_series,
            evidence["first"] == moments.m_first,
            evidence["last"] == moments.m_last,
        ],
    )
    joined = joined.left_join(entire, joined.series == entire.e_series)
    everything = joined.e_series.notnull()
    joined = joined.filter(everything | joined.m_series.notnull())
    everything = joined.e_series.notnull()
    lenses = {f"lens_{lens}": everything | joined[f"m_{lens}"].fill_null(False) for lens in (*LENSES, "odd")}
    return joined.mutate(**lenses)
