from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.review.quote import cut

SENTENCE = "The ministry said that 25,700 people were killed in the strip by Tuesday."


def test_words_are_whole_and_the_figure_is_in_it() -> None:
    start = SENTENCE.index("25,700")
    assert cut(SENTENCE, start, start + 6, 400) == (SENTENCE, 0)
    assert cut(SENTENCE, start, start + 6, 30) == ("said that 25,700 people were", 13)
    assert cut(SENTENCE, start, start + 6, 0) == ("25,700", start)


@given(st.text(max_size=80), st.data())
def test_never_longer_than_the_limit_or_the_figure(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    end = data.draw(st.integers(start, len(sentence)))
    limit = data.draw(st.integers(0, 100))
    quote, first = cut(sentence, start, end, limit)
    assert sentence[first : first + len(quote)] == quote
    assert first <= start
    assert end <= first + len(quote)
    assert len(quote) <= max(limit, end - start)
