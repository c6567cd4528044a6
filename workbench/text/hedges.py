"""Takes the words that hedge a number into it: "at least 40", "40 or so", "25 and possibly as many as 40"."""

from __future__ import annotations

from workbench.core.quantity import Bound
from workbench.text.found import Found
from workbench.text.number import Kind
from workbench.text.number_words import NumberWords
from workbench.text.tokens import NUMBER, WORD, Tokens

_LOWER = (Bound.AT_LEAST, Bound.MORE_THAN)
_UPPER = (Bound.AT_MOST, Bound.LESS_THAN)
_WEAK = (Bound.EXACT, Bound.ABOUT)
_UNHEDGED = (Kind.DATE, Kind.IDENTIFIER, Kind.SCORE, Kind.ORDINAL)
# "up to an estimated 40": no more hedges than this are looked for in a row.
_DEEPEST = 3
_LONGEST_TAG = 30  # tokens


def hedge(tokens: Tokens, found: Found, lexis: NumberWords, following: Found | None) -> None:
    """Widens `found` over its hedges and sets its bound, with low and high as written."""
    if found.kind in _UNHEDGED or not found.plain or found.vague is not None or found.hedged:
        return
    words = tokens.words
    if words[found.last] not in lexis.hedging_behind and words[found.first - 1] not in lexis.hedging_before:
        return  # most have none
    before = _before(tokens, found, lexis)
    after = _after(tokens, found, lexis, following)
    if found.bound is Bound.BETWEEN:
        if before is not None and before[1] is Bound.ABOUT:
            _reach_back(tokens, found, before[0])
        return
    if after is not None and (before is None or before[1] in _WEAK or after[1] is Bound.ABOUT):
        _reach_on(tokens, found, after[0])
        if before is None or before[1] in _WEAK:
            found.bound = after[1]
            # "about 500 or more" bounds the 500; "equal to 500 or more" is one phrase
            before = (
                before
                if before is not None and (before[1] is Bound.EXACT or after[1] is Bound.ABOUT)
                else None
            )
            if before is not None:
                _reach_back(tokens, found, before[0])
        else:
            found.bound = before[1]
            _reach_back(tokens, found, before[0])
    elif before is not None:
        found.bound = before[1]
        _reach_back(tokens, found, before[0])
    if not found.hedged:
        return
    found.loose = found.loose if found.bound is Bound.ABOUT else None
    if found.bound in _LOWER or found.bound is Bound.EXACT:
        found.low = found.value
    if found.bound in _UPPER or found.bound is Bound.EXACT:
        found.high = found.value


def _reach_back(tokens: Tokens, found: Found, token: int) -> None:
    found.from_token, found.start_hedged, found.hedged = token, tokens.starts[token], True


def _reach_on(tokens: Tokens, found: Found, token: int) -> None:
    found.to_token, found.end_hedged, found.hedged = token, tokens.ends[token - 1], True


def _before(tokens: Tokens, found: Found, lexis: NumberWords) -> tuple[int, Bound] | None:
    """The first token of the hedges before the number, and the bound they make together."""
    at = found.first
    while at and (
        tokens.words[at - 1] in lexis.language.kinds.currency_before or tokens.words[at - 1] == "["
    ):
        at -= 1  # "[9]" is an editor's guess at a word that was hard to hear
    filler = lexis.fillers.before(tokens, at)
    match = lexis.before.before(tokens, filler[0] if filler else at)
    if match is None:
        return None
    first, bound = match
    if tokens.words[first] == ">" and _closes_tag(tokens, first):
        return None
    for _ in range(_DEEPEST):
        opener = lexis.openers.before(tokens, first)
        outer = lexis.before.before(tokens, opener[0] if opener else first)
        if opener is not None:
            first = opener[0]
        if outer is None:
            break
        first = outer[0]
        if outer[1] not in _WEAK or bound is Bound.EXACT:
            bound = outer[1]
    return first, bound


def _closes_tag(tokens: Tokens, at: int) -> bool:
    """Is this sign the end of a tag, as in "<b>31,000"?"""
    for before in range(at - 1, max(-1, at - _LONGEST_TAG), -1):
        if tokens.words[before] in "<>":
            return tokens.words[before] == "<" and tokens.touch(before)
    return False


def _after(
    tokens: Tokens, found: Found, lexis: NumberWords, following: Found | None
) -> tuple[int, Bound] | None:
    """The token behind the hedge that follows the number, and its bound."""
    match = lexis.after.after(tokens, found.last)
    if match is None:
        return None
    last, bound = match
    if tokens.types[found.last] != WORD and not tokens.touch(found.last - 1):
        return None  # "40 + 3" is a sum, "40+" a bound
    if tokens.words[last] == lexis.language.hedges.than:
        if tokens.types[last + 1] == NUMBER or (following is not None and following.first == last + 1):
            return None  # "5,000 or more than 6,000"
        return last + 1, bound
    if following is not None and following.first == last:
        return None  # "12, at least 3 of them"
    return last, bound


def join_bounds(tokens: Tokens, numbers: list[Found], lexis: NumberWords) -> list[Found]:
    """The numbers, with a lower and an upper bound that are said in one breath made one range.

    "At least 25 and possibly as many as 40" is between 25 and 40, hard as well as soft: it says both.
    """
    joined: list[Found] = []
    for found in numbers:
        one = _both(tokens, joined[-1], found, lexis) if joined else None
        if one is None:
            joined.append(found)
        else:
            joined[-1] = one
    return joined


def _both(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> Found | None:
    if left.value is None or right.value is None or right.from_token - left.to_token > 4:
        return None
    if not (right.bound in _UPPER or right.bound in _LOWER) or right.from_token == right.first:
        return None
    opened = lexis.openers.after(tokens, right.from_token) is not None
    lower, upper = (left, right) if right.bound in _UPPER else (right, left)
    plain_first = opened and lower is left and left.bound is Bound.EXACT and left.kind in (None, right.kind)
    if not (lower.bound in _LOWER or plain_first) or upper.bound not in _UPPER or left.kind is not right.kind:
        return None
    if lower.value is None or upper.value is None or lower.value >= upper.value:
        return None
    if not _linked(tokens, left.to_token, right.from_token, lexis, opened):
        return None
    found = Found(left.first, right.last, left.start, right.end, left.kind, None, lower.value, upper.value)
    found.bound, found.hedged = Bound.BETWEEN, True
    found.from_token, found.start_hedged = left.from_token, left.start_hedged
    found.to_token, found.end_hedged = right.to_token, right.end_hedged
    found.open_low, found.open_high = lower.bound is Bound.MORE_THAN, upper.bound is Bound.LESS_THAN
    return found


def _linked(tokens: Tokens, at: int, target: int, lexis: NumberWords, opened: bool) -> bool:
    """Do the two follow each other? The thing counted may stand between: "25 men, possibly as many as 40"."""
    for begin in range(at, at + (3 if opened else 1)):
        link = lexis.links.after(tokens, begin)
        if link is not None and link[0] == target:
            return True
        if tokens.types[begin] != WORD or tokens.words[begin] in lexis.language.kinds.loose_words:
            return False
    return False
