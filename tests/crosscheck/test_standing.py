"""Drops and revisions, against a look at every pair."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.crosscheck.figures import claim, day, series
from workbench.core.claim import Claim
from workbench.crosscheck.evidence import Evidence
from workbench.crosscheck.series import span
from workbench.crosscheck.standing import Standing, drops

ORIGINS = st.sampled_from(["A", "B", "C"])


@st.composite
def figures(draw: st.DrawFn) -> list[Claim]:
    found = []
    for place in range(draw(st.integers(0, 10))):
        low = draw(st.integers(0, 9))
        found.append(
            claim(
                f"c{place:02}",
                low,
                draw(st.sampled_from([low, low, low + 3, None])),
                as_of=day(draw(st.integers(0, 6))),
                origin=draw(ORIGINS),
                reference=draw(st.booleans()),
            )
        )
    return found


def ended(claims: list[Evidence]) -> dict[str, int]:
    """From which day on all that an origin says lies wholly below what it said before."""
    found: dict[str, int] = {}
    for old in claims:
        for moment in sorted({span(new)[0] for new in claims}):
            told = [new for new in claims if new.origin == old.origin and span(new)[0] == moment]
            if told and moment > span(old)[1] and all(new.high < old.low for new in told):
                found.setdefault(old.id, moment)
    return found


@given(figures(), st.integers(0, 2))
@settings(max_examples=300)
def test_drops_are_those_that_a_look_at_every_pair_finds(given: list[Claim], tolerance: int) -> None:
    whole = series(given, tolerance)
    claims = list(whole.claims)
    over = Standing(whole).ended if tolerance else ended(claims)
    expected: dict[str, float] = {}
    for new in claims:
        for old in claims:
            has_own = any(each.origin == new.origin and span(each)[1] == span(old)[1] for each in claims)
            if (
                old.origin != new.origin
                and span(old)[1] < span(new)[0] - tolerance
                and old.low > new.high
                and not (old.reference and new.reference)
                and not has_own
                and over.get(old.id, 10**9) > span(new)[0]
            ):
                expected[new.id] = max(expected.get(new.id, 0), old.low)
    found = {new.id: old.low for old, new in drops(whole, Standing(whole))}
    assert found == expected


@given(figures())
def test_revised_figures_end(given: list[Claim]) -> None:
    whole = series(given)
    standing = Standing(whole)
    assert standing.ended == ended(list(whole.claims))
    for found in standing.revised:
        assert found.earlier.origin == found.later.origin
        assert found.earlier.low > found.later.high
        assert span(found.earlier)[1] < span(found.later)[0]
        assert not (found.earlier.reference and found.later.reference)


def test_a_figure_taken_back_once_is_not_taken_back_again() -> None:
    told = [(100, 0), (90, 1), (92, 2), (95, 3)]
    whole = series(claim(f"c{at}", value, as_of=day(at), origin="A") for value, at in told)
    pairs = [(found.earlier.id, found.later.id) for found in Standing(whole).revised]
    assert pairs == [("c0", "c1")]
