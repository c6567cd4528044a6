from __future__ import annotations

import random
from datetime import date
from typing import Any

from tests.crosscheck.figures import claim, evidence
from workbench.core.claim import Claim
from workbench.core.edge import Edge, EdgeKind, Printed
from workbench.crosscheck.copying import find_copies, is_odd

WORDS = "Rescuers who dug through the night said that 56 people had been killed in the quarter by the blast"


def published(name: str, day: int, low: int = 56, **parts: Any) -> Claim:
    return claim(name, low, published_at=date(2024, 1, day), sentence=f"s-{name}", **parts)


def pairs(edges: list[Edge]) -> list[tuple[str, str, EdgeKind]]:
    return [(edge.copy, edge.original, edge.kind) for edge in edges]


def test_each_reprint_leads_to_the_first_and_tells_its_words() -> None:
    claims = [published("a", 3), published("b", 1), published("c", 2)]
    printed = {f"s-{name}": Printed(WORDS) for name in "abc"}
    edges = find_copies(evidence(claims), printed)
    assert pairs(edges) == [("a", "b", EdgeKind.NEAR_DUPLICATE), ("c", "b", EdgeKind.NEAR_DUPLICATE)]
    assert edges[0].reason.startswith("Outlet a prints nearly the words of Outlet b: “Rescuers who dug")


def test_a_credit_goes_before_a_reprint_and_a_reprint_before_an_odd_figure() -> None:
    claims = [published("a", 1, 54_036), published("b", 2, 54_036), published("c", 2, 54_036)]
    printed = {
        "s-a": Printed(WORDS),
        "s-b": Printed(WORDS, "Reuters", "(Reuters)"),
        "s-c": Printed(WORDS),
    }
    assert pairs(find_copies(evidence(claims), printed)) == [
        ("b", "Reuters", EdgeKind.WIRE_CREDIT),
        ("c", "a", EdgeKind.NEAR_DUPLICATE),
    ]
    assert pairs(find_copies(evidence(claims))) == [
        ("b", "a", EdgeKind.ODD_FIGURE),
        ("c", "a", EdgeKind.ODD_FIGURE),
    ]


def test_of_one_day_the_one_that_names_its_origin_is_the_original() -> None:
    claims = [published("a", 1), published("b", 1, origin="Ministry")]
    printed = {"s-a": Printed(WORDS), "s-b": Printed(WORDS)}
    assert pairs(find_copies(evidence(claims), printed)) == [("a", "b", EdgeKind.NEAR_DUPLICATE)]


def test_who_names_an_origin_or_is_the_wire_itself_copies_nobody() -> None:
    named = published("a", 2, origin="Ministry")
    wire = published("b", 2, outlet="Reuters")
    printed = {name: Printed("Forty.", "Reuters", "(Reuters)") for name in ("s-a", "s-b")}
    assert find_copies(evidence([named, wire]), printed) == []


def test_another_figure_or_another_event_in_the_same_words_is_no_copy() -> None:
    claims = [published("a", 1), published("b", 2, 57), published("c", 2, event="fighting")]
    printed = {f"s-{name}": Printed(WORDS) for name in "abc"}
    assert find_copies(evidence(claims), printed) == []


def test_a_table_of_the_same_day_had_the_odd_figure_first() -> None:
    table = claim("t", 54_036, origin="Ministry", outlet=None, reference=True)
    outlet = claim("a", 54_036, published_at=date(2024, 1, 1))
    assert pairs(find_copies(evidence([outlet, table]))) == [("a", "t", EdgeKind.ODD_FIGURE)]


def test_odd_is_a_figure_of_four_digits_before_its_zeros() -> None:
    assert [is_odd(value) for value in (54_036, 63_740, 1_139)] == [True, True, True]
    assert [is_odd(value) for value in (25_700, 178, 1_000_000)] == [False, False, False]


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [published(str(place), place % 5 + 1, 54_036) for place in range(12)]
    printed = {f"s-{place}": Printed(f"{WORDS} {place % 3}") for place in range(12)}
    edges = find_copies(evidence(claims), printed)
    assert edges
    random.Random(1).shuffle(claims)
    assert find_copies(evidence(claims), printed) == edges
