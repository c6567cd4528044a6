from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.claim import Claim, Modality
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, quantity_of
from workbench.review.policies import POLICIES, Proposal, proposals

DAY, NEXT = Period.day(date(2024, 1, 24)), Period.day(date(2024, 1, 25))


def claim(name: str, value: int, bound: Bound = Bound.EXACT, **parts: object) -> Claim:
    given: dict[str, object] = {
        "id": name,
        "measure": "killed",
        "quantity": quantity_of(str(value), bound, value, prose=False),
        "as_of": DAY,
        "outlet": f"Outlet {name}",
    }
    return Claim(**(given | parts))  # type: ignore[arg-type]


def proposed(*claims: Claim) -> dict[str, Proposal]:
    return {proposal.policy: proposal for proposal in proposals(claims)}


def test_range_is_lowest_to_highest() -> None:
    found = proposed(claim("a", 112), claim("b", 131), claim("c", 120))["range"]
    assert (found.interval, found.as_of, found.claims) == (Interval(112, 131), DAY, ("a", "b"))
    assert found.reason == "from the lowest figure, of Outlet a, to the highest, of Outlet b"


def test_range_stays_open_where_a_figure_is() -> None:
    found = proposed(claim("a", 54036), claim("b", 56000, Bound.MORE_THAN))["range"]
    assert found.interval == Interval(54036, None)


def test_conservative_is_the_lowest_number() -> None:
    found = proposed(claim("a", 112), claim("b", 131), claim("c", 40, Bound.AT_MOST))["conservative"]
    assert (found.interval, found.claims) == (Interval(0, 40), ("c",))


def test_conservative_takes_a_vague_amount_only_where_nobody_gives_a_number() -> None:
    dozens = quantity_of("dozens", Bound.VAGUE, None, hard=Interval(12, None), soft=Interval(24, 99))
    vague = claim("v", 1, quantity=dozens)
    assert proposed(vague, claim("a", 112))["conservative"].claims == ("a",)
    assert proposed(vague)["conservative"].interval == Interval(12, None)


def test_latest_is_the_newest() -> None:
    found = proposed(claim("a", 112), claim("b", 131, as_of=NEXT))["latest_majority"]
    assert (found.interval, found.as_of, found.reason) == (Interval(131, 131), NEXT, "the newest figure")


def test_of_several_newest_most_origins_win_and_outlets_do_not_count() -> None:
    by_origins = proposed(claim("a", 112), claim("b", 131), claim("c", 131))["latest_majority"]
    assert by_origins.claims == ("b", "c")
    copied = [claim(name, 131, origin="Ministry") for name in ("b", "c", "d")]
    found = proposed(claim("a", 112), *copied)["latest_majority"]
    assert found.claims == ("a",), "one origin in three outlets is one origin, so the lowest is left"
    assert "no majority" in found.reason


def test_a_demand_is_no_evidence() -> None:
    assert proposals([claim("a", 112, modality=Modality.DEMANDED)]) == []


@given(st.lists(st.tuples(st.integers(0, 999), st.sampled_from([DAY, NEXT])), min_size=1, max_size=6))
def test_each_policy_answers_whatever_the_order(figures: list[tuple[int, Period]]) -> None:
    claims = [claim(f"c{place}", value, as_of=day) for place, (value, day) in enumerate(figures)]
    found = proposals(claims)
    assert len(found) == len(POLICIES)
    assert proposals(claims[::-1]) == found
    values = [value for value, _ in figures]
    low, high = found[0].interval.low, found[0].interval.high
    assert (low, high) == (min(values), max(values))
    assert all(proposal.interval.within(found[0].interval) for proposal in found)
