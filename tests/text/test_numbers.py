"""Numbers: where they stand, what they are, what they say."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.seconds import seconds
from tests.text.gold import cases, shared
from workbench.core.quantity import Bound, Interval, intervals_of
from workbench.core.vocabulary import Profile, VagueWord
from workbench.languages import LANGUAGES, language_of
from workbench.text.number import Kind, Number
from workbench.text.numbers import read_numbers

ENGLISH = language_of("en")
HOUSE = Profile(
    "house",
    "1",
    (
        VagueWord(("a dozen", "dozen"), Interval(10, 14), Interval(12, 12)),
        VagueWord(("a couple", "couple"), Interval(2, 3), Interval(2, 2)),
        VagueWord(("tens",), Interval(10, None), Interval(20, 99)),
        VagueWord(("dozens",), Interval(12, None), Interval(24, 99)),
        VagueWord(("scores",), Interval(20, None), Interval(40, 99)),
        VagueWord(("hundreds",), Interval(100, None), Interval(200, 999)),
        VagueWord(("thousands",), Interval(1000, None), Interval(2000, 9999)),
        VagueWord(("tens of thousands",), Interval(10_000, None), Interval(20_000, 99_999)),
        VagueWord(("several", "a few", "few"), Interval(2, None), Interval(3, 9)),
        VagueWord(("several hundred",), Interval(200, None), Interval(300, 900)),
        VagueWord(("many",), Interval(2, None), Interval(5, None)),
    ),
)


def read(text: str) -> list[Number]:
    return read_numbers(text, ENGLISH, HOUSE)


def only(text: str) -> Number:
    (number,) = read(text)
    return number


@pytest.mark.parametrize("case", cases("numbers.jsonl"))
def test_gold(case: dict[str, Any]) -> None:
    text, place = case["text"], 0
    numbers = read(text)
    assert [number.text for number in numbers] == [expected["text"] for expected in case["numbers"]]
    for number, expected in zip(numbers, case["numbers"], strict=True):
        place = text.index(expected["text"], place)
        assert (number.start, number.end) == (place, place + len(expected["text"]))
        place = number.end
        assert number.kind.value == expected["kind"]
        if "value" in expected:
            assert number.value == expected["value"]
        if "low" in expected:
            assert (number.low, number.high) == (expected["low"], expected["high"])
        if "bound" in expected:
            assert number.bound.value == expected["bound"]
        for layer in ("hard", "soft"):
            if layer in expected:
                assert number.quantity is not None
                interval = getattr(number.quantity, layer)
                assert [interval.low, interval.high] == expected[layer]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("more than 56,000 hurt", "56,000"),
        ("between 20 and 30 boats", "20 and 30"),
        ("20–30 boats", "20–30"),
        ("dozens of boats", "dozens"),
        ("at least a dozen boats", "a dozen"),
        ("at least another 26 died", "26"),
        ("30 or so died", "30"),
        ("😀 nearly 80,000 left", "80,000"),
    ],
)
def test_the_number_itself_is_told_from_its_hedges(text: str, number: str) -> None:
    found = only(text)
    assert text[found.number_start : found.number_end] == number


def test_a_profile_decides_how_vague_words_and_dozens_are_read() -> None:
    acled = Profile(
        "acled",
        "1",
        (
            VagueWord(("dozens",), Interval(12, None), Interval(12, 12)),
            VagueWord(("a dozen",), Interval(12, 12), Interval(12, 12)),
        ),
    )
    dozens, dozen = read_numbers("Dozens were hurt and a dozen died.", ENGLISH, acled)
    assert dozens.quantity is not None
    assert dozens.quantity.soft == Interval(12, 12)
    assert dozen.quantity is not None
    assert dozen.quantity.hard == Interval(12, 12)
    assert (dozen.value, dozen.bound) == (12, Bound.ABOUT)


def test_a_vague_word_that_the_profile_lacks_is_no_number() -> None:
    assert read_numbers("Dozens died.", ENGLISH, Profile("bare", "1", ())) == []


@pytest.mark.parametrize("text", ["fewer than 0 people", "2.5 people", "minus 5 people"])
def test_what_is_no_whole_number_of_things_has_no_quantity(text: str) -> None:
    assert only(text).quantity is None


@pytest.mark.parametrize("bound", ENGLISH.hedges.before)
@given(value=st.integers(0, 10**9))
def test_any_hedge_before_any_number(bound: Bound, value: int) -> None:
    for phrase in ENGLISH.hedges.before[bound]:
        text = f"{phrase} {value:,} people"
        number = only(text)
        assert (number.start, number.bound, number.value) == (0, bound, value), phrase
        assert text[number.number_start : number.number_end] == f"{value:,}"
        if number.quantity is None:
            assert (bound, value) == (Bound.LESS_THAN, 0)
        else:
            assert (number.quantity.hard, number.quantity.soft) == intervals_of(bound, value)
            assert number.quantity.soft.within(number.quantity.hard)


@pytest.mark.parametrize("bound", ENGLISH.hedges.after)
@given(value=st.integers(1, 10**9))
def test_any_hedge_after_any_number(bound: Bound, value: int) -> None:
    for phrase in ENGLISH.hedges.after[bound]:
        touching = phrase[0] in "+-"
        number = only(f"{value:,}{'' if touching else ' '}{phrase}")
        assert (number.number_end, number.bound, number.value) == (len(f"{value:,}"), bound, value), phrase
        assert number.end == len(f"{value:,}{'' if touching else ' '}{phrase}")


@given(low=st.integers(0, 10**6), more=st.integers(1, 10**6))
@pytest.mark.parametrize("form", ["between {} and {}", "from {} to {}", "{}–{}", "{} to {}", "{} - {}"])
def test_a_range_of_any_two_numbers(form: str, low: int, more: int) -> None:
    text = form.format(f"{low:,}", f"{low + more:,}")
    number = only(f"{text} people")
    assert (number.text, number.low, number.high) == (text, low, low + more)
    if number.kind is Kind.COUNT:
        assert number.quantity is not None
        assert number.quantity.hard == number.quantity.soft == Interval(low, low + more)


def spelled(value: int) -> str:
    """The number in words, as an Englishman says it."""
    names = {
        number: word for word, number in ENGLISH.numerals.units.items() if word not in ("nought", "naught")
    }
    tens = {number: word for word, number in ENGLISH.numerals.tens.items()}
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if value >= scale:
            rest = value % scale
            join = " and " if 0 < rest < 100 else " " if rest else ""
            return f"{spelled(value // scale)} {word}{join}{spelled(rest) if rest else ''}"
    if value >= 100:
        rest = value % 100
        return f"{names[value // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if value >= 20:
        return tens[value - value % 10] + (f"-{names[value % 10]}" if value % 10 else "")
    return names[value]


@given(st.integers(0, 10**15 - 1))
@example(100_000)
@example(1_000_001)
def test_a_number_in_words_reads_back(value: int) -> None:
    for words in (spelled(value), spelled(value).replace("-", " "), spelled(value).upper()):
        number = only(f"{words} people")
        assert (number.text, number.value, number.kind) == (words, value, Kind.COUNT)


@given(st.integers(0, 10**15 - 1), st.sampled_from([",", "\u202f", "\u00a0", "'", "’"]))
def test_a_number_in_digits_reads_back(value: int, separator: str) -> None:
    digits = f"{value:,}".replace(",", separator)
    number = only(f"{digits} people")
    assert (number.text, number.value) == (digits, value)


PIECES = st.sampled_from(
    """
    a an the one two twenty hundred thousand million dozen dozens couple half third thirds quarter first
    second no none nobody people killed at least more than fewer or so between and to from up as many of
    1 2 12 1,234 2.5 1/2 2014 20-30 % $ km years old May June 3rd 5pm k m - – , . : ( ) [ ] several
    hundreds tens point minus aged Day Channel No. out in + > < = ~ 3:1 10:30 F-16 ½ ² ²³ ٣ since
    Tuesday ' ’ 0 000 .5 1.234.567 1990s İ ß
    """.split()
)
SENTENCES = st.lists(
    st.tuples(PIECES | st.text(max_size=3), st.sampled_from([" ", " ", "", "-"])), max_size=25
).map(lambda pairs: "".join(piece + space for piece, space in pairs))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@settings(max_examples=400)
@given(SENTENCES)
@example("MAY 12 .5 <")
@example("2014-.3")
@example("²⁰¹⁴ \ud800 3 May ²³ (")
@example("9" * 400 + "e" + "9" * 400)
@example("million " * 40)
@example("one point " + "one " * 40)
def test_no_text_raises_and_numbers_stand_in_order(language: Any, text: str) -> None:
    numbers = read_numbers(text, language, HOUSE)
    for number in numbers:
        assert number.text == text[number.start : number.end]
        assert number.start <= number.number_start < number.number_end <= number.end
        assert (number.quantity is None) or number.kind is Kind.COUNT
        if number.bound is Bound.VAGUE or number.bound is Bound.BETWEEN:
            assert number.value is None
    for left, right in pairwise(numbers):
        assert left.end <= right.start


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1,",
        "1 ",
        "123 ",
        "1-",
        "1/",
        "1:",
        "(",
        "and ",
        "one ",
        "million ",
        "half a ",
        "a ",
        "1 to ",
        "no ",
        "at least ",
        "between 1 and ",
        "one hundred and ",
        "-1",
        "٢",
        "May ",
        "point zero ",
        "twenty-",
        "+1-1",
    ],
)
def test_a_line_of_a_megabyte_takes_time_in_proportion(unit: str) -> None:
    text = (unit * 400_000)[:400_000]
    short, long = seconds(lambda: read(text[:50_000])), seconds(lambda: read(text))
    assert long < 8 * short * 3 + 0.2


def test_shared_cases() -> None:
    """Spans and values of the public cases; a date is one number here and three there."""
    rows = [row for row in shared("eval/numbers_dev.jsonl") if row["news_relevant"]]
    wrong = [row["id"] for row in rows if not _right(row)]
    assert len(wrong) / len(rows) <= 0.02, wrong


def _right(row: dict[str, Any]) -> bool:
    numbers = read(row["text"])
    if row["suite"] == "NumberModel":
        expected = [(one["start"], one["end"], one["value"], one["value"]) for one in row["expected"]]
        aside = (Kind.DATE, Kind.ORDINAL)
        found = [(n.start, n.end, n.value, n.value) for n in numbers if n.kind not in aside]
    else:
        expected = [(one["start"], one["end"], one["low"], one["high"]) for one in row["expected"]]
        found = [(n.start, n.end, n.low, n.high) for n in numbers if not n.low is n.high is None]
    return len(found) == len(expected) and all(
        mine[:2] == theirs[:2] and mine[2:] == pytest.approx(theirs[2:])
        for mine, theirs in zip(found, expected, strict=True)
    )
