"""Spanish: numbers written out are read back, hedges stand with any figure, and no text is too much."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.mutation.gold import cases
from tests.seconds import seconds
from workbench.core.quantity import Bound
from workbench.languages import language_of
from workbench.languages.accents import without_accents
from workbench.text.dates import read_dates
from workbench.text.numbers import read_numbers
from workbench.text.sentences import split_sentences
from workbench.text.suggest import suggest
from workbench.vocabulary import load_vocabulary

SPANISH = language_of("es")
VOCABULARY = load_vocabulary()
SMALL = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
    "diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco "
    "veintiséis veintisiete veintiocho veintinueve"
).split()
TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
).split()


def below_a_thousand(number: int) -> str:
    if number < 30:
        return SMALL[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return TENS[tens - 3] + (f" y {SMALL[unit]}" if unit else "")
    if number == 100:
        return "cien"
    hundreds, rest = divmod(number, 100)
    return HUNDREDS[hundreds - 1] + (f" {below_a_thousand(rest)}" if rest else "")


def in_words(number: int) -> str:
    """As the Academy writes it: "un millón doscientos mil treinta y uno"."""
    if number >= 10**6:
        millions, rest = divmod(number, 10**6)
        head = "un millón" if millions == 1 else f"{_before_a_scale(in_words(millions))} millones"
        return head + (f" {in_words(rest)}" if rest else "")
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        head = "mil" if thousands == 1 else f"{_before_a_scale(below_a_thousand(thousands))} mil"
        return head + (f" {below_a_thousand(rest)}" if rest else "")
    return below_a_thousand(number)


def _before_a_scale(words: str) -> str:
    """ "veintiún mil", "treinta y un mil"."""
    if words.endswith("veintiuno"):
        return f"{words.removesuffix('veintiuno')}veintiún"
    return f"{words.removesuffix('uno')}un" if words.endswith("uno") else words


@settings(max_examples=300)
@given(st.integers(0, 999_999_999))
def test_a_number_written_out_is_read_back(number: int) -> None:
    (found,) = read_numbers(f"{in_words(number)} casas", SPANISH, VOCABULARY.profile)
    assert (found.value, found.text) == (number, in_words(number))


@given(st.integers(1000, 10**9))
def test_grouped_digits_are_read_back(number: int) -> None:
    for mark in ".\u00a0\u202f":
        (found,) = read_numbers(f"{number:,}".replace(",", mark) + " casas", SPANISH, VOCABULARY.profile)
        assert found.value == number


@pytest.mark.parametrize("bound", SPANISH.hedges.before)
@given(value=st.integers(1, 10**9))
def test_any_hedge_with_any_figure(bound: Bound, value: int) -> None:
    for phrase in SPANISH.hedges.before[bound]:
        figure = f"{value:,}".replace(",", ".")
        (found,) = read_numbers(f"{phrase} {figure} casas", SPANISH, VOCABULARY.profile)
        assert (found.value, found.bound, found.text) == (value, bound, f"{phrase} {figure}")
        assert found.quantity is not None
        assert found.quantity.soft.within(found.quantity.hard)


def read_all(text: str) -> None:
    sentences = split_sentences(text, SPANISH)
    assert all(text[one.start : one.end] == one.text for one in sentences)
    read_dates(text, SPANISH, date(2024, 1, 24))
    for one in suggest(
        text, sentences, language=SPANISH, vocabulary=VOCABULARY, published_at=date(2024, 1, 24)
    ):
        assert 0 <= one.start < one.end <= len(text)


_WORDS = sorted(
    {"murieron", "12", "a", "mató", "heridos", ",", "y", "de", "los", "un", "fueron", "liberados", "número"}
    | {"muertos", "entre", "ellos", "según", "dijo", "no", "hubo", "el", "martes", "Gaza", "(", ")", ".", ":"}
)


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    read_all(text)


@given(st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join))
def test_no_order_of_its_words_is_too_strange(text: str) -> None:
    read_all(text)


@pytest.mark.parametrize("piece", ["1.000 ", "murieron ", "12 y ", "entre ellos ", "mató a 12 ", "de los 3 "])
def test_a_long_line_takes_time_in_proportion(piece: str) -> None:
    short, long = piece * (20_000 // len(piece)), piece * (160_000 // len(piece))
    taken = seconds(lambda: read_all(short)), seconds(lambda: read_all(long))
    assert taken[1] < 8 * 4 * max(taken[0], 0.01)


def figures(text: str) -> list[tuple[str, int | None]]:
    found = suggest(
        text, split_sentences(text, SPANISH), language=SPANISH, vocabulary=VOCABULARY, published_at=None
    )
    return [(one.measure, one.quantity.value) for one in found if not one.implicit]


TEXTS = [case["text"] for _, case in cases("suggest", "es")]


@pytest.mark.parametrize("text", TEXTS)
def test_headline_capitals_change_no_figure(text: str) -> None:
    assert figures(text.upper()) == figures(text)


def test_most_figures_are_read_without_accents_too() -> None:
    same = sum(figures(without_accents(text)) == figures(text) for text in TEXTS)
    assert same >= 0.97 * len(TEXTS)


def test_a_word_keeps_its_tilde() -> None:
    assert (
        without_accents("NIÑOS Y MURIÓ: años, público, vergüenza")
        == "NIÑOS Y MURIO: años, publico, verguenza"
    )
