from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.labelstudio.pace import AIM, FIRST, LEAST, MOST, Pace


def test_a_quick_server_gets_larger_requests_and_a_slow_one_smaller() -> None:
    pace = Pace()
    pace.took(FIRST, 0.1)
    assert pace.size == 2 * FIRST, "at most doubled"
    pace.took(2 * FIRST, AIM)
    assert pace.size == 2 * FIRST, "as long as is aimed at"
    pace.took(2 * FIRST, 100.0)
    assert pace.size == FIRST, "at most halved"


def test_the_rest_of_a_list_says_nothing() -> None:
    pace = Pace()
    pace.took(3, 2.0)
    assert pace.size == FIRST


def test_three_failures_in_a_row_are_enough() -> None:
    pace = Pace()
    assert [pace.failed(), pace.failed()] == [True, True]
    pace.took(pace.size, 1.0)
    assert [pace.failed(), pace.failed(), pace.failed()] == [True, True, False]


@given(st.lists(st.none() | st.floats(0, 1000)))
def test_a_request_is_never_empty_and_never_huge(times: list[float | None]) -> None:
    pace = Pace()
    for seconds in times:
        if seconds is None:
            pace.failed()
        else:
            pace.took(pace.size, seconds)
        assert LEAST <= pace.size <= MOST
