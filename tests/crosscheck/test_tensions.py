from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.figures import claim, evidence
from workbench.core.claim import Claim
from workbench.core.quantity import Interval
from workbench.crosscheck.series import Day
from workbench.crosscheck.tensions import tense_pairs


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    found = []
    for place in range(draw(st.integers(1, 9))):
        cuts = sorted(draw(st.lists(st.integers(0, 12), min_size=4, max_size=4)))
        each = claim(f"c{place}", cuts[0], draw(st.sampled_from([cuts[3], None])))
        found.append(replace(each, quantity=replace(each.quantity, soft=Interval(cuts[1], cuts[2]))))
    return found


@given(claims(), st.integers(1, 9))
def test_tensions_are_those_that_a_look_at_every_pair_finds(given: list[Claim], cut: int) -> None:
    everybody = evidence(given)
    own, others = everybody[:cut], everybody[cut:]
    expected = {
        one.id
        for one in everybody
        for other in everybody
        if (one in own or other in own)
        and one.low <= other.high
        and other.low <= one.high
        and (one.soft_low > other.soft_high or other.soft_low > one.soft_high)
    }
    pairs = tense_pairs(Day(0, 0, own, others))
    assert {each.id for pair in pairs for each in pair} == expected
    for higher, lower in pairs:
        assert higher.soft_low > lower.soft_high
        assert higher.low <= lower.high
