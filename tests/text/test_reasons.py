"""Why a suggestion is what it is: the words behind each of its parts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.event import Event
from workbench.languages import language_of
from workbench.text.reasons import PARTS
from workbench.text.sentences import split_sentences
from workbench.text.suggest import explain, suggest
from workbench.vocabulary import load_vocabulary

ENGLISH = language_of("en")
WAR = Event("war", "War", date(2023, 10, 7), places=("Gaza Strip",))


def why(text: str, day: date | None = date(2024, 1, 24), **given: Any) -> list[dict[str, Any]]:
    """Of each suggestion the printed words behind its parts, or the word that says what else gave it."""
    sentences = split_sentences(text, ENGLISH)
    found = explain(
        text, sentences, language=ENGLISH, vocabulary=load_vocabulary(), published_at=day, **given
    )
    return [
        {part: text[slice(*one)] if isinstance(one, tuple) else one for part, one in reasons.items()}
        for _, reasons in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 12 soldiers were killed.",
            {"measure": "killed", "bound": "At least", "population": "soldiers"},
        ),
        ("The blast wounded 30 or more.", {"measure": "wounded", "bound": "or more", "population": None}),
        ("Dozens of people were hurt.", {"bound": "Dozens", "population": "people"}),
        ("12 people died.", {"bound": "default", "modality": "default", "scope": "default", "as_of": None}),
        (
            "The ministry of health said 12 people were killed in Homs on Tuesday.",
            {"origin": "The ministry of health", "place": "Homs", "as_of": "Tuesday", "scope": "Tuesday"},
        ),
        (
            "According to Hamas, 120 people have been killed since October 7.",
            {"origin": "Hamas", "since": "October 7", "scope": "October 7", "as_of": "publication day"},
        ),
        ("In the past 24 hours 210 died.", {"scope": "past 24 hours", "since": "past 24 hours"}),
        ("The death toll rose to 25.", {"measure": "death toll", "scope": "death toll"}),
        ("An additional 26 people were killed.", {"scope": "additional"}),
        ("So far 26 people were killed.", {"scope": "So far"}),
        ("Some 300 people have been killed.", {"bound": "Some", "scope": "have been"}),
        ("Some 200 prisoners are behind bars.", {"measure": "behind bars", "scope": "behind bars"}),
        (
            "Hamas demanded the release of 700 prisoners.",
            {"modality": "demanded", "scope": None, "since": None},
        ),
        ("The army denied that it killed 112 people.", {"modality": "denied"}),
        ("The storm could kill 100 people.", {"modality": "could"}),
        ("12 people were reportedly killed.", {"modality": "reportedly"}),
        ("A soldier was killed.", {"measure": "killed", "bound": "default", "population": "soldier"}),
    ],
)
def test_the_words_behind_the_parts(text: str, expected: dict[str, Any]) -> None:
    (reasons,) = why(text)
    assert {part: reasons[part] for part in expected} == expected


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("The attack killed 56 people, including 14 children.", "including"),
        ("56 people were killed, 14 of them children.", "of them"),
        ("56 people (14 children) were killed.", "("),
        ("The attack killed 3 people: a teacher and 2 children.", ":"),
    ],
)
def test_a_part_names_what_joins_it_to_its_whole(text: str, joint: str) -> None:
    whole, *parts = why(text)
    assert whole["part_of"] is None
    assert {part["part_of"] for part in parts} == {joint}
    assert {part["measure"] for part in parts} == {whole["measure"]}


def test_what_stands_elsewhere() -> None:
    (first, second) = why("The strike hit Rafah. It killed 12 people. In Rafah 3 died.", event=WAR)
    assert (first["place"], second["place"]) == ("Rafah", "Rafah")
    (claim,) = why("Since the start of the war, 20,000 people have been killed.", event=WAR)
    assert (claim["place"], claim["since"], claim["scope"]) == ("event", "event", "Since the start")
    (claim,) = why("Twelve people were killed.", title="Quake in Nepal")
    assert claim["place"] == "context: title"
    home = Event("war", "War", date(2023, 10, 7), places=("Gaza Strip", "Israel"))
    (claim,) = why("Seven Israelis were killed.", event=home)
    assert claim["place"] == "context: home of the population"


def test_an_earlier_sentence_is_quoted_at_its_place() -> None:
    text = "Shells fell in Homs on Monday. Nine people were killed."
    sentences = split_sentences(text, ENGLISH)
    ((_, reasons),) = explain(
        text, sentences, language=ENGLISH, vocabulary=load_vocabulary(), published_at=None
    )
    assert reasons["place"] == (15, 19)
    assert reasons["measure"] == (48, 54)


@given(
    st.lists(
        st.sampled_from(
            "12 killed 3 wounded people including of them in Gaza said Israel to have been not if since"
            " October 7 , ( ) : toll rose to a soldier 7-year-old no one another further dozens . It".split()
        ),
        max_size=40,
    )
)
def test_explaining_changes_nothing_and_points_into_the_text(words: list[str]) -> None:
    text = " ".join(words)
    sentences = split_sentences(text, ENGLISH)
    how: Any = {"language": ENGLISH, "vocabulary": load_vocabulary(), "published_at": date(2024, 1, 24)}
    plain = suggest(text, sentences, event=WAR, **how)
    explained = explain(text, sentences, event=WAR, **how)
    assert [suggestion for suggestion, _ in explained] == plain
    for suggestion, reasons in explained:
        assert tuple(reasons)[: len(PARTS)] == PARTS
        assert {*reasons} - {*PARTS} <= {"origin_named"}
        for part, reason in reasons.items():
            if isinstance(reason, tuple):
                start, end = reason
                assert 0 <= start < end <= len(text)
                assert text[start:end].strip() == text[start:end]
            if part not in ("measure", "bound"):
                assert (reason is None) == (getattr(suggestion, part) is None), part


@pytest.mark.parametrize(
    ("said", "printed", "named"),
    [
        ("It said three were hurt.", "It", "The Kenyan disaster agency"),
        ("The agency said three were hurt.", "The agency", "The Kenyan disaster agency"),
        ("Police said three were hurt.", "Police", None),
    ],
)
def test_a_word_that_points_back_is_explained_by_the_name_it_means(
    said: str, printed: str, named: str | None
) -> None:
    *_, reasons = why(f"The Kenyan disaster agency said 12 people died in Mombasa. {said}")
    assert (reasons["origin"], reasons.get("origin_named")) == (printed, named)


def test_it_alone_names_nobody() -> None:
    (reasons,) = why("It said three were hurt.")
    assert reasons["origin"] is None
    assert "origin_named" not in reasons
