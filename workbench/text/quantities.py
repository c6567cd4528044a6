"""What a count comes to in whole numbers: its hard and its soft interval."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from workbench.core.quantity import Bound, Interval, Quantity, intervals_of, quantity_of
from workbench.core.vocabulary import Profile, VagueWord
from workbench.exceptions import InvalidData
from workbench.languages.language import Language
from workbench.text.found import Found


def quantity_of_found(words: str, found: Found, profile: Profile, language: Language) -> Quantity | None:
    """What a count says in whole numbers; None where it is no whole number of things."""
    if found.vague is not None:
        hard, soft = _scaled(found.vague, found.factor)
        return quantity_of(words, Bound.VAGUE, None, hard=hard, soft=soft)
    if found.bound is Bound.BETWEEN:
        if not isinstance(found.low, int) or not isinstance(found.high, int) or found.low < 0:
            return None
        low, high = found.low + found.open_low, found.high - found.open_high
        return None if low > high else quantity_of(words, Bound.BETWEEN, None, hard=Interval(low, high))
    if not isinstance(found.value, int) or found.value < 0:
        return None
    if found.loose and found.value and not (found.hedged and found.bound is not Bound.ABOUT):
        reading = profile.reading(language.numerals.loose.get(found.loose, ""))
        if reading is not None and not found.hedged:
            hard, soft = _times(reading, Fraction(found.value, found.loose))
            return quantity_of(words, found.bound, found.value, hard=hard, soft=soft)
    try:
        hard, soft = intervals_of(found.bound, found.value)
    except InvalidData:
        return None  # "fewer than 0"
    return Quantity(words, found.value, found.bound, hard, soft)


def _scaled(reading: VagueWord, factor: int) -> tuple[Interval, Interval]:
    def times(interval: Interval) -> Interval:
        low, high = interval.low, interval.high
        return Interval(None if low is None else low * factor, None if high is None else high * factor)

    return times(reading.hard), times(reading.soft)


def _times(reading: VagueWord, times: Fraction) -> tuple[Interval, Interval]:
    """A loose word taken `times` times, rounded inward."""

    def scaled(interval: Interval) -> Interval:
        low = None if interval.low is None else ceil(interval.low * times)
        return Interval(low, None if interval.high is None else max(floor(interval.high * times), low or 0))

    hard = scaled(reading.hard)
    soft = scaled(reading.soft)
    return hard, soft if soft.within(hard) else hard
