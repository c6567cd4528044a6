from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.review.quote import Mark, pieces, words_behind
from tests.api.corpus import VOCABULARY


@given(
    st.text(max_size=40),
    st.lists(st.tuples(st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(Mark), st.none())),
)
def test_the_pieces_are_the_whole_text(text: str, spans: list[tuple[int, int, Mark, None]]) -> None:
    found = pieces(text, spans)
    assert "".join(piece.text for piece in found) == text
    assert found


def test_of_spans_that_overlap_the_first_stays() -> None:
    found = pieces(
        "at least 40 died", [(9, 11, Mark.NUMBER, "c"), (3, 11, Mark.HEDGE, "c"), (12, 16, Mark.MEASURE, "d")]
    )
    assert [(piece.text, piece.mark, piece.claim) for piece in found] == [
        ("at least ", None, None),
        ("40", Mark.NUMBER, "c"),
        (" ", None, None),
        ("died", Mark.MEASURE, "d"),
    ]


@pytest.mark.parametrize(
    ("text", "number", "marked"),
    [
        ("At least 40 people were killed.", "40", {"number": "40", "hedge": "At least", "measure": "killed"}),
        ("Some 30 or more people were wounded.", "30", {"number": "30", "measure": "wounded"}),
        ("Dozens of people were hurt.", "Dozens", {"number": "Dozens", "measure": "hurt"}),
        ("40 people were killed and 12 wounded.", "12", {"number": "12", "measure": "wounded"}),
        ("There is no claim about 40 here.", "40", {"number": "40"}),
    ],
)
def test_hedge_and_measure_are_marked_beside_the_number(
    text: str, number: str, marked: dict[str, str]
) -> None:
    start = text.index(number)
    span = (start, start + len(number))
    spans = words_behind(text, span, language="en", vocabulary=VOCABULARY, published_at=None)
    found = {mark.value: text[first:last] for first, last, mark in spans}
    assert marked.items() <= found.items()
    assert "measure" in marked or found == marked


def test_a_language_that_is_not_read_has_its_number_marked() -> None:
    spans = words_behind("40 tote", (0, 2), language="de", vocabulary=VOCABULARY, published_at=None)
    assert spans == [(0, 2, Mark.NUMBER)]
