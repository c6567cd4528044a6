from __future__ import annotations

from tests.crosscheck.figures import claim
from tests.moments import NOON
from workbench.core.claim import Claim
from workbench.core.edge import EdgeKind, Ruling
from workbench.core.vocabulary import Wire
from workbench.crosscheck.origins import Edge, Origins, article_of


def one_origin(one: Claim, other: Claim, *edges: Edge) -> bool:
    origins = Origins(edges, {one.id: one, other.id: other})
    return origins.origin_of(one) == origins.origin_of(other)


MINISTRY = claim("a", origin="Palestinian Ministry of Health")
GAZA = claim("b", origin="Gaza Health Ministry")


def test_a_name_is_one_name_in_other_dress() -> None:
    for name in (
        "the palestinian ministry of health",
        " Palestinian  Ministry of Health.",
        "PALESTINIAN MINISTRY OF HEALTH",
    ):
        assert one_origin(MINISTRY, claim("b", origin=name))


def test_two_names_are_two_origins_until_an_edge_says_otherwise() -> None:
    assert not one_origin(MINISTRY, GAZA)
    assert one_origin(MINISTRY, GAZA, Edge("Gaza Health Ministry", "Palestinian Ministry of Health"))
    assert one_origin(
        MINISTRY,
        GAZA,
        Edge("gaza health ministry", "ministry"),
        Edge("palestinian ministry of health", "The Ministry"),
    )


def test_no_origin_is_the_outlets_own_word() -> None:
    assert one_origin(claim("a", outlet="Haaretz"), claim("b", outlet="haaretz"))
    assert not one_origin(claim("a", outlet="Haaretz"), claim("b", outlet="Harbor Wire"))
    assert not one_origin(claim("a", outlet="Haaretz"), MINISTRY)


def test_an_outlet_that_another_names_is_that_outlet() -> None:
    assert one_origin(claim("a", outlet="Haaretz"), claim("b", outlet="Harbor Wire", origin="Haaretz"))


def test_nobody_known_speaks_for_the_article_alone() -> None:
    assert not one_origin(claim("a", outlet=None), claim("b", outlet=None))
    assert one_origin(claim("a", outlet=None, article="x"), claim("b", outlet=None, article="x"))


def test_an_edge_of_a_claim_moves_that_claim_alone() -> None:
    reprint = claim("a", outlet="Harbor Wire")
    other = claim("c", outlet="Harbor Wire")
    wire = claim("b", outlet="Agency")
    origins = Origins([Edge("a", "b", "near-duplicate")], {each.id: each for each in (reprint, other, wire)})
    assert origins.origin_of(reprint) == origins.origin_of(wire)
    assert origins.origin_of(other) != origins.origin_of(wire)


def test_an_edge_may_lead_from_a_claim_to_a_name_and_on() -> None:
    reprint = claim("a", outlet="Harbor Wire")
    origins = Origins([Edge("a", "AFP"), Edge("AFP", "Ministry")], {"a": reprint})
    assert origins.origin_of(reprint) == origins.origin_of(claim("m", origin="the ministry"))


def test_edges_in_a_circle_and_in_any_order_are_one_origin() -> None:
    edges = [Edge("A", "B"), Edge("B", "C"), Edge("C", "A")]
    claims = [claim(name, outlet=name) for name in "ABC"]
    for given in (edges, edges[::-1]):
        origins = Origins(given, {each.id: each for each in claims})
        assert len({origins.origin_of(each) for each in claims}) == 1


def test_publishers_are_outlets_and_tables() -> None:
    origins = Origins()
    assert origins.publisher_of(claim("a", outlet="The Post")) == origins.publisher_of(
        claim("b", outlet="post")
    )
    table = claim("t", outlet=None, origin="Ministry", reference=True)
    assert origins.publisher_of(table) != origins.publisher_of(claim("b", outlet="Ministry"))


def test_an_article_that_is_not_known_is_one_of_its_own() -> None:
    assert article_of(claim("a")) != article_of(claim("b"))
    assert article_of(claim("a", sentence="s")) == article_of(claim("b", sentence="s"))
    assert article_of(claim("a", article="x")) == "x"


def ruled(copy: str, original: str, *, cut: bool) -> Ruling:
    return Ruling(copy=copy, original=original, cut=cut, reviewer="ana", ruled_at=NOON)


def test_a_cut_takes_an_edge_away_and_an_added_one_brings_it_back() -> None:
    claims = {each.id: each for each in (claim("a"), claim("b"))}
    edge = Edge("a", "b", "alike", EdgeKind.NEAR_DUPLICATE)

    def one(*rulings: Ruling) -> bool:
        origins = Origins([edge], claims, rulings=rulings)
        return origins.origin_of(claims["a"]) == origins.origin_of(claims["b"])

    assert one()
    assert not one(ruled("a", "b", cut=True))
    assert one(ruled("a", "b", cut=True), ruled("a", "b", cut=False))
    assert not one(ruled("a", "b", cut=False), ruled("a", "b", cut=True))


def test_an_edge_that_is_added_from_a_claim_is_its_only_one() -> None:
    claims = {each.id: each for each in (claim("a"), claim("b"), claim("c"))}
    origins = Origins([Edge("a", "b")], claims, rulings=[ruled("a", "c", cut=False)])
    assert origins.origin_of(claims["a"]) == origins.origin_of(claims["c"])
    assert origins.origin_of(claims["b"]) != origins.origin_of(claims["c"])
    assert [edge.kind for edge in origins.edges] == [EdgeKind.REVIEWER]


def test_a_cut_of_an_attribution_leaves_the_outlets_own_word() -> None:
    named = claim("a", outlet="Haaretz", origin="the Ministry")
    origins = Origins((), {"a": named}, rulings=[ruled("a", "ministry", cut=True)])
    assert origins.origin_of(named) == origins.origin_of(claim("b", outlet="Haaretz"))


def test_a_wire_goes_by_all_its_names() -> None:
    origins = Origins(wires={"Associated Press": Wire("Associated Press", ("AP",))})
    assert origins.origin_of(claim("a", origin="the AP")) == origins.origin_of(
        claim("b", outlet="The Associated Press")
    )
