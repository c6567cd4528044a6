from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.term import origin_term, own_term, place_term, population_term, split_term, write_term
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize(
    ("line", "words", "term"),
    [
        ("Palestinians", "Palestinians", None),
        ("others = civilians", "others", "civilians"),
        ("= civilians", None, "civilians"),
        ("  ", None, None),
        ("a = b = c", "a = b", "c"),
        ("x=y", "x=y", None),
    ],
)
def test_a_line_names_words_and_term(line: str, words: str | None, term: str | None) -> None:
    assert split_term(line) == (words, term)


def test_words_are_read_by_the_vocabulary_and_else_stand_for_themselves() -> None:
    assert population_term("Palestinian children", VOCABULARY) == "palestinian_children"
    assert population_term("Beekeepers of Ruritania", VOCABULARY) == "beekeepers_of_ruritania"
    assert place_term("the Gaza Strip", VOCABULARY) == "Gaza Strip"
    assert own_term(" - ") is None


def test_an_origin_is_its_full_name() -> None:
    assert origin_term("the Palestinian  Ministry of Health") == "Palestinian Ministry of Health"
    assert origin_term("Theodor Heuss") == "Theodor Heuss"
    assert origin_term(" ") is None


@given(st.text(max_size=20), st.text(max_size=20))
def test_what_is_written_is_read_back(words: str, term: str) -> None:
    words, term = " ".join(words.split()), " ".join(term.split())
    if " = " in f" {term} ":
        return
    line = write_term(words or None, term or None, None)
    expected = (words or None, term or None)
    if term or " = " not in f" {words} ":
        assert split_term(line or "") == expected
