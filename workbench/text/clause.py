"""A sentence as tokens that know what they do: numbers in one piece, triggers found, quotation marks gone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress

from workbench.core.quantity import Bound, quantity_of
from workbench.languages.claims import Trigger
from workbench.text.gate import GAP
from workbench.text.number import Kind, Number
from workbench.text.tails import Tails, match_at
from workbench.text.wordbook import (
    ACCORDING,
    AND,
    ARTICLE,
    DASH,
    DETERMINER,
    INCLUDING,
    NUMBER,
    OPEN,
    PARTED,
    QUANTITY,
    SAY,
    SOURCE,
    STOP,
    TRIGGER,
    Wordbook,
)
from workbench.text.words import QUOTES, Words, words_of

_NAMED_WITHIN = 30  # tokens between "recorded" and the strikes
_EDITORIAL = 80  # characters within which a square bracket closes, as in "SEVEN [AS HEARD] OTHERS"
# What is looked for in a whole clause, by one reader after the other.
_MARKS = NUMBER | ARTICLE | ACCORDING | SAY | OPEN | DASH | STOP | INCLUDING | PARTED
_LEFT_OUT = QUOTES | frozenset("[]")


@dataclass(slots=True)
class Found:
    """A trigger where it stands, always one token; several measures may share the words."""

    place: int
    triggers: tuple[Trigger, ...]


@dataclass(slots=True)
class Clause:
    """Lists of one length, a token each, with an empty one at the end. Offsets are those of the sentence."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    bits: list[int]
    numbers: dict[int, Number]
    found: list[Found]
    cues: set[str] | None = None  # the groups that it may hold cues of, once asked for (Cues.likely)
    marks: list[int] | None = None  # the tokens that do one of _MARKS, once asked for

    def __len__(self) -> int:
        return len(self.words) - 1

    def places(self, bits: int) -> list[int]:
        """The tokens that do one of these things (of _MARKS), in order."""
        does = self.bits
        if self.marks is None:
            self.marks = [place for place, these in enumerate(does) if these & _MARKS]
        return [place for place in self.marks if does[place] & bits]

    def said(self, start: int, end: int) -> str:
        """The printed words of tokens start to end."""
        return self.text[self.starts[start] : self.ends[end - 1]]


def read_clause(text: str, numbers: Sequence[Number], wordbook: Wordbook) -> Clause:
    """Takes time in proportion to the text."""
    raw, words = Clause(text, [], [], [], [], {}, []), words_of(text)
    place, aged = 0, -1
    for number in numbers:
        if number.kind is Kind.ORDINAL:
            continue  # "were first beaten" reads on
        _read_words(raw, words, place, number.start, wordbook)
        if number.start < number.number_start:
            number = _without_particle(raw, words, number, wordbook)
        glued = (
            text[number.end : number.end + 1] in ("-", "‑")
            and text[number.end + 1 : number.end + 2].isalpha()
        )
        counts = number.kind is Kind.COUNT and number.quantity is not None and not glued
        if counts and aged == len(raw.words) - 2 and raw.bits[-1] & AND:
            counts = False  # "aged 29 and 41"
        if number.kind is Kind.AGE:
            aged = len(raw.words)
        if counts:
            raw.numbers[len(raw.words)] = number
        _add(raw, "#", number.start, number.end, NUMBER if counts else QUANTITY)
        place = number.end
    _read_words(raw, words, place, len(text), wordbook)
    if not wordbook.word("acronym").isdisjoint(raw.words):
        _mark_acronyms(raw, wordbook)
    return _with_phrases(raw, wordbook)


def _mark_acronyms(clause: Clause, wordbook: Wordbook) -> None:
    """The WHO is not "who", nor the US "us"; in a text of capitals only where no pronoun can stand."""
    text, acronyms = clause.text, wordbook.word("acronym")
    shouted = text.isupper()
    for at, word in enumerate(clause.words):
        if word not in acronyms or not text[clause.starts[at] : clause.ends[at]].isupper():
            continue
        if not shouted or (at and clause.bits[at - 1] & (NUMBER | DETERMINER)):
            clause.bits[at] = SOURCE


def _without_particle(clause: Clause, words: Words, number: Number, wordbook: Wordbook) -> Number:
    """ "handed over 110", "gone up to 110": what looks like a hedge belongs to the verb."""
    hedge = clause.text[number.start : number.number_start].strip().lower()
    if not hedge or not clause.words:
        return number
    word = clause.words[-1]
    if (word, hedge) not in wordbook.particles and f"{word} {hedge}" not in wordbook.word("direction"):
        return number
    if not isinstance(number.value, int) or number.quantity is None:
        return number
    _read_words(clause, words, number.start, number.number_start, wordbook)
    text = clause.text[number.number_start : number.end]
    quantity = quantity_of(text, Bound.EXACT, number.value)
    return replace(
        number,
        start=number.number_start,
        text=text,
        bound=Bound.EXACT,
        low=None,
        high=None,
        quantity=quantity,
    )


def _add(clause: Clause, word: str, start: int, end: int, bits: int) -> None:
    clause.words.append(word)
    clause.starts.append(start)
    clause.ends.append(end)
    clause.bits.append(bits)


def _read_words(clause: Clause, of: Words, start: int, end: int, wordbook: Wordbook) -> None:
    """Those between two places. A word that stands across one of them ("7-year-old") is cut there."""
    first, last = bisect_left(of.starts, start), bisect_left(of.starts, end)
    if (first and of.ends[first - 1] > start) or (last and of.ends[last - 1] > end):
        of = words_of(clause.text[start:end])
        first, last = 0, len(of.words)
        starts, ends = [start + at for at in of.starts], [start + at for at in of.ends]
    else:
        starts, ends = of.starts[first:last], of.ends[first:last]
    words = of.words[first:last]
    if not _LEFT_OUT.isdisjoint(words):
        kept = _kept(clause.text, words, starts, end)
        words, starts, ends = (
            list(compress(words, kept)),
            list(compress(starts, kept)),
            list(compress(ends, kept)),
        )
    clause.words += words
    clause.starts += starts
    clause.ends += ends
    clause.bits += map(wordbook.does.__getitem__, words)


def _kept(text: str, words: list[str], starts: list[int], end: int) -> list[bool]:
    """Is a token left without quotation marks, editors' remarks and stray brackets?"""
    kept = [word not in _LEFT_OUT for word in words]
    if "[" in words:
        skip_to = 0
        for at, place in enumerate(starts):
            if place < skip_to:
                kept[at] = False
            elif words[at] == "[":
                skip_to = text.find("]", place, min(place + _EDITORIAL, end)) + 1
    return kept


def _with_phrases(raw: Clause, wordbook: Wordbook) -> Clause:
    """The same with the triggers found, and phrases of several words in one token each."""
    words, triggers, phrases = raw.words, wordbook.triggers, wordbook.phrases
    clause = Clause(raw.text, [], [], [], [], {}, [])
    numbers = list(reversed(raw.numbers.items()))
    done, within_gap = 0, -1
    openings, count = wordbook.openings, len(words)
    for place in [place for place, word in enumerate(words) if word in openings]:
        word = words[place]
        following = openings[word]
        if following is not None and (place + 1 == count or words[place + 1] not in following):
            continue  # so it is with most
        if place < done or place == within_gap:
            continue
        if word in triggers and (announced := _announced(triggers[word], words, place, wordbook)):
            found, end = announced
            if GAP in found[0].words:
                within_gap, end = end - 1, place + 1  # "had gunshot wounds" is one word of two pieces
            clause.found.append(Found(len(clause.words) + place - done, found))
            bits = TRIGGER
        elif word in phrases and (match := match_at(phrases[word], words, place + 1)):
            bits, end = match
        else:
            continue
        if end == place + 1:
            raw.bits[place] = bits  # it is one token already
            continue
        _copy(raw, clause, done, place, numbers)
        _add(clause, " ".join(words[place:end]), raw.starts[place], raw.ends[end - 1], bits)
        done = end
    _copy(raw, clause, done, len(words), numbers)
    _add(clause, "", len(raw.text), len(raw.text), 0)
    return clause


def _announced(
    tails: Tails[tuple[Trigger, ...]], words: list[str], place: int, wordbook: Wordbook
) -> tuple[tuple[Trigger, ...], int] | None:
    """The triggers that begin here; "recorded" announces strikes only where strikes are named close by."""
    announced = match_at(tails, words, place + 1)
    if announced is None:
        return None
    found, end = announced
    heads = wordbook.thing_heads
    for trigger in found:
        if heads.get(trigger.measure):
            break
    else:
        return announced
    around = words[max(0, place - _NAMED_WITHIN) : end + _NAMED_WITHIN]
    kept = tuple(
        trigger
        for trigger in found
        if not (named := heads.get(trigger.measure)) or not named.isdisjoint(around)
    )
    return (kept, end) if kept else None


def _copy(raw: Clause, clause: Clause, start: int, end: int, numbers: list[tuple[int, Number]]) -> None:
    """Tokens start to end as they are, with their numbers, which are those left over, the first last."""
    shift = len(clause.words) - start
    while numbers and numbers[-1][0] < end:
        place, number = numbers.pop()
        if place >= start:
            clause.numbers[place + shift] = number
    clause.words += raw.words[start:end]
    clause.starts += raw.starts[start:end]
    clause.ends += raw.ends[start:end]
    clause.bits += raw.bits[start:end]
