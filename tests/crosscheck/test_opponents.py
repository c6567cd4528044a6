from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.figures import claim, evidence
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.opponents import Greatest, find_clash


def keys(each: Evidence) -> tuple[object, ...]:
    return each.origin, each.article


@st.composite
def days(draw: st.DrawFn) -> list[Evidence]:
    entries = draw(
        st.lists(
            st.tuples(st.integers(0, 9), st.integers(0, 4), st.sampled_from("ABC"), st.sampled_from("xyz")),
            max_size=9,
        )
    )
    return evidence(
        claim(f"c{place}", low, low + width, origin=origin, article=article)
        for place, (low, width, origin, article) in enumerate(entries)
    )


@given(days())
def test_the_greatest_that_differs_in_every_key(claims: list[Evidence]) -> None:
    greatest = Greatest(claims, lambda each: each.low, keys)
    for asking in claims:
        others = [each for each in claims if each.origin != asking.origin and each.article != asking.article]
        expected = min(others, key=lambda each: (-each.low, each.id), default=None)
        assert greatest.against(asking) is expected


@given(days(), st.integers(0, 9))
def test_a_clash_is_what_a_look_at_every_pair_finds(claims: list[Evidence], cut: int) -> None:
    own, others = claims[:cut], claims[cut:]
    if not own:
        return
    pairs = [
        (one, other)
        for one in claims
        for other in claims
        if (one in own or other in own)
        and one.low > other.high
        and one.origin != other.origin
        and one.article != other.article
    ]
    clash = find_clash(own, others, keys)
    if not pairs:
        assert clash is None
        return
    assert clash is not None
    assert clash.gap == max(one.low - other.high for one, other in pairs)
    assert clash.higher.low - clash.lower.high == clash.gap
    assert {each.id for each in clash.members} == {each.id for pair in pairs for each in pair}
