"""Reads the numbers in a sentence: where they stand, of what kind they are, and what they say.

The stages: written numbers and vague words (numerals), neighbours that are one statement (ranges), what each
is (kinds), the words that hedge it (hedges), and what that comes to in whole numbers (core.quantity).
"""

from __future__ import annotations

from workbench.core.quantity import Bound
from workbench.core.vocabulary import Profile
from workbench.languages.language import Language
from workbench.text.calendar import read_calendar_date
from workbench.text.cardinals import Numeral, Value, whole
from workbench.text.found import Found
from workbench.text.hedges import hedge, join_bounds
from workbench.text.kinds import settle_kind, share_kinds
from workbench.text.number import Kind, Number
from workbench.text.number_words import NumberWords, number_words_of
from workbench.text.numerals import NumeralReader
from workbench.text.quantities import quantity_of_found
from workbench.text.ranges import join_neighbours
from workbench.text.tokens import CLOCK, CODE, DATE, NAME, NUMBER, SIGN, WORD, Tokens, tokens_of, value_of
from workbench.text.zeros import read_zero, skip

__all__ = ["Kind", "Number", "read_numbers"]


def read_numbers(text: str, language: Language, profile: Profile) -> list[Number]:
    """The numbers in `text`, in order and without overlap, each as what it is.

    Never raises, and takes time in proportion to the text. Vague amounts are read as `profile` says.
    """
    lexis = number_words_of(language, profile)
    if not lexis.may_hold(text):
        return []
    tokens = tokens_of(text, language.numerals.decimal)
    numbers = join_neighbours(tokens, _find(tokens, lexis), lexis)
    previous = None
    swallowed: list[Found] = []
    for found in numbers:
        if previous is not None and found.first < previous.last:
            swallowed.append(found)  # "ciento" of "40 por ciento"
            continue
        settle_kind(tokens, found, lexis, previous)
        previous = found
    if swallowed:
        numbers = [found for found in numbers if found not in swallowed]
    share_kinds(tokens, numbers, lexis)
    for at, found in enumerate(numbers):
        hedge(tokens, found, lexis, numbers[at + 1] if at + 1 < len(numbers) else None)
    return [_number(text, found, profile, language) for found in join_bounds(tokens, numbers, lexis)]


def _find(tokens: Tokens, lexis: NumberWords) -> list[Found]:
    numbers = []
    types, words, firsts, articles = tokens.types, tokens.words, lexis.firsts, lexis.articles
    reader = NumeralReader(tokens, lexis.language.numerals)
    end = 0
    for at in sorted({*tokens.special, *[at for at, word in enumerate(words) if word in firsts]}):
        word = words[at]
        if at < end:
            continue
        if word in articles and words[at + 1] not in articles[word]:
            if word in lexis.ones and _at_least(tokens, at, lexis):
                numbers.append(Found(at, at + 1, tokens.starts[at], tokens.ends[at], None, 1))
            continue
        if types[at] == SIGN and types[at + 1] != NUMBER:
            continue
        found = _simple(tokens, at, lexis) or _find_at(tokens, at, lexis, reader)
        if found is not None:
            if found.first >= 0:
                numbers.append(found)
            end = found.last
    return numbers


def _simple(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    """Digits or one word that nothing runs on from, so that they are no date either: so it is with most."""
    if tokens.words[at + 1] in lexis.running_on:
        return None
    written = tokens.types[at] != NUMBER
    value: Value | None
    if written:
        value = lexis.simple.get(tokens.words[at])
    elif tokens.types[at + 1] == NUMBER or at in tokens.suffixes:
        return None
    else:
        value = value_of(tokens.words[at], lexis.language.numerals.decimal)
    if value is None:
        return None
    return Found(at, at + 1, tokens.starts[at], tokens.ends[at], None, whole(value), written=written)


def _at_least(tokens: Tokens, at: int, lexis: NumberWords) -> bool:
    """ "al menos una persona" counts, "cerca de una escuela" does not."""
    hedge = lexis.before.before(tokens, at)
    return hedge is not None and hedge[1] is Bound.AT_LEAST


def _find_at(tokens: Tokens, at: int, lexis: NumberWords, reader: NumeralReader) -> Found | None:
    language, kind, word = lexis.language, tokens.types[at], tokens.words[at]
    if kind == WORD:
        if word in language.kinds.no or lexis.zero.after(tokens, at):
            return read_zero(tokens, at, lexis)
        if word in language.calendar.months:
            return _date(tokens, at, lexis)
    elif kind in (NUMBER, DATE):
        date = _date(tokens, at, lexis) or _fixed_name(tokens, at, lexis)
        if date is not None or kind == DATE:
            return date or _named(tokens, at, Kind.IDENTIFIER)
    elif kind in (NAME, CODE):
        return _named(tokens, at, _name_kind(tokens, at, lexis))
    elif kind == CLOCK and _name_kind(tokens, at, lexis) is Kind.SCORE:
        return _named(tokens, at, Kind.SCORE)
    elif kind == CLOCK:
        behind = lexis.clock.after(tokens, at + 1)
        return _named(tokens, at, Kind.TIME, behind[0] if behind else at + 1)
    numeral = reader.read(at)
    if numeral is not None:
        if _is_pronoun(tokens, at, numeral.last, lexis):
            phrase = lexis.not_one.after(tokens, at)
            return skip(phrase[0] if phrase else numeral.last)
        return _as_found(tokens, numeral, lexis)
    if kind == WORD:
        if word in language.numerals.ordinals:
            return _ordinal(tokens, at, lexis)
        return _vague(tokens, at, lexis)
    return None


def _date(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    date = read_calendar_date(tokens, at, lexis.language)
    if date is None or (tokens.types[at] == WORD and date.last == at + 1):
        return None
    return _named(tokens, at, Kind.DATE, date.last)


def _named(tokens: Tokens, at: int, kind: Kind, last: int | None = None) -> Found:
    """Something that is no amount: a date, a clock time, an identifier."""
    last = last or at + 1
    found = Found(at, last, tokens.starts[at], tokens.ends[last - 1], kind)
    found.plain = False
    return found


def _fixed_name(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    """ "24/7", "9/11" """
    if at in tokens.suffixes and tokens.words[at] + tokens.suffixes[at] in lexis.language.kinds.identifiers:
        found = _named(tokens, at, Kind.IDENTIFIER)
        found.end = found.end_hedged = found.end + len(tokens.suffixes[at])
        return found
    if tokens.words[at + 1] != "/" or tokens.types[at + 2] != NUMBER:
        return None
    name = tokens.text[tokens.starts[at] : tokens.ends[at + 2]]
    return _named(tokens, at, Kind.IDENTIFIER, at + 3) if name in lexis.language.kinds.identifiers else None


def _name_kind(tokens: Tokens, at: int, lexis: NumberWords) -> Kind:
    word = tokens.words[at]
    if word.partition("-")[0] in lexis.language.calendar.early:
        return Kind.DATE  # "Mid-2014"
    if word.count(":") == 1 and tokens.types[at] == CODE:
        return Kind.SCORE  # "3:1", which is no time of day
    if word[0].isdecimal() and (word.count("-") == 2 or word.count(":") == 1):
        near = tokens.words[max(0, at - 8) : at]
        if not lexis.language.kinds.score_words.isdisjoint(near):
            return Kind.SCORE  # "passed 13-0-2"
    return Kind.IDENTIFIER


def _is_pronoun(tokens: Tokens, at: int, last: int, lexis: NumberWords) -> bool:
    """ "which one", "one another" """
    numerals, kinds = lexis.language.numerals, lexis.language.kinds
    if last != at + 1 or numerals.units.get(tokens.words[at]) != 1:
        return False
    before = tokens.words[at - 1] if at else ""
    if before in kinds.not_one_before or before in numerals.ordinals:
        return True
    return lexis.not_one.after(tokens, at) is not None or (
        at > 0 and lexis.not_one.after(tokens, at - 1) is not None
    )


def _as_found(tokens: Tokens, numeral: Numeral, lexis: NumberWords) -> Found | None:
    language = lexis.language
    first, last = numeral.first, numeral.last
    end = tokens.ends[last - 1]
    suffix = tokens.suffixes.get(last - 1, "")
    if numeral.kind is not None or (numeral.suffixed and suffix in language.numerals.suffixes):
        end += len(suffix)
    found = Found(first, last, tokens.starts[first], end, numeral.kind, numeral.value)
    if numeral.loose:
        found.bound = Bound.ABOUT
    found.loose, found.written, found.scaled = (
        numeral.loose,
        numeral.written,
        numeral.scaled or numeral.suffixed,
    )
    if numeral.value is None:
        found.kind, found.plain = Kind.IDENTIFIER, False
    if numeral.kind is Kind.FRACTION and numeral.written:
        return _part_or_ordinal(tokens, found, numeral.article, lexis)
    if numeral.kind is Kind.ORDINAL:
        found.plain = False
    return found


def _part_or_ordinal(tokens: Tokens, found: Found, article: bool, lexis: NumberWords) -> Found | None:
    """ "a third of the prisoners", but "a third man" and "the first half"."""
    kinds, numerals, words = lexis.language.kinds, lexis.language.numerals, tokens.words
    last = found.last - 1
    follows = words[found.last]
    if words[last] in numerals.halves:
        before = words[found.first - 1] if found.first else ""
        compound = follows == "-" and tokens.types[found.last + 1] == WORD and tokens.touch(last)
        if follows in kinds.not_half_after:
            return skip(found.last)  # "la Media Luna Roja"
        if (found.last - found.first == 1 and before in kinds.not_half_before) or compound:
            unit = words[found.last + 1]
            if not compound or (unit not in kinds.durations and unit not in kinds.measurement_after):
                return skip(found.last)
    elif article and words[last] in numerals.ordinals and _goes_with_a_noun(tokens, found.last, lexis):
        return _ordinal(tokens, last, lexis)
    return found


def _goes_with_a_noun(tokens: Tokens, at: int, lexis: NumberWords) -> bool:
    return tokens.types[at] == WORD and tokens.words[at] not in lexis.language.kinds.part_after


def _ordinal(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    found = Found(at, at + 1, tokens.starts[at], tokens.ends[at], Kind.ORDINAL)
    found.value = lexis.language.numerals.ordinals[tokens.words[at]]
    found.plain = False
    return found


def _vague(tokens: Tokens, at: int, lexis: NumberWords) -> Found | None:
    match = lexis.vague.after(tokens, at)
    kinds = lexis.language.kinds
    if match is None:
        return None
    before = tokens.words[at - 1] if at else ""
    verb = tokens.words[at] in kinds.vague_or_verb and before in kinds.verb_after
    if verb or before in kinds.not_vague_after:
        return None
    last, reading = match
    numerals = lexis.language.numerals
    if tokens.words[last - 1] == numerals.of:
        last -= 1
    factor = numerals.scales.get(tokens.words[last]) or numerals.dozens.get(tokens.words[last])
    if factor:
        last += 1
    elif tokens.words[last] == numerals.of:
        many = lexis.vague.after(tokens, last + 1)
        if many is not None and many[1].hard.low is not None and many[1].hard.low >= 100:
            last, factor = many[0], many[1].hard.low
    found = Found(at, last, tokens.starts[at], tokens.ends[last - 1], None, None)
    found.vague, found.factor, found.bound = reading, factor or 1, Bound.VAGUE
    return found


def _number(text: str, found: Found, profile: Profile, language: Language) -> Number:
    words = text[found.start_hedged : found.end_hedged]
    kind = found.kind or Kind.COUNT
    return Number(
        start=found.start_hedged,
        end=found.end_hedged,
        number_start=found.start,
        number_end=found.end,
        text=words,
        kind=kind,
        value=_printed(found.value),
        low=_printed(found.low),
        high=_printed(found.high),
        bound=found.bound,
        quantity=quantity_of_found(words, found, profile, language) if kind is Kind.COUNT else None,
    )


def _printed(value: Value | None) -> int | float | None:
    return value if value is None or type(value) is int else float(value)  # most are, and isinstance is slow
