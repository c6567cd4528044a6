"""Tokens: nothing but white space falls between them, and digits say what they should."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.tokens import tokens_of, value_of


@pytest.mark.parametrize("decimal", [".", ","])
@given(st.text(alphabet=st.sampled_from("aZé٣1290.,:-/+'’_$% \u00a0\u202f½²😀\ud800")))
def test_tokens_cover_what_is_no_white_space(decimal: str, text: str) -> None:
    tokens = tokens_of(text, decimal)
    covered: set[int] = set()
    for at in range(len(tokens)):
        end = tokens.ends[at] + len(tokens.suffixes.get(at, ""))
        assert not covered & set(range(tokens.starts[at], end))
        covered |= set(range(tokens.starts[at], end))
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())


@pytest.mark.parametrize(
    ("digits", "decimal", "value"),
    [
        ("1,234,567", ".", 1234567),
        ("1,674,200.5", ".", Fraction(3348401, 2)),
        ("1.111,11", ".", Fraction(111111, 100)),
        ("1.234", ".", Fraction(1234, 1000)),
        ("1.234", ",", 1234),
        ("1,5", ",", Fraction(3, 2)),
        ("1.234,5", ",", Fraction(12345, 10)),
        ("3.4", ",", Fraction(17, 5)),
        ("5,00", ".", 5),
        ("12 345", ".", 12345),
        ("4'120", ".", 4120),
        (".08", ".", Fraction(2, 25)),
        ("٣٬٤٠٠", ".", 3400),
        ("9" * 19, ".", None),
    ],
)
def test_digits(digits: str, decimal: str, value: object) -> None:
    assert value_of(digits, decimal) == value


def test_the_row_of_a_table_is_one_token() -> None:
    row = ",".join(["7"] * 40)
    assert tokens_of(f"{row} dead").words[:2] == [row, "dead"]
    few = tokens_of(",".join(["7"] * 20))
    assert len(few) == 39


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("22,24,26", ["22", ",", "24", ",", "26"]),
        ("1,234,567 dead", ["1,234,567", "dead"]),
        ("mid-2014", ["mid", "-", "2014"]),
        ("F-16s", ["f-16s"]),
        ("192.168.1.2", ["192.168.1.2"]),
        ("2023-10-07", ["2023-10-07"]),
        ("20-30", ["20", "-", "30"]),
    ],
)
def test_what_belongs_together(text: str, words: list[str]) -> None:
    tokens = tokens_of(text)
    assert tokens.words[: len(tokens)] == words
