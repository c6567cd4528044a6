"""How many: what the annotator typed wins, and what was left open is read from the marked words.

The value and the bound say the intervals. `low` and `high` are needed where a figure is between or vague;
beside a stated value they count as long as they agree with it. Where two things that were typed cannot both
be meant, nothing is guessed: the reason says what to clear or to correct.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from workbench.claims.unread import NotRead
from workbench.core.annotation import Region
from workbench.core.quantity import Bound, Interval, Quantity, intervals_of, quantity_of
from workbench.exceptions import InvalidData
from workbench.text.numbers import Number

OPEN = (Bound.BETWEEN, Bound.VAGUE)  # bounds that have ends of their own and no value
GREATEST_DIGITS = 30
_WHOLE = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


def read_amount(region: Region, text: str, numbers: Sequence[Number]) -> Quantity:
    """The quantity of a region of `text`, whose numbers were read before. Raises NotRead."""
    marked = marked_number(region, numbers)
    printed = marked.text if marked is not None else text[region.start : region.end]
    typed = {name: _whole(region.fields, name) for name in ("value", "low", "high", "soft_low", "soft_high")}
    bound = _bound(region.fields, typed, marked)
    hard, soft = _interval(typed, "low", "high"), _interval(typed, "soft_low", "soft_high")
    if bound in OPEN:
        if typed["value"] is not None:
            raise NotRead(
                "value", f"a figure that is {bound} has no value: clear it, or choose another bound"
            )
        known = marked.quantity if marked is not None else None
        if hard is None and known is not None and known.bound is bound:
            return known
        return _quantity(printed, bound, None, hard, soft)
    value = typed["value"]
    if value is None:
        value = _value_of_words(marked, printed)
    else:
        _refuse_left_over(value, marked, numbers)
    worked_out = _worked_out(bound, value)
    if hard is not None and not hard.overlaps(worked_out):
        raise NotRead(
            "low",
            f"low and high ({hard}) go against the value {value} that is {bound} ({worked_out}): "
            "clear them, or correct them",
        )
    return _quantity(printed, bound, value, hard, soft)


def marked_number(region: Region, numbers: Sequence[Number]) -> Number | None:
    """The number that the region marks: the first whose own digits or words it touches, else whose hedge."""
    touched = [number for number in numbers if number.start < region.end and region.start < number.end]
    own = [n for n in touched if n.number_start < region.end and region.start < n.number_end]
    return next(iter(own or touched), None)


def _bound(fields: Mapping[str, str], typed: Mapping[str, int | None], marked: Number | None) -> Bound:
    chosen = fields.get("bound")
    if chosen is not None:
        try:
            return Bound(chosen)
        except ValueError:
            raise NotRead("bound", f"{chosen!r} is no bound; known are {', '.join(Bound)}") from None
    words = marked.bound if marked is not None else Bound.EXACT
    if typed["value"] is not None:
        return Bound.EXACT if words in OPEN else words
    if typed["low"] is None and typed["high"] is None:
        return words
    if words in OPEN:
        return words
    return Bound.VAGUE if typed["low"] is None or typed["high"] is None else Bound.BETWEEN


def _value_of_words(marked: Number | None, printed: str) -> int:
    if marked is None:
        raise NotRead("value", f"no number is read in {printed!r}: type the value")
    if marked.quantity is None:
        raise NotRead("value", f"{marked.text!r} is a {marked.kind} and no count: type the value")
    if marked.quantity.value is None:
        raise NotRead("value", f"{marked.text!r} states no single number: type the value")
    return marked.quantity.value


def _refuse_left_over(value: int, marked: Number | None, numbers: Sequence[Number]) -> None:
    """A value that is that of another number of the sentence, while the marked words say something else, is
    what a mark leaves behind that was moved. Any other correction of a value stands."""
    if marked is None or marked.value is None or marked.value == value:
        return
    for other in numbers:
        if other is not marked and other.value == value:
            raise NotRead(
                "value",
                f"the value {value} is that of {other.text!r} elsewhere in the sentence, "
                f"the marked words say {marked.text!r}: clear the value, or move the mark",
            )


def _worked_out(bound: Bound, value: int) -> Interval:
    try:
        return intervals_of(bound, value)[0]
    except InvalidData as error:
        raise NotRead("value", error.message) from error


def _quantity(
    text: str, bound: Bound, value: int | None, hard: Interval | None, soft: Interval | None
) -> Quantity:
    try:
        if soft is not None:
            outer = hard if hard is not None or value is None else intervals_of(bound, value)[0]
            soft = _filled(soft, outer)
        return quantity_of(text, bound, value, hard=hard, soft=soft)
    except InvalidData as error:
        raise NotRead(next(iter(error.fields), "low"), error.message) from error


def _filled(soft: Interval, hard: Interval | None) -> Interval:
    """An end of the soft interval that was left open is that of the hard one."""
    if hard is None:
        return soft
    return Interval(hard.low if soft.low is None else soft.low, hard.high if soft.high is None else soft.high)


def _interval(typed: Mapping[str, int | None], low: str, high: str) -> Interval | None:
    if typed[low] is None and typed[high] is None:
        return None
    try:
        return Interval(typed[low], typed[high])
    except InvalidData as error:
        raise NotRead(low, error.message) from error


def _whole(fields: Mapping[str, str], name: str) -> int | None:
    typed = fields.get(name, "").strip()
    if not typed:
        return None
    if _WHOLE.fullmatch(typed) is None or len(typed) > GREATEST_DIGITS:
        raise NotRead(name, f"{typed[:40]!r} is no whole number of 0 or more")
    return int(typed.replace(",", ""))
