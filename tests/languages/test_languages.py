"""Every language is whole: what the readers look up is there, and written as they look it up."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from workbench.core.quantity import Bound
from workbench.exceptions import InvalidData
from workbench.languages import LANGUAGES, language_of
from workbench.languages.language import Language

each_language = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)


@each_language
def test_words_are_in_small_letters(language: Language) -> None:
    for part in (language.numerals, language.hedges, language.ranges, language.kinds, language.calendar):
        for field in fields(part):
            value = getattr(part, field.name)
            if isinstance(value, dict | frozenset | tuple):
                for word in value:
                    assert not isinstance(word, str) or isinstance(word, Bound) or word == word.lower(), (
                        field.name
                    )


@each_language
def test_numerals_reach_from_nothing_to_billions(language: Language) -> None:
    numerals = language.numerals
    assert {*numerals.units.values()} >= {*range(16)}
    assert {*numerals.tens.values()} >= {20, 30, 40, 50, 60, 70, 80, 90}
    assert {100, 1000, 10**6} <= {*numerals.scales.values(), *numerals.hundreds.values()}
    assert {*range(1, 13)} == {*language.calendar.months.values()}
    assert {*range(7)} == {*language.calendar.weekdays.values()}


@each_language
def test_each_bound_that_a_hedge_can_make_has_words(language: Language) -> None:
    assert {*language.hedges.before} >= {*Bound} - {Bound.BETWEEN, Bound.VAGUE}
    for phrases in (language.hedges.before, language.hedges.after):
        said = [phrase for group in phrases.values() for phrase in group]
        assert len(said) == len({*said}), "one phrase, one bound"


@pytest.mark.parametrize("code", ["en", "EN", "en-GB", "en_US"])
def test_a_tag_leads_to_its_language(code: str) -> None:
    assert language_of(code).code == "en"


def test_an_unknown_language_is_told_with_those_there_are() -> None:
    with pytest.raises(InvalidData, match=r"tlh.*en \(English\)"):
        language_of("tlh")


TEXT = Path(__file__).parents[2] / "workbench" / "text"
_NAMED_GROUP = re.compile(r'(?:\bword\(|ends_in\([^"]*?)"(\w+)"')


def named_groups() -> set[str]:
    return {group for file in TEXT.glob("*.py") for group in _NAMED_GROUP.findall(file.read_text("utf-8"))}


@each_language
def test_each_group_of_words_that_the_reader_asks_for_is_there(language: Language) -> None:
    """A group may be empty, but a language says so: one that is forgotten would be read as empty."""
    groups = named_groups()
    assert {"partitive", "exchange", "place_in"} <= groups
    if language.claims is not None:
        assert groups <= language.claims.grammar.keys()
        assert LANGUAGES[0].claims is not None
        assert language.claims.cues.keys() == LANGUAGES[0].claims.cues.keys()


@each_language
def test_words_of_claims_are_in_small_letters_with_single_spaces(language: Language) -> None:
    claims = language.claims
    if claims is None:
        return
    groups = [*claims.grammar.values(), *claims.cues.values(), claims.people, claims.things]
    groups.append(frozenset(trigger.words for trigger in claims.triggers))
    for group in groups:
        for words in group:
            assert words == " ".join(words.casefold().split()), words
