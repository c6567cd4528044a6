"""Dates, resolved against the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.gold import cases
from workbench.core.period import Period
from workbench.languages import LANGUAGES, language_of
from workbench.text.dates import DateKind, read_dates

ENGLISH = language_of("en")
MONTHS = [name.title() for name in ENGLISH.calendar.months if len(name) > 4]
WEEKDAYS = [name.title() for name in ENGLISH.calendar.weekdays if name.endswith("day")]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("case", cases("dates.jsonl"))
def test_gold(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["published_at"]) if case["published_at"] else None
    found = [
        {"text": one.text, "period": one.period.edtf if one.period else None, "kind": one.kind.value}
        for one in read_dates(case["text"], ENGLISH, day)
    ]
    assert found == case["dates"]


@given(day=DAYS, published_at=DAYS)
@pytest.mark.parametrize("form", ["{day.day} {month} {day.year}", "{month} {day.day}, {day.year}", "{day}"])
def test_a_full_date_means_its_day_whatever_the_publication(form: str, day: date, published_at: date) -> None:
    text = form.format(day=day, month=day.strftime("%B"))
    (mention,) = read_dates(f"On {text} they met.", ENGLISH, published_at)
    assert (mention.text, mention.period) == (text, Period.day(day))


@given(published_at=DAYS, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_is_the_last_one_up_to_publication(published_at: date, weekday: str) -> None:
    (mention,) = read_dates(f"They met on {weekday}.", ENGLISH, published_at)
    assert mention.period is not None
    assert mention.period.first.strftime("%A") == weekday
    assert published_at - timedelta(days=6) <= mention.period.first <= published_at


@given(published_at=DAYS, hours=st.integers(1, 200))
def test_past_hours_end_with_the_day_of_publication(published_at: date, hours: int) -> None:
    (mention,) = read_dates(f"In the past {hours} hours 12 died.", ENGLISH, published_at)
    assert mention.kind is DateKind.DURATION
    assert mention.period is not None
    assert mention.period.last == published_at
    assert timedelta(hours=hours) <= published_at - mention.period.first + timedelta(days=1)


PIECES = st.sampled_from(
    [
        "May ",
        "October ",
        "31 ",
        "29 February ",
        "2023 ",
        "on ",
        "since ",
        "Tuesday ",
        "last ",
        "past ",
        "two ",
        "weeks ",
        "ago ",
        "hours ",
        "overnight ",
        "this ",
        "year ",
        "-",
        "/",
        ".",
        ", ",
        "0000-99-99",
        "99/99/99 ",
    ]
)


@pytest.mark.parametrize("published_at", [None, date.min, date.max, date(2024, 2, 29)])
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@given(text=st.lists(PIECES | st.text(max_size=3)).map("".join))
def test_no_text_raises_and_dates_stand_in_order(language: Any, published_at: date | None, text: str) -> None:
    mentions = read_dates(text, language, published_at)
    for mention in mentions:
        assert mention.text == text[mention.start : mention.end] != ""
    for left, right in pairwise(mentions):
        assert left.end <= right.start
