from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.paging import Page, offset


@given(total=st.integers(0, 500), per_page=st.integers(1, 200))
def test_the_pages_hold_every_entry_once(total: int, per_page: int) -> None:
    everything = list(range(total))
    pages = Page([], 1, per_page, total).pages
    held = [
        entry
        for number in range(1, pages + 1)
        for entry in everything[offset(number, per_page) : offset(number, per_page) + per_page]
    ]
    assert held == everything
    assert pages >= 1


def test_the_first_entry_of_a_page_has_its_place_in_the_list() -> None:
    assert Page([], 3, 25, 60).first == 51
