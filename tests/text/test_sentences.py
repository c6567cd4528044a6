"""Sentences: where they begin and end, and that nothing is lost between them."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.text.gold import cases, shared
from workbench.languages import LANGUAGES, language_of
from workbench.text.sentences import split_sentences

ENGLISH = language_of("en")
PIECES = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        " . . . ",
        "1) ",
        "2. ",
        "a. ",
        "\xa0",
        "\r\n",
        "\n\n",
        "\u2028",
        "“",
        "”",
        "’",
        '"',
        "(",
        ") ",
        "! ",
        "? ",
        "… ",
        ".",
        " ",
        "The ",
        "dead",
        "12",
        "😀",
        "قتل",
        "חזית",
        "A\xa0.",
        "İ",
        "\ud800",
        "\x00",
    ]
)


@pytest.mark.parametrize("case", cases("sentences.jsonl"))
def test_gold(case: dict[str, Any]) -> None:
    text = case.get("separator", " ").join(case["sentences"])
    assert [sentence.text for sentence in split_sentences(text, ENGLISH)] == case["sentences"]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@given(st.lists(PIECES | st.text(max_size=4)).map("".join))
@example("A\u00a0.B \ud800. C")
def test_each_character_is_in_one_sentence(language: Any, text: str) -> None:
    seen = [0] * len(text)
    end = 0
    for sentence in split_sentences(text, language):
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip() != ""
        assert sentence.start >= end
        end = sentence.end
        for place in range(sentence.start, sentence.end):
            seen[place] += 1
    assert all(count == 1 or character.isspace() for character, count in zip(text, seen, strict=True))


def test_a_line_break_always_ends_a_sentence() -> None:
    text = "Strikes kill 14 in town\r\nMedics counted 14 bodies\n\nRead more: talks"
    assert [text[s.start : s.end] for s in split_sentences(text, ENGLISH)] == [
        "Strikes kill 14 in town",
        "Medics counted 14 bodies",
        "Read more: talks",
    ]


def test_a_sentence_longer_than_what_the_splitter_sees_stays_whole() -> None:
    long = "They came, " * 2_000 + "they saw."
    text = f"It began. {long} It ended."
    assert [s.text for s in split_sentences(text, ENGLISH)] == ["It began.", long, "It ended."]


@pytest.mark.parametrize("unit", ["1", "()", "and ", "“", "‘", "Mr. ", "1. 2. ", "a. ", ". . . ", "[x. "])
def test_a_line_of_a_megabyte_takes_seconds_at_most(unit: str) -> None:
    text = (unit * 1_000_000)[:1_000_000]
    began = time.process_time()
    sentences = split_sentences(text, ENGLISH)
    assert time.process_time() - began < 10
    assert sentences[-1].end >= len(text.rstrip())


def test_golden_rules() -> None:
    rules = shared("eval/segmentation_golden_rules.jsonl")
    wrong = [
        rule["id"]
        for rule in rules
        if [sentence.text for sentence in split_sentences(rule["text"], ENGLISH)] != rule["sentences"]
    ]
    assert len(wrong) <= 1, wrong
