"""Joins neighbouring numbers that are one statement: ranges, scores, spans of years, proportions."""

from __future__ import annotations

from fractions import Fraction

from workbench.core.quantity import Bound
from workbench.text.calendar import year_of
from workbench.text.cardinals import Value
from workbench.text.found import Found
from workbench.text.number import Kind
from workbench.text.number_words import NumberWords
from workbench.text.tokens import NUMBER, Tokens

_HYPHENS = ("-", "‑", "–", "−")
# As far back as a word of change or of sports is looked for.
_REACH = 8
_HIGHEST_SCORE = 999


def join_neighbours(tokens: Tokens, numbers: list[Found], lexis: NumberWords) -> list[Found]:
    """The numbers, with each pair that is a range, a score or a proportion made one."""
    if len(numbers) < 2:
        return numbers
    joined: list[Found] = []
    at = 0
    while at < len(numbers):
        left = numbers[at]
        right = numbers[at + 1] if at + 1 < len(numbers) else None
        one = None
        if right is not None and right.first - left.last <= 6:
            one = _proportion(tokens, left, right, lexis) or _range(tokens, left, right, lexis)
        joined.append(one or left)
        at += 2 if one else 1
    return joined


def _free(found: Found) -> bool:
    return found.plain and found.kind in (None, Kind.FRACTION) and found.value is not None and not found.vague


def _proportion(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> Found | None:
    if not (_free(left) and _free(right)) or left.value is None or right.value is None:
        return None
    kinds = lexis.language.kinds
    if not 0 < left.value < right.value or left.kind or right.kind:
        return None
    phrase = lexis.proportion.after(tokens, left.last)
    fits = phrase is not None and phrase[0] == right.first
    if not fits and tokens.words[left.last] == kinds.one_in and left.last + 1 == right.first:
        unit = tokens.words[right.last] in kinds.durations or year_of(tokens.words[right.first]) is not None
        fits = not unit and (left.value == 1 or right.value in (10, 100, 1_000, 10_000, 100_000))
    if not fits:
        return None
    value = Fraction(left.value) / right.value
    return Found(left.first, right.last, left.start, right.end, Kind.FRACTION, value, written=left.written)


def _range(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> Found | None:
    if not (_free(left) and _free(right)) or left.value is None or right.value is None:
        return None
    ranges = lexis.language.ranges
    join = lexis.joins.after(tokens, _behind_unit(tokens, left.last, lexis))
    if join is None or not _leads_to(tokens, join[0], right.first, lexis):
        return None
    if join[1] in _HYPHENS and _hangs(tokens, left.first):
        return None  # "three-nought-four" spells digits
    opener = _opener(tokens, left.first, lexis)
    paired = opener is not None and join[1] in opener[1]
    if opener is not None and paired and _changes(tokens, opener[0], lexis) and opener[2] not in ranges.sure:
        return None
    low, high = _same_scale(tokens, left, right, lexis)
    if not paired:
        digits = not left.written and not right.written and right.first - left.last == 1
        if digits and join[1] in _HYPHENS:
            special = _years(tokens, left, right) or _score(tokens, left, right, lexis)
            if special is not None:
                return special
        if join[1] in ranges.choice:
            if not low < high <= 2 * low + 1 or left.kind or right.kind:
                return None
        elif join[1] not in ranges.joins:
            return None
        elif join[1] not in _HYPHENS and _sports(tokens, left.first, lexis) and low > high:
            return _score(tokens, left, right, lexis)
    if low >= high:
        return None
    found = Found(left.first, right.last, left.start, right.end, left.kind or right.kind, None, low, high)
    found.bound, found.written, found.scaled = Bound.BETWEEN, left.written, right.scaled
    if opener is not None and paired:
        found.from_token, found.start_hedged, found.hedged = opener[0], tokens.starts[opener[0]], True
    return found


def _behind_unit(tokens: Tokens, at: int, lexis: NumberWords) -> int:
    """Behind a unit that the first figure of a range has for itself: "20% to 30%", "5 km to 10 km"."""
    kinds = lexis.language.kinds
    percent = lexis.percent.after(tokens, at)
    if percent is not None:
        return percent[0]
    unit = tokens.words[at]
    return at + 1 if unit in kinds.currency_after or unit in kinds.measurement_after else at


def _leads_to(tokens: Tokens, at: int, target: int, lexis: NumberWords) -> bool:
    if at < target and tokens.words[at] in lexis.language.kinds.currency_before:
        at += 1
    if at < target:
        hedge = lexis.before.after(tokens, at)
        if hedge is not None and hedge[1] in (Bound.ABOUT, Bound.NEARLY):
            at = hedge[0]
    return at == target


def _opener(tokens: Tokens, at: int, lexis: NumberWords) -> tuple[int, frozenset[str], str] | None:
    """ "between" or "from" before the first figure, with the joins that belong to it."""
    if at and tokens.words[at - 1] in lexis.language.kinds.currency_before:
        at -= 1
    hedge = lexis.before.before(tokens, at)
    if hedge is not None and hedge[1] in (Bound.ABOUT, Bound.NEARLY):
        at = hedge[0]
    pair = lexis.pairs.before(tokens, at)
    return None if pair is None else (pair[0], pair[1], tokens.words[pair[0]])


def _hangs(tokens: Tokens, at: int) -> bool:
    return at > 1 and tokens.words[at - 1] in _HYPHENS and tokens.touch(at - 2) and tokens.touch(at - 1)


def _changes(tokens: Tokens, at: int, lexis: NumberWords) -> bool:
    """ "rose from 11 to 15" tells of two figures."""
    return not lexis.language.ranges.change.isdisjoint(tokens.words[max(0, at - _REACH) : at])


def _sports(tokens: Tokens, at: int, lexis: NumberWords) -> bool:
    return not lexis.language.kinds.score_words.isdisjoint(tokens.words[max(0, at - _REACH) : at])


def _same_scale(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> tuple[Value, Value]:
    """The two figures, the first lifted to the scale of the second: "two to three million"."""
    assert left.value is not None
    assert right.value is not None
    low, high = left.value, right.value
    if left.scaled or not (right.scaled or right.loose):
        return low, high
    numerals = lexis.language.numerals
    last = right.last - 1
    factor = numerals.scales.get(tokens.words[last]) or numerals.suffixes.get(
        tokens.suffixes.get(last, ""), 0
    )
    factor = factor or numerals.dozens.get(tokens.words[last], 1)
    return (low * factor, high) if low * factor < high else (low, high)


def _years(tokens: Tokens, left: Found, right: Found) -> Found | None:
    first, second = tokens.words[left.first], tokens.words[right.first]
    start = year_of(first)
    end = year_of(second) if len(second) == 4 else None
    if start is None or not (
        (end is not None and end > start)
        or (len(second) == 2 and second.isdecimal() and int(second) > start % 100)
    ):
        return None
    found = Found(left.first, right.last, left.start, right.end, Kind.DATE, None, written=False)
    found.plain = False
    return found


def _score(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> Found | None:
    high = left.value is not None and right.value is not None and left.value >= right.value
    if tokens.types[left.first] != NUMBER or not (high or _sports(tokens, left.first, lexis)):
        return None
    if not (isinstance(left.value, int) and isinstance(right.value, int)):
        return None
    if max(left.value, right.value) > _HIGHEST_SCORE or left.kind or right.kind:
        return None
    touching = tokens.touch(left.last - 1) and tokens.touch(left.last)
    if not touching and not _sports(tokens, left.first, lexis):
        return None
    found = Found(left.first, right.last, left.start, right.end, Kind.SCORE, None)
    found.plain = False
    return found
