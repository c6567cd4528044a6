from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from tests.moments import NOON
from workbench.core.edge import Edge, EdgeKind, Ruling
from workbench.store.edges import (
    all_edges,
    all_rulings,
    find_edge,
    keep_ruling,
    list_edges,
    live_rulings,
    replace_edges,
    replace_edges_from,
)

ONE = Edge("a", "b", "alike", EdgeKind.NEAR_DUPLICATE)
TWO = Edge("c", "Reuters", "credited", EdgeKind.WIRE_CREDIT)
CUT = Ruling(copy="a", original="b", cut=True, reviewer="ana", ruled_at=NOON, note="two reporters")


def test_edges_come_change_and_go(session: Session) -> None:
    replace_edges(session, [TWO, ONE])
    assert all_edges(session) == [ONE, TWO]
    replace_edges(session, [replace(ONE, reason="more alike")])
    assert all_edges(session) == [replace(ONE, reason="more alike")]
    assert find_edge(session, "a", "b") is not None
    assert find_edge(session, "b", "a") is None


def test_edges_from_some_ends_are_replaced_alone(session: Session) -> None:
    replace_edges(session, [ONE, TWO])
    replace_edges_from(session, ["a", "z"], [Edge("a", "x", "odd", EdgeKind.ODD_FIGURE)])
    assert [(edge.copy, edge.original) for edge in all_edges(session)] == [("a", "x"), ("c", "Reuters")]


def test_edges_are_listed_by_either_end(session: Session) -> None:
    replace_edges(session, [ONE, TWO])
    assert list_edges(session, "b", offset=0, limit=9) == ([ONE], 1)
    assert list_edges(session, "c", offset=0, limit=9) == ([TWO], 1)
    assert list_edges(session, None, offset=1, limit=1) == ([TWO], 2)


def test_the_last_ruling_on_an_edge_is_the_live_one_and_none_is_lost(session: Session) -> None:
    back = replace(CUT, cut=False, reviewer="ben")
    keep_ruling(session, CUT)
    keep_ruling(session, replace(CUT, copy="z"))
    keep_ruling(session, back)
    assert live_rulings(session) == [replace(CUT, copy="z"), back]
    assert all_rulings(session) == [CUT, replace(CUT, copy="z"), back]
