"""Which language a text is in: told from real sentences, and the first of ours where it is not clear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.eval.cases import SEEDS
from tests.mutation.gold import cases
from workbench.languages import LANGUAGES
from workbench.text.detection import detect_language


@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_gold_of_a_language_is_told_as_that_language(code: str) -> None:
    text = " ".join(case["text"] for _, case in cases("suggest", code))
    assert detect_language(text).code == code
    assert detect_language(text[:600]).code == code


@pytest.mark.parametrize("file", sorted(SEEDS.glob("articles/*.txt")), ids=lambda file: file.stem)
def test_the_seeds_are_english(file: object) -> None:
    assert detect_language(file.read_text("utf-8")).code == "en"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "De la Cruz",
        "Le bilan est passé à douze morts dans le nord du pays, selon un porte-parole de la police.",
        "Zwölf Menschen kamen bei einem Angriff in der Stadt ums Leben, teilte das Ministerium mit.",
        "Dodici persone sono morte in un attacco nel nord del paese, ha detto il ministero.",
    ],
)
def test_what_is_not_clear_is_the_first_language(text: str) -> None:
    assert detect_language(text).code == "en"


@given(st.text())
def test_any_text_has_a_language(text: str) -> None:
    assert detect_language(text) in LANGUAGES
