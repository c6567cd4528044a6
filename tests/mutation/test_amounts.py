"""A bound that is off by one, a hedge that is not known, a kind of number taken for a count: gold notices."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import inf

import pytest

from tests.mutation.gold import UNNOTICED, as_it_is, noticed_by
from tests.mutation.tampering import everywhere
from workbench.core import quantity
from workbench.core.quantity import Bound, Interval
from workbench.core.vocabulary import Profile, VagueWord
from workbench.text import numbers
from workbench.text.number import Kind, Number

ENDS = [
    (bound, layer, end)
    for bound, layer, end in product(Bound, ("hard", "soft"), ("low", "high"))
    if bound not in (Bound.BETWEEN, Bound.VAGUE)
    # open ends, and ends that are 0 whatever the figure
    and (bound, end) != (Bound.AT_LEAST, "high")
    and (bound, layer, end) != (Bound.MORE_THAN, "hard", "high")
    and (bound, layer, end) not in ((Bound.AT_MOST, "hard", "low"), (Bound.LESS_THAN, "hard", "low"))
]


def test_gold_is_right_as_it_stands() -> None:
    assert noticed_by(as_it_is()) is None


@pytest.mark.parametrize("by", [-1, 1])
@pytest.mark.parametrize(("bound", "layer", "end"), ENDS)
def test_an_end_off_by_one(
    bound: Bound, layer: str, end: str, by: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = quantity.intervals_of

    def off(asked: Bound, value: int, *, prose: bool = True) -> tuple[Interval, Interval]:
        hard, soft = original(asked, value, prose=prose)
        was = getattr(hard if layer == "hard" else soft, end)
        if asked is not bound or was is None:
            return hard, soft
        if layer == "hard":
            hard = _moved(hard, end, was + by)
            return hard, _within(soft, hard)
        soft = _moved(soft, end, was + by)
        return _around(hard, soft), soft

    everywhere(monkeypatch, original, off)
    assert noticed_by(as_it_is()), UNNOTICED


# An interval that cannot be made at all would be noticed by itself, so the other layer gives way.


def _moved(interval: Interval, end: str, to: int) -> Interval:
    """An end that would pass the other takes it along; nothing falls below 0."""
    to = max(0, to)
    low, high = (to, interval.high) if end == "low" else (interval.low, to)
    if low is not None and high is not None and low > high:
        low = high = to
    return Interval(low, high)


def _within(soft: Interval, hard: Interval) -> Interval:
    least, most = hard.low or 0, inf if hard.high is None else hard.high
    low = min(max(soft.low or 0, least), most)
    high = max(min(inf if soft.high is None else soft.high, most), low)
    return Interval(int(low), None if high == inf else int(high))


def _around(hard: Interval, soft: Interval) -> Interval:
    low = min(hard.low or 0, soft.low or 0)
    high = max(inf if soft.high is None else soft.high, inf if hard.high is None else hard.high)
    return Interval(low, None if high == inf else int(high))


HEDGES = [
    (side, bound) for side in ("before", "after") for bound in getattr(as_it_is().language.hedges, side)
]


@pytest.mark.parametrize(("side", "bound"), HEDGES)
def test_a_hedge_that_is_not_known(side: str, bound: Bound) -> None:
    world = as_it_is()
    hedges = getattr(world.language.hedges, side)
    left = {other: words for other, words in hedges.items() if other is not bound}
    assert noticed_by(world.with_parts("hedges", **{side: left})), UNNOTICED


@pytest.mark.parametrize("field", ["openers", "fillers", "links"])
def test_words_around_a_hedge(field: str) -> None:
    assert noticed_by(as_it_is().with_parts("hedges", **{field: ()})), UNNOTICED


@pytest.mark.parametrize("word", as_it_is().vocabulary.profile.words, ids=lambda word: word.words[0])
def test_a_vague_word(word: VagueWord) -> None:
    world = as_it_is()
    profile = world.vocabulary.profile
    left = Profile(profile.name, profile.version, tuple(one for one in profile.words if one is not word))
    texts = [f"{words} people" for words in word.words]
    if [read(text, profile) for text in texts] == [read(text, left) for text in texts]:
        pytest.skip("follows from the other words: several dozen is several times twelve")
    assert noticed_by(replace(world, vocabulary=replace(world.vocabulary, profile=left))), UNNOTICED


def read(text: str, profile: Profile) -> list[Number]:
    return numbers.read_numbers(text, as_it_is().language, profile)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.COUNT])
def test_a_kind_taken_for_a_count(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    original = numbers.read_numbers

    def blurred(text: str, *rest: object) -> list[Number]:
        return [
            replace(number, kind=Kind.COUNT) if number.kind is kind else number
            for number in original(text, *rest)  # type: ignore[arg-type]
        ]

    everywhere(monkeypatch, original, blurred)
    assert noticed_by(as_it_is()), UNNOTICED


FIELDS = [
    (part, field)
    for part in ("numerals", "ranges", "kinds", "calendar")
    for field, value in vars(getattr(as_it_is().language, part)).items()
    # whether "the" is passed over makes no difference to any gold case yet
    if isinstance(value, frozenset | tuple | dict) and value and (part, field) != ("calendar", "the")
]


@pytest.mark.parametrize(("part", "field"), FIELDS)
def test_words_of_numbers_and_dates_that_are_not_known(part: str, field: str) -> None:
    world = as_it_is()
    empty = type(getattr(getattr(world.language, part), field))()
    assert noticed_by(world.with_parts(part, **{field: empty})), UNNOTICED


@pytest.mark.parametrize("field", ["abbreviations", "no_starters"])
def test_words_that_end_no_sentence(field: str) -> None:
    assert noticed_by(as_it_is().with_parts("", **{field: frozenset()})), UNNOTICED
