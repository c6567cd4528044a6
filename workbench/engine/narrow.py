"""The narrowing: which claims have to be looked at for anything of severity low or above to be found.

Written once for every engine. It may keep too much, but never too little: of each series and each as-of (a
moment) it knows the bounds alone, and whatever they leave possible is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ibis

FALLS, OVER_TIME, STOCK, GROWS, SIBLINGS = 1, 2, 4, 8, 16  # traits of a series
LONGEST = 62  # days; a vaguer as-of is held against its whole series
LENSES = ("day", "fall", "step", "part")


def moments_of(evidence: ibis.Table, *, tables: bool) -> ibis.Table:
    """What the claims of one series and one as-of leave possible; articles apart where there are `tables`."""
    told = evidence.filter(evidence.series >= 0, evidence.first.notnull())
    stated = told.value > 0
    bounds = {
        "traits": told.traits.max(),
        "soft_low": told.soft_lo.max(),
        "soft_high": told.soft_hi.min(),
        "low": told.lo.max(),
        "high": told.hi.min(),
        "value_low": told.value.min(where=stated),
        "value_high": told.value.max(where=stated),
    }
    if tables:
        article = ~told.f_reference
        bounds |= {
            "article_low": told.lo.max(where=article),
            "article_high": told.hi.min(where=article),
            "table_high": told.hi.min(where=told.f_reference),
            "article_value_low": told.value.min(where=stated & article),
            "article_value_high": told.value.max(where=stated & article),
        }
    return told.group_by(["series", "first", "last"]).agg(**bounds)


def narrow(
    moments: ibis.Table,
    visits: ibis.Table,
    *,
    tolerance: int,
    factor: int,
    keep: Callable[[ibis.Table], ibis.Table] = lambda table: table,
) -> ibis.Table:
    """The moments that have to be looked at: series, first, last, and through which lenses.

    first and last are null where the whole series has to be. `odd` marks moments of which a figure may be an
    outlier; the step lens holds their neighbours as well. `keep` may store what is used several times.
    """
    judged = keep(_judged(_hosted(moments, visits), _hosts(moments, visits, tolerance)))
    odd = _odd(moments, factor)
    vague = _whole(judged, tolerance)
    plain = judged.filter(~judged.vague)
    turned = plain.filter(plain.turned).semi_join(plain.filter(plain.fall).select("host").distinct(), "host")
    needed = [
        _moment(plain, plain.host, day=plain.day_found, part=plain.undercut & plain.tables),
        _moment(turned, turned.host, fall=ibis.literal(True)),
        _moment(odd, odd.series, step=ibis.literal(True), odd=odd.odd),
    ]
    # Of the wholes that a part exceeds only the least is told; where tables of counts come in, the least of
    # the articles may be another one, and all are kept.
    excess = plain.filter(plain.excess)
    least = plain.semi_join(excess.select("host", high="least_high").distinct(), ["host", "high"])
    needed.append(_moment(least, least.host, part=ibis.literal(True)))
    guests = excess.inner_join(visits.filter(visits.part), "host").inner_join(
        moments.select("first", "last", guest="series", guest_low="low"), ["guest", "first", "last"]
    )
    guests = guests.filter(guests.guest_low > guests.least_high)
    needed.append(_moment(guests, guests.guest, part=ibis.literal(True)))
    apart = plain.filter(plain.apart_found)
    guests = apart.inner_join(visits.filter(~visits.part), "host")
    needed.append(_moment(guests, guests.guest, day=ibis.literal(True)))
    entire = vague.select(series=vague.host).union(
        vague.inner_join(visits, "host").select(series=visits.guest)
    )
    yes = {lens: ibis.literal(True) for lens in LENSES}
    needed.append(_moment(entire, entire.series, entire=True, odd=ibis.literal(True), **yes))
    table = ibis.union(*needed)
    found = table.filter(table.day | table.fall | table.step | table.part)
    return found.group_by(["series", "first", "last"]).agg(
        **{lens: found[lens].max() for lens in (*LENSES, "odd")}
    )


def _hosts(moments: ibis.Table, visits: ibis.Table, tolerance: int) -> ibis.Table:
    """Each series with its traits, and whether it or a guest has vague as-ofs, or a part tables of counts."""
    series = moments.group_by("series").agg(
        traits=moments.traits.max(),
        vague=(moments["last"] > moments["first"]).max(),
        tables=moments.table_high.notnull().max() if _apart(moments) else (moments.traits < 0).max(),
    )
    own = series.select(host="series", traits="traits", vague="vague", tables=ibis.literal(False))
    visiting = visits.inner_join(series, visits.guest == series.series)
    guests = visiting.select(
        host=visiting.host,
        traits=ibis.null("int32"),
        vague=visiting.vague,
        tables=visiting.part & visiting.tables,
    )
    both = own.select(*guests.columns).union(guests)
    found = both.group_by("host").agg(
        traits=both.traits.max(), vague=both.vague.max(), tables=both.tables.max()
    )
    vague = found.vague | _has(found.traits, SIBLINGS) | (tolerance > 0)
    return found.filter(found.traits.notnull()).mutate(vague=vague)


def _hosted(moments: ibis.Table, visits: ibis.Table) -> ibis.Table:
    """The moments of each series, with what its guests say as of the same: each moment once."""
    big = ibis.null("int64")
    greatest = ("soft_low", "low", "article_low", "part_low", "apart_low")
    least = ("soft_high", "high", "article_high", "table_high", "apart_high")
    shared = [name for name in (*greatest, *least) if name in moments.columns]
    own = moments.select("first", "last", *shared, host="series", part_low=big, apart_low=big, apart_high=big)
    seen = moments.inner_join(visits, moments.series == visits.guest)
    guests = seen.select(
        host=seen.host,
        first=seen.first,
        last=seen.last,
        **dict.fromkeys(shared, big),
        part_low=seen.part.ifelse(seen.low, big),
        apart_low=seen.part.ifelse(big, seen.low),
        apart_high=seen.part.ifelse(big, seen.high),
    )
    both = own.select(*guests.columns).union(guests)
    return both.group_by(["host", "first", "last"]).agg(
        **{name: both[name].max() for name in greatest if name in both.columns},
        **{name: both[name].min() for name in least if name in both.columns},
    )


def _judged(hosted: ibis.Table, hosts: ibis.Table) -> ibis.Table:
    """Each moment with what may be wrong with it, given all others of its host."""
    # One order for all windows: they are sorted once. Rows of one first day may count as earlier ones, which
    # keeps a little more than need be, and only where as-ofs are vague.
    order = ["first", "last"]
    before = ibis.rows_window(group_by="host", order_by=order, preceding=(None, 1))
    after = ibis.rows_window(group_by="host", order_by=order, following=(1, None))
    until = ibis.rows_window(group_by="host", order_by=order, preceding=(None, 0))
    onwards = ibis.rows_window(group_by="host", order_by=order, following=(0, None))
    t = hosted
    seen = t.mutate(
        standing=t.low.max().over(before),
        later=t.high.min().over(after),
        high_onwards=t.high.min().over(onwards),
    )
    if _apart(t):
        seen = seen.mutate(
            standing_article=t.article_low.max().over(before), part_before=t.part_low.max().over(until)
        )
    seen = seen.inner_join(hosts, "host")
    falls, grows = _has(seen.traits, FALLS), _has(seen.traits, GROWS)
    below, undercut = seen.high < seen.standing, ibis.literal(False)
    if _apart(t):
        below = (seen.article_high < seen.standing) | (seen.table_high < seen.standing_article)
        undercut = grows.ifelse(seen.part_before > seen.high, seen.part_low > seen.high).fill_null(False)
    apart = ((seen.apart_low > seen.high) | (seen.low > seen.apart_high)).fill_null(False)
    least = grows.ifelse(seen.high_onwards, seen.high)
    return seen.mutate(
        least_high=least,
        apart_found=apart,
        day_found=(seen.soft_low > seen.soft_high).fill_null(False) | apart,
        fall=falls & below.fill_null(False),
        turned=((seen.high < seen.standing) | (seen.low > seen.later)).fill_null(False),
        excess=(seen.part_low > least).fill_null(False),
        undercut=undercut,
    )


def _odd(moments: ibis.Table, factor: int) -> ibis.Table:
    """Moments with a figure that may be an outlier, and those around them."""
    stated = moments.filter(moments.value_high.notnull(), _has(moments.traits, OVER_TIME))
    order = ibis.window(group_by="series", order_by=["first", "last"])
    at: dict[str, Any] = {}
    for step, name in ((2, "before2"), (1, "before1"), (-1, "after1"), (-2, "after2")):
        for column in ("value_low", "value_high", *(("article_value_low",) if _apart(moments) else ())):
            moved = stated[column].lag(step) if step > 0 else stated[column].lead(-step)
            at[f"{name}_{column}"] = moved.over(order)
    t = stated.mutate(**at)
    first, last = t.before1_value_low.isnull(), t.after1_value_low.isnull()

    def around(column: str) -> tuple[Any, Any]:
        before = last.ifelse(t[f"before2_{column}"], t[f"after1_{column}"])
        return first.ifelse(t[f"after2_{column}"], t[f"before1_{column}"]), first.ifelse(
            t[f"after1_{column}"], before
        )

    lows, highs = around("value_low"), around("value_high")
    few = lows[0].isnull() | lows[1].isnull()
    low, high = ibis.least(*lows), ibis.greatest(*highs)
    most, least = t.value_high, t.value_low
    if _apart(moments):
        articles = around("article_value_low")
        article = articles[0].notnull() | articles[1].notnull()
        most = article.ifelse(most, t.article_value_high)
        least = article.ifelse(least, t.article_value_low)
    fallen = (least * factor <= low) & (_has(t.traits, STOCK) | ~first)
    t = t.mutate(odd=(((most >= high * factor) | fallen) & ~few).fill_null(False))
    around_it = ibis.window(group_by="series", order_by=["first", "last"], preceding=2, following=2)
    t = t.mutate(near=t.odd.max().over(around_it))
    return t.filter(t.near).select("series", "first", "last", "traits", "odd")


def _whole(judged: ibis.Table, tolerance: int) -> ibis.Table:
    """Series to be looked at as a whole: they have vague as-ofs, and something in them may be wrong."""
    vague = judged.filter(judged.vague)
    short = vague.filter(vague["last"] - vague["first"] + tolerance <= LONGEST)
    spread = short.mutate(at=ibis.range(short["first"], short["last"] + tolerance + 1).unnest())
    days = spread.group_by(["host", "at"]).agg(**_extremes(spread))
    series = vague.group_by("host").agg(**_extremes(vague))
    long = vague.filter(vague["last"] - vague["first"] + tolerance > LONGEST).select("host").distinct()
    alike = vague.filter(_has(vague.traits, SIBLINGS)).select("host").distinct()
    hosts = [
        days.filter(_clash(days)).select("host"),
        series.semi_join(long, "host").filter(_clash(series)).select("host"),
        series.semi_join(alike, "host").filter(_clash(series)).select("host"),
        vague.filter(vague.fall | vague.excess).select("host"),
    ]
    return ibis.union(*hosts, distinct=True)


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


def _moment(t: ibis.Table, series: Any, *, entire: bool = False, **lenses: Any) -> ibis.Table:
    none = ibis.null("int32")
    return t.select(
        series=series.cast("int32"),
        first=none if entire else t["first"].cast("int32"),
        last=none if entire else t["last"].cast("int32"),
        **{lens: lenses.get(lens, ibis.literal(False)) for lens in (*LENSES, "odd")},
    )


def _apart(moments: ibis.Table) -> bool:
    """Are articles told apart from tables of counts?"""
    return "table_high" in moments.columns


def _has(traits: Any, trait: int) -> Any:
    return (traits // trait) % 2 == 1


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
