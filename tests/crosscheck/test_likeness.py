from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.seconds import seconds
from workbench.crosscheck.likeness import Alike, likeness, shingles

FIRST = "Rescuers who dug through the night said that 56 people had been killed in the quarter by the blast"
words = st.lists(st.sampled_from("abcdefghijkl"), min_size=8, max_size=30).map(" ".join)


def test_likeness_is_shared_triples_of_all_triples() -> None:
    # 19 words make 17 triples; another last word leaves 16 of them, and each side has one of its own.
    other = FIRST.removesuffix("blast") + "bomb"
    assert len(shingles(FIRST)) == 17
    assert likeness(shingles(FIRST), shingles(other)) == 16 / 18
    assert likeness(shingles(FIRST), shingles(FIRST.upper() + "!")) == 1


def test_a_short_sentence_tells_nothing() -> None:
    assert shingles("At least 56 people were killed.") == frozenset()
    assert likeness(frozenset(), frozenset()) == 0


def test_alike_texts_are_found_and_others_are_not() -> None:
    texts = Alike()
    texts.add("one", shingles(FIRST))
    texts.add(
        "two", shingles("In the morgue a clerk counted bodies by hand and wrote each of the names down")
    )
    assert texts.to(shingles(FIRST.removesuffix("blast") + "bomb"), 0.7) == {"one"}
    assert texts.to(frozenset(), 0.7) == set()


@given(words, words)
def test_whatever_is_found_is_as_like_as_it_has_to_be(one: str, other: str) -> None:
    texts = Alike()
    texts.add("one", shingles(one))
    assert texts.to(shingles(one), 1) == ({"one"} if shingles(one) else set())
    if texts.to(shingles(other), 0.7):
        assert likeness(shingles(one), shingles(other)) >= 0.7


def test_a_flood_of_one_sentence_is_no_trap() -> None:
    def flood(count: int) -> None:
        texts = Alike()
        for number in range(count):
            text = shingles(f"{FIRST} {number}")
            texts.to(text, 0.99)
            texts.add(str(number), text)

    assert seconds(lambda: flood(1600)) < 4 * seconds(lambda: flood(800)) + 0.5
