"""Claims in a table as evidence: their frames, their days, and the number of the series they stand in."""

from __future__ import annotations

from typing import Any

import ibis

INFINITE = 1 << 62  # stands for an open end; above any number that a claim may have
FRAME = ("event", "measure", "population", "place", "scope", "since", "method", "reference")
_OF_SERIES = ("series", "traits", "figures")
PUBLISHED = "@"  # stands before the day of publication where that is the day that a figure is as of


def evidence_of(claims: ibis.Table) -> ibis.Table:
    """The claims that are evidence, with what narrows them.

    All columns of the claim, and further: `f_…`, the parts of the frame, empty where unknown; `day`, the
    as-of as written, else the day of publication behind an @; `lo` … `soft_hi`, without nulls.
    """
    modality = _word(claims.modality)
    evidence = claims.filter(modality.isin(["", "asserted", "reported"]))
    as_of, published = _word(evidence.as_of), _word(evidence.published_at)
    population, place = _word(evidence.population), _word(evidence.place)
    return evidence.mutate(
        whole=_word(evidence.part_of),
        exhaustive=evidence.parts_exhaustive.fill_null(False),
        f_event=_word(evidence.event),
        f_measure=evidence.measure,
        f_population=(population == "").ifelse(_word(evidence.population_text), population),
        f_place=(place == "").ifelse(_word(evidence.place_text), place),
        f_scope=_word(evidence.scope),
        f_since=_word(evidence.since),
        f_method=_word(evidence.method),
        f_reference=evidence.reference.fill_null(False),
        day=(as_of != "").ifelse(as_of, (published != "").ifelse(ibis.literal(PUBLISHED) + published, "")),
        lo=evidence.low,
        hi=evidence.high.fill_null(INFINITE),
        soft_lo=evidence.soft_low,
        soft_hi=evidence.soft_high.fill_null(INFINITE),
        told_origin=_word(evidence.origin),
    )


def without(evidence: ibis.Table, left_out: ibis.Table) -> ibis.Table:
    """The evidence but for the claims whose ids are left out."""
    return evidence.anti_join(left_out, "id")


def dated(evidence: ibis.Table, days: ibis.Table, releases: ibis.Table) -> ibis.Table:
    """With the days of the as-of, `first` and `last`, and of publication, `released`; null is none."""
    joined = evidence.left_join(days, evidence.day == days.written)
    joined = joined.left_join(releases, joined.published_at == releases.printed)
    return joined.drop("written", "day", "printed")


def with_events(evidence: ibis.Table, inferred: ibis.Table) -> ibis.Table:
    """Where no event is given, the one that was inferred from place and day."""
    joined = evidence.left_join(
        inferred,
        [
            evidence.f_event == "",
            evidence.f_place == inferred.i_place,
            evidence.first == inferred.i_first,
            evidence.last == inferred.i_last,
        ],
    )
    event = (joined.f_event != "").ifelse(joined.f_event, joined.i_event.fill_null(""))
    return joined.mutate(f_event=event).drop("i_place", "i_first", "i_last", "i_event")


def frames_of(evidence: ibis.Table) -> ibis.Table:
    """Each frame once: number of claims, greatest lower and least upper bound, first day, ends of origins."""
    return evidence.group_by([f"f_{part}" for part in FRAME]).agg(
        claims=evidence.count(),
        lo=evidence.lo.max(),
        hi=evidence.hi.min(),
        earliest=evidence.last.min(),
        origin_first=evidence.told_origin.min(),
        origin_last=evidence.told_origin.max(),
    )


def in_series(evidence: ibis.Table, numbers: ibis.Table) -> ibis.Table:
    """With `series`, its `traits`, and `figures`: what it counts, whatever its scope, start and method."""
    return evidence.inner_join(numbers, [f"f_{part}" for part in FRAME])


def renamed(evidence: ibis.Table, parts: ibis.Table) -> ibis.Table:
    """With the series, traits and figures that parts have once they are named by their wholes."""
    joined = evidence.left_join(parts, evidence.id == parts.p_id)
    taken = {name: joined.p_id.notnull().ifelse(joined[f"p_{name}"], joined[name]) for name in _OF_SERIES}
    return joined.mutate(**taken).drop("p_id", *(f"p_{name}" for name in _OF_SERIES))


def first_figures(evidence: ibis.Table, asked: ibis.Table) -> ibis.Table:
    """Of each exact figure that is asked for, the claim that had it first. (See find_copies.)

    The first is the one that was published first, or else is as of the earliest day; of one day, a table
    comes before an article, then the lesser id.
    """
    exact = evidence.filter(evidence.bound == "exact")
    there = exact.inner_join(asked, [exact.figures == asked.a_figures, exact.value == asked.a_value])
    there = there.mutate(
        moment=there.released.fill_null(there["last"]).fill_null(0), article=~there.f_reference
    )
    order = ibis.window(group_by=["a_figures", "a_value"], order_by=["moment", "article", "id"])
    ranked = there.mutate(rank=ibis.row_number().over(order))
    return ranked.filter(ranked.rank == 0)


def _word(column: Any) -> Any:
    return column.fill_null("")
