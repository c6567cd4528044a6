"""Says what a number is, by the words on both sides of it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from workbench.core.quantity import Bound
from workbench.text.calendar import year_of
from workbench.text.found import Found
from workbench.text.number import Kind
from workbench.text.number_words import HYPHENS, NumberWords
from workbench.text.tokens import NUMBER, SIGN, WORD, Tokens

_OLDEST = 115
_SHARED = (Kind.AGE, Kind.TIME, Kind.MEASUREMENT, Kind.PERCENT, Kind.MONEY)


def settle_kind(tokens: Tokens, found: Found, lexis: NumberWords, previous: Found | None) -> None:
    """Gives `found` its kind where the words around it say one; a count is what is left.

    A percent sign, a clock's "p.m." and the like become part of the number.
    """
    if found.kind is not None and found.kind is not Kind.FRACTION:
        return
    if _is_alone(tokens, found, lexis):
        if found.kind is None and _is_year(tokens, found, lexis):
            found.kind = Kind.DATE
            found.plain = False
        return
    for rule in (_by_suffix, _by_percent, _by_money, _by_clock, _by_age, _by_unit):
        kind = rule(tokens, found, lexis)
        if kind is not None:
            found.kind = kind
            return
    if found.kind is Kind.FRACTION:
        return
    if _is_identifier(tokens, found, lexis, previous):
        found.kind = Kind.IDENTIFIER
    elif _is_year(tokens, found, lexis):
        found.kind = Kind.DATE
        found.plain = False
    elif _is_age_beside_a_name(tokens, found, previous):
        found.kind = Kind.AGE


def _is_alone(tokens: Tokens, found: Found, lexis: NumberWords) -> bool:
    """Do the words on both sides say nothing of a kind, as is so with most counts?"""
    words, last = tokens.words, found.last
    return (
        words[last] not in lexis.telling_behind
        and words[last + 1] not in lexis.language.kinds.currency_after
        and (not found.first or words[found.first - 1] not in lexis.telling_before)
        and last - 1 not in tokens.suffixes
    )


def share_kinds(tokens: Tokens, numbers: list[Found], lexis: NumberWords) -> None:
    """Gives a number the unit of its neighbour: "12- and 13-year-old", "20 or 30 km", "aged 3, 5 and 7"."""
    if len(numbers) < 2:
        return
    joiner, joins = lexis.language.numerals.joiner, lexis.listing
    for left, right in zip(numbers[-2::-1], numbers[:0:-1], strict=False):
        if right.kind is Kind.TIME and _are_ages(tokens, left, right, lexis):
            right.kind = Kind.AGE
        if left.kind is None and not left.vague and right.kind in _SHARED:
            hyphen = tokens.words[left.last] in HYPHENS
            at = left.last + hyphen
            # "killed 12 and 30 minutes later": what "and" joins need not be of one kind
            close = hyphen or right.kind in (Kind.AGE, Kind.PERCENT) or tokens.words[at] != joiner
            article = hyphen and tokens.words[at + 1] in lexis.language.numerals.articles
            if close and tokens.words[at] in joins and at + 1 + article == right.from_token:
                left.kind = right.kind
    for left, right in pairwise(numbers):
        listed = tokens.words[left.last] in joins or tokens.words[left.last] == ","
        if left.kind is Kind.AGE and right.kind is None and listed and left.last + 1 == right.first:
            follows = tokens.words[right.last]
            if tokens.types[right.last] != WORD or follows in lexis.language.kinds.loose_words:
                right.kind = Kind.AGE


def _are_ages(tokens: Tokens, left: Found, right: Found, lexis: NumberWords) -> bool:
    """ "dos hermanas de 7 y 9 años" """
    words, numerals = tokens.words, lexis.language.numerals
    return (
        words[right.last] in lexis.language.kinds.age_units
        and left.first > 0
        and words[left.first - 1] == numerals.of
        and left.last + 1 == right.first
        and words[left.last] == numerals.joiner
    )


def _by_suffix(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    """Letters that hang on the digits: "155mm", "5pm", "1990s"."""
    at = found.last - 1
    suffix = tokens.suffixes.get(at)
    if suffix is None or tokens.types[at] != NUMBER:
        return None
    kinds = lexis.language.kinds
    follows = tokens.words[found.last]
    if suffix in kinds.measurement_letters and (follows == "-" or follows in kinds.dimensions):
        scale = lexis.language.numerals.suffixes.get(suffix, 1)
        if found.value is not None:
            found.value = Fraction(found.value) / scale
            found.end = found.end_hedged = tokens.ends[at]
        return Kind.MEASUREMENT
    if suffix in lexis.language.numerals.suffixes:
        return None
    if lexis.clock.after(tokens, found.last) is None and suffix in kinds.clock_after:
        found.end = found.end_hedged = tokens.ends[at] + len(suffix)
        return _clock(found)
    if suffix in kinds.durations:
        return Kind.TIME
    if suffix in kinds.measurement_after:
        return Kind.MEASUREMENT
    if suffix == "s":
        found.end = found.end_hedged = tokens.ends[at] + 1
        found.plain = False
        if year_of(tokens.words[at]):
            found.value = None
            return Kind.DATE
        return Kind.AGE if found.value is not None and 10 <= found.value < 100 else Kind.IDENTIFIER
    found.end = found.end_hedged = tokens.ends[at] + len(suffix)
    found.plain = False
    return Kind.IDENTIFIER


def _clock(found: Found) -> Kind:
    found.value = None
    found.plain = False
    return Kind.TIME


def _by_percent(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    at = found.last
    if tokens.words[at] in HYPHENS:
        at += 1
    behind = lexis.percent.after(tokens, at)
    if behind is None:
        return None
    found.last = found.to_token = behind[0]
    found.end_hedged = tokens.ends[behind[0] - 1]
    return Kind.PERCENT


def _by_money(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    kinds = lexis.language.kinds
    before = tokens.words[found.first - 1] if found.first else ""
    if before in kinds.currency_before and before != "":
        return Kind.MONEY
    after = found.last
    if tokens.words[after] in HYPHENS:
        after += 1
    if tokens.words[after] in lexis.language.kinds.unit_openers or _is_adjective(
        tokens, after, kinds.currency_after
    ):
        after += 1
    return Kind.MONEY if tokens.words[after] in kinds.currency_after else None


def _is_adjective(tokens: Tokens, at: int, units: frozenset[str]) -> bool:
    """ "300 Jordanian dinars": a capital word between number and unit."""
    return tokens.words[at + 1] in units and tokens.text[tokens.starts[at] : tokens.starts[at] + 1].isupper()


def _by_clock(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    behind = lexis.clock.after(tokens, found.last)
    if (
        behind is None
        or found.value is None
        or not (0 <= found.value <= 24 or len(tokens.words[found.first]) == 4)
    ):
        return None
    found.last = found.to_token = behind[0]
    found.end = found.end_hedged = tokens.ends[behind[0] - 1]
    return _clock(found)


def _by_age(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    kinds, words = lexis.language.kinds, tokens.words
    if lexis.age.after(tokens, found.last) is not None:
        return Kind.AGE
    before = words[found.first - 1] if found.first else ""
    if before == lexis.language.numerals.of and words[found.last] in kinds.age_units:
        return Kind.AGE
    if before in kinds.age_before:
        return Kind.AGE
    hedge = lexis.before.before(tokens, found.first)
    if hedge is None:
        pair = lexis.pairs.before(tokens, found.first)
        return Kind.AGE if pair and pair[0] and words[pair[0] - 1] in kinds.age_before else None
    group = words[hedge[0] - 1] if hedge[0] else ""
    if group in kinds.age_before:
        return Kind.AGE
    limits = (Bound.LESS_THAN, Bound.MORE_THAN)
    if group in kinds.ages_of and hedge[1] in limits and found.value is not None and found.value <= _OLDEST:
        follows = words[found.last]
        if hedge[0] == found.first - 1 and (tokens.types[found.last] != WORD or follows in kinds.loose_words):
            return Kind.AGE
    return None


def _by_unit(tokens: Tokens, found: Found, lexis: NumberWords) -> Kind | None:
    kinds, words = lexis.language.kinds, tokens.words
    after = found.last
    if words[after] in HYPHENS and tokens.touch(after):
        after += 1
    if found.kind is Kind.FRACTION and words[after] in lexis.language.numerals.articles:
        after += 1
    for at in (after, after + 1):
        if at > after and words[after] not in kinds.unit_openers:
            break
        if words[at] in kinds.durations:
            return Kind.TIME
        if words[at] in kinds.measurement_after:
            return Kind.MEASUREMENT
    before = found.first - 1
    if before > 0 and words[before] == lexis.language.numerals.of:
        before -= 1
    return Kind.MEASUREMENT if before >= 0 and words[before] in kinds.measurement_before else None


def _is_identifier(tokens: Tokens, found: Found, lexis: NumberWords, previous: Found | None) -> bool:
    kinds, words = lexis.language.kinds, tokens.words
    if not found.first or (found.last - found.first > 2 and found.bound is not Bound.BETWEEN):
        return False
    follows = words[found.last]
    if follows in kinds.people or follows in kinds.countable:
        return False
    at = found.first - 1
    if words[at] == "." and at:
        at -= 1
        return words[at] in kinds.identifier_abbreviations
    if words[at] == "#":
        return True
    if words[at] in kinds.identifier_always:
        return True
    if words[at] in kinds.identifier_before:
        name = tokens.text[tokens.starts[at] : tokens.ends[at]]
        alone = tokens.types[found.last] != WORD or follows in kinds.loose_words
        return (
            alone or (name.istitle() and at > 0) or (at == 0 and not follows.endswith(kinds.plural_endings))
        )
    if words[at] in kinds.identifier_abbreviations and tokens.types[at] == WORD:
        return tokens.types[found.first] == NUMBER
    if previous is not None and previous.kind is Kind.IDENTIFIER and previous.last == at:
        return words[at] in (lexis.language.numerals.joiner, ",") and (
            tokens.types[found.last] != WORD or follows in kinds.loose_words
        )
    return False


def _is_year(tokens: Tokens, found: Found, lexis: NumberWords) -> bool:
    if found.last - found.first != 1 or tokens.types[found.first] != NUMBER or found.first in tokens.suffixes:
        return False
    if year_of(tokens.words[found.first]) is None or lexis.fillers.before(tokens, found.first):
        return False
    language = lexis.language
    before = tokens.words[found.first - 1] if found.first else ""
    hedge = lexis.before.before(tokens, found.first)
    if hedge is not None and hedge[1] is not Bound.ABOUT and before not in language.calendar.year_before:
        return False
    follows = tokens.words[found.last]
    if follows in language.kinds.people or follows in language.kinds.countable:
        return False
    if before in language.calendar.year_before or before in language.calendar.early:
        return True
    if hedge is not None:
        return False
    return not (
        follows.endswith(language.kinds.plural_endings)
        and tokens.types[found.last] == WORD
        and "'" not in follows
        and "’" not in follows
    )


def _is_age_beside_a_name(tokens: Tokens, found: Found, previous: Found | None) -> bool:
    """ "Ahmed, 34, said" """
    at = found.first
    if at < 2 or tokens.types[at] != NUMBER or found.last != at + 1 or tokens.words[at - 1] != ",":
        return False
    if not isinstance(found.value, int) or not 0 < found.value <= _OLDEST or at in tokens.suffixes:
        return False
    if tokens.types[at - 2] != WORD or not tokens.text[tokens.starts[at - 2]].isupper():
        return False
    if tokens.words[found.last] == ",":
        return True
    return previous is not None and previous.kind is Kind.AGE and tokens.types[found.last] in (SIGN, 0)
