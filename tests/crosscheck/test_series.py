from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.crosscheck.figures import claim, day, evidence, series
from workbench.core.claim import Scope
from workbench.crosscheck.series import align, span


@given(
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from([0, 0, 0, 1, 6])), max_size=12),
    st.integers(0, 3),
)
def test_each_aligned_pair_meets_exactly_once(spans: list[tuple[int, int]], tolerance: int) -> None:
    claims = evidence(
        claim(f"c{place:02}", as_of=day(first, first + length)) for place, (first, length) in enumerate(spans)
    )
    met: list[frozenset[str]] = []
    for moment in align(claims, tolerance):
        own = [each.id for each in moment.own]
        met += [frozenset((one, other)) for place, one in enumerate(own) for other in own[place + 1 :]]
        met += [frozenset((one, other.id)) for one in own for other in moment.others]
    aligned = {
        frozenset((one.id, other.id))
        for place, one in enumerate(claims)
        for other in claims[place + 1 :]
        if span(one)[0] <= span(other)[1] + tolerance and span(other)[0] <= span(one)[1] + tolerance
    }
    assert len(met) == len(set(met))
    assert set(met) == aligned


def test_a_pair_meets_on_its_coarser_day() -> None:
    found = series([claim("a", as_of=day(0, 30)), claim("b", as_of=day(3)), claim("c", as_of=day(40))])
    days = {
        (moment.first - found.moments[0].first, len(moment.own), len(moment.others)) for moment in found.days
    }
    assert days == {(0, 1, 1), (3, 1, 0), (40, 1, 0)}


def test_increments_of_an_unknown_start_do_not_go_on() -> None:
    one = series([claim("a")])
    assert one.over_time
    increments = type(one)(one.key._replace(scope=Scope.PERIOD), one.claims)
    assert not increments.over_time
    since = type(one)(one.key._replace(scope=Scope.PERIOD, start=day(0)), one.claims)
    assert since.over_time
