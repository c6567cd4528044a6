"""Series beside others: a part that exceeds its whole, and figures that were mistaken for others."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from workbench.engine.moments import GROWS, has


@dataclass(frozen=True, slots=True)
class Beside:
    """Which series have to be looked at beside which: tables of numbers, None where there are none.

    `parts`: `host`, `guest` that is a part of it, and whether the host `grows`, so that a part is held
    against its later figures too. `mistaken`: `host`, and `guest` that is taken for it.
    """

    parts: ibis.Table | None
    mistaken: ibis.Table | None

    def pairs(self) -> list[ibis.Table]:
        """Host and guest, of either kind."""
        return [table.select("host", "guest") for table in (self.parts, self.mistaken) if table is not None]


def excess_of(moments: ibis.Table, parts: ibis.Table) -> ibis.Table:
    """Moments of guests that are more than the `least` of their host that they are held against."""
    growing = _with_hosts(moments, parts)
    # As-ofs of one first day count as later ones: too much is kept, and only where they are vague.
    onwards = ibis.range_window(group_by="host", order_by="first", following=(0, None))
    growing = growing.mutate(least=growing.high.min().over(onwards))
    still = _at_once(moments, parts).mutate(least="high")
    columns = ("host", "guest", "first", "last", "least")
    found = [table.filter(table.low > table.least).select(*columns) for table in (growing, still)]
    return found[0].union(found[1])


def undercut_of(moments: ibis.Table, parts: ibis.Table) -> ibis.Table:
    """Moments of hosts that are less than a part of theirs, where tables of counts tell of the parts.

    Of the wholes that a part exceeds only the least is told; where tables come in, the least of the articles
    may be another one than the least of all.
    """
    tables = moments.filter(moments.table_high.notnull()).select(table="series").distinct()
    hosts = parts.semi_join(tables, parts.guest == tables.table).select("host").distinct()
    parts = parts.semi_join(hosts, "host")
    growing = _with_hosts(moments, parts)
    until = ibis.range_window(group_by="host", order_by="first", preceding=(None, 0))
    growing = growing.mutate(low=growing.low.max().over(until))
    found = [table.filter(table.low > table.high) for table in (growing, _at_once(moments, parts))]
    return ibis.union(*(table.select("host", "first", "last") for table in found), distinct=True)


def apart_of(moments: ibis.Table, mistaken: ibis.Table) -> ibis.Table:
    """Moments of hosts that cannot be what a guest says as of the same."""
    guests = moments.select("first", "last", guest="series", guest_low="low", guest_high="high")
    hosts = moments.select("first", "last", "low", "high", host="series")
    both = mistaken.inner_join(guests, "guest").inner_join(hosts, ["host", "first", "last"])
    apart = both.filter((both.guest_low > both.high) | (both.low > both.guest_high))
    return apart.select("host", "first", "last").distinct()


def _with_hosts(moments: ibis.Table, parts: ibis.Table) -> ibis.Table:
    """The upper bounds of hosts that grow, and the lower ones of their parts, one below the other."""
    nothing, nobody = ibis.null("int64"), ibis.null("int32")
    parts = parts.filter(parts.grows)
    own = moments.filter(has(moments.traits, GROWS)).semi_join(parts, moments.series == parts.host)
    own = own.select(host="series", guest=nobody, first="first", last="last", high="high", low=nothing)
    seen = moments.inner_join(parts, moments.series == parts.guest)
    return own.union(seen.select("host", "guest", "first", "last", high=nothing, low="low"))


def _at_once(moments: ibis.Table, parts: ibis.Table) -> ibis.Table:
    """Parts beside what their host, which does not grow, says as of the same."""
    guests = moments.select("first", "last", "low", guest="series")
    hosts = moments.select("first", "last", "high", host="series")
    still = parts.filter(~parts.grows)
    return still.inner_join(guests, "guest").inner_join(hosts, ["host", "first", "last"])
