"""Checking what was touched comes to what checking everything does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.crosscheck.figures import claim, day
from tests.crosscheck.test_properties import claims as any_claims
from tests.crosscheck.vocabulary import EVENTS, VOCABULARY
from tests.moments import NOON
from tests.pipeline.store import loose_session, put
from workbench.core.claim import Claim
from workbench.core.decision import Outcome, ReasonCode
from workbench.core.event import Event
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.core.reference import ReferenceCount
from workbench.crosscheck.run import CheckSettings
from workbench.pipeline.crosscheck import CrossChecked, crosscheck
from workbench.pipeline.decide import decide, reopened_by
from workbench.pipeline.ingest import ingest_counts, ingest_events
from workbench.pipeline.origins import rule
from workbench.store.discrepancies import list_discrepancies
from workbench.store.edges import all_edges
from workbench.store.rows import DiscrepancyClaimRow, DiscrepancyRow

ODD = Quantity("54,036", 54_036, Bound.EXACT, Interval(54_036, 54_036), Interval(54_036, 54_036))


@st.composite
def states(draw: st.DrawFn) -> list[tuple[list[Claim], list[str]]]:
    """The claims after each of a few edits: some changed, some gone, some new; and which are outvoted."""
    pool = [
        replace(
            one,
            sentence=(sentence := draw(st.sampled_from(["s", "t", "u"]))),
            article=f"article of {sentence}",
            annotator=draw(st.sampled_from(["ana", "ana", "ana", "ben"])),
            published_at=date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 3))),
            quantity=draw(st.sampled_from([one.quantity, one.quantity, ODD])),
        )
        for one in draw(any_claims(most=8))
        if not one.reference
    ]
    found = []
    for _ in range(draw(st.integers(1, 3))):
        pool = [replace(one, **draw(_edits(pool))) if draw(st.integers(0, 2)) == 0 else one for one in pool]
        there = [one for one in pool if draw(st.integers(0, 4))]
        chosen = {sentence: draw(st.sampled_from(["ana", "ana", "ben"])) for sentence in "stu"}
        found.append((there, [one.id for one in there if one.annotator != chosen[one.sentence or ""]]))
    return found


def _edits(pool: list[Claim]) -> st.SearchStrategy[dict[str, Any]]:
    return st.sampled_from(
        [
            {"quantity": ODD},
            *({"quantity": one.quantity} for one in pool),
            {"event": "war"},
            {"event": "fighting"},
            {"event": None},
            {"place": "Israel"},
            {"population": "children"},
            {"origin": None},
            {"origin": "Army"},
            {"since": day(3)},
            {"part_of": None},
        ]
    )


def told(session: Session) -> dict[str, tuple[Any, ...]]:
    """All that is stored of each discrepancy but when it was found."""
    pairs: dict[str, list[str]] = {}
    for pair in session.scalars(select(DiscrepancyClaimRow).order_by(DiscrepancyClaimRow.position)):
        pairs.setdefault(pair.discrepancy_id, []).append(pair.claim_id)
    return {
        row.id: (row.cls, row.severity, row.rule, row.message, row.slot, row.event_id, tuple(pairs[row.id]))
        for row in session.scalars(select(DiscrepancyRow))
    }


def check(session: Session, **options: Any) -> CrossChecked:
    return crosscheck(session, VOCABULARY, now=NOON, **options)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(states())
def test_after_random_edits_what_is_stored_is_what_a_full_run_stores(
    edits: list[tuple[list[Claim], list[str]]],
) -> None:
    with loose_session() as session:
        ingest_events(session, EVENTS.values())
        check(session)
        for claims, outvoted in edits:
            put(session, claims, outvoted)
            checked = check(session)
            assert checked.series is not None, "it was to look at what was touched alone"
            found, edges = told(session), all_edges(session)
            again = check(session, full=True)
            assert (again.came, again.went, again.findings) == (0, 0, len(found))
            assert told(session) == found
            assert all_edges(session) == edges


@pytest.fixture
def loose() -> Any:
    with loose_session() as session:
        ingest_events(session, EVENTS.values())
        yield session


def test_only_touched_series_are_looked_at(loose: Session) -> None:
    war = [claim("a", 12), claim("b", 20)]
    other = [claim("c", 3, event="fighting"), claim("d", 4, event="fighting")]
    put(loose, [*war, *other])
    assert check(loose).series is None, "the first time it looks at everything"
    assert check(loose) == CrossChecked(4, 2, 0, 0, 0)
    put(loose, [*war, other[0], claim("d", 9, event="fighting")])
    assert check(loose) == CrossChecked(4, 2, 1, 1, 1)
    put(loose, war)
    assert check(loose) == CrossChecked(2, 1, 0, 1, 1)


def test_a_claim_that_moves_touches_the_series_that_it_leaves(loose: Session) -> None:
    pair = [claim("c", 3, event="fighting"), claim("d", 4, event="fighting")]
    put(loose, pair)
    assert check(loose).findings == 1
    put(loose, [pair[0], claim("d", 4, event="war")])
    assert check(loose) == CrossChecked(2, 0, 0, 1, 2)
    put(loose, pair)
    assert check(loose).findings == 1
    put(loose, [pair[0], claim("d", 4, event=None, place="Nowhere")])
    assert check(loose).findings == 0
    assert check(loose, full=True).went == 0


def test_settings_events_and_rulings_call_for_everything(loose: Session) -> None:
    put(loose, [claim("a", 12), claim("b", 20, as_of=day(1))])
    check(loose)
    assert check(loose, settings=CheckSettings(as_of_days=1)).series is None
    ingest_events(loose, [Event("new", "New", date(2020, 1, 1))])
    assert check(loose, settings=CheckSettings(as_of_days=1)).series is None
    rule(loose, copy="a", original="b", cut=False, reviewer="ana", now=NOON)
    assert check(loose, settings=CheckSettings(as_of_days=1)).series is None
    assert check(loose, settings=CheckSettings(as_of_days=1)).series == 0


def test_reference_counts_touch_their_series(loose: Session) -> None:
    count = ReferenceCount(
        event="war",
        place="Gaza Strip",
        population="palestinians",
        measure="killed",
        origin="Ministry",
        as_of=date(2024, 1, 1),
        value=12,
    )
    put(loose, [claim("a", 12)])
    ingest_counts(loose, [count], VOCABULARY)
    assert check(loose).findings == 0
    ingest_counts(loose, [replace(count, value=13)], VOCABULARY)
    assert check(loose) == CrossChecked(2, 1, 1, 0, 1)


def test_an_edge_that_is_cut_stays_cut(loose: Session) -> None:
    first = claim("a", 54_036, origin="Ministry", published_at=date(2024, 1, 1))
    second = claim("b", 54_036, published_at=date(2024, 1, 2))
    put(loose, [first, second])
    check(loose)
    assert [(edge.copy, edge.original) for edge in all_edges(loose)] == [("b", "a")]
    rule(loose, copy="b", original="a", cut=True, reviewer="ana", now=NOON)
    for full in (False, True, False):
        check(loose, full=full)
        assert all_edges(loose) == []
        put(loose, [first, second, claim("c", 3)])


def test_a_resolved_case_stays_so_and_opens_again_with_a_diff(loose: Session) -> None:
    put(loose, [claim("a", 12), claim("b", 20)])
    check(loose)
    (conflict,), _ = list_discrepancies(loose)
    decide(
        loose,
        VOCABULARY,
        conflict.id,
        outcome=Outcome.NOT_COMPARABLE,
        reason=ReasonCode.DIFFERENT_METHOD,
        reviewer="ana",
        now=NOON,
    )
    check(loose, full=True)
    (still,), _ = list_discrepancies(loose)
    assert (still.id, still.open) == (conflict.id, False)
    assert reopened_by(loose, VOCABULARY, still) is None
    put(loose, [claim("a", 12), claim("b", 25)])
    check(loose)
    (again,), _ = list_discrepancies(loose)
    assert again.open
    diff = reopened_by(loose, VOCABULARY, again)
    assert diff is not None
    assert diff.decision.reviewer == "ana"
    assert [line.split(",")[:2] for line in diff.went] == [["Outlet b", " “20” (20)"]]
    assert [line.split(",")[:2] for line in diff.came] == [["Outlet b", " “25” (25)"]]
    put(loose, [claim("a", 12), claim("b", 20)])
    check(loose)
    (back,), _ = list_discrepancies(loose)
    assert not back.open, "the evidence is again what was decided on"
