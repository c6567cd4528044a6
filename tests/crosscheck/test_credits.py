from __future__ import annotations

import pytest

from workbench.core.vocabulary import Vocabulary
from workbench.crosscheck.credits import Credit, Credits
from workbench.vocabulary import load_vocabulary


def read(text: str, language: str = "en", vocabulary: Vocabulary | None = None) -> Credit | None:
    return Credits(vocabulary or load_vocabulary()).read(text, language)


@pytest.mark.parametrize(
    ("text", "wire", "words"),
    [
        ("GAZA, Jan 24 (Reuters) - Forty people were killed.", "Reuters", "(Reuters)"),
        ("Title\n\nRAMALLAH (AFP) — The buses came.", "Agence France-Presse", "(AFP)"),
        ("Forty people were killed.\n\nSource: AFP", "Agence France-Presse", "Source: AFP"),
        ("Forty people were killed.\n(AP)\n", "Associated Press", "(AP)"),
        ("Forty were killed.\nWith inputs from  Associated Press.", "Associated Press", None),
        ("🏠 Forty were killed.\n— Xinhua", "Xinhua", "— Xinhua"),
        ("Forty (AFP) — were killed.\nSource: Agence France-Presse", "Agence France-Presse", "(AFP)"),
    ],
)
def test_a_dateline_or_a_line_of_its_own_credits_a_wire(text: str, wire: str, words: str | None) -> None:
    found = read(text)
    assert found is not None
    assert found.wire == wire
    assert words in (None, found.text)


@pytest.mark.parametrize(
    "text",
    [
        "An official told The Associated Press that forty people were killed.",
        "Cited by Reuters on Sunday, a member of the movement said so.",
        "GAZA (Reuters) — Forty were killed.\nSource: AFP",
        "The tap (AP) was closed.",
        "ap",
        "x" * 400 + " (Reuters) — far from the beginning",
        "",
    ],
)
def test_what_is_named_in_passing_or_beside_another_is_not_credited(text: str) -> None:
    assert read(text) is None


def test_credit_words_are_those_of_the_language() -> None:
    assert read("Cuarenta muertos.\nFuente: EFE", "es-AR") == Credit("Agencia EFE", "Fuente: EFE")
    assert read("Cuarenta muertos.\nFuente: EFE", "en") is None
    assert read("Vierzig Tote.\nEFE", "de") == Credit("Agencia EFE", "EFE")
