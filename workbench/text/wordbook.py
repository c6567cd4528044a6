"""A language's words of claims and the vocabulary's, made ready to be looked up one token at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from workbench.core.vocabulary import Vocabulary
from workbench.languages.claims import ClaimWords, Form, Trigger
from workbench.languages.language import Language

# What a token does, as bits: a token may do several things.
NUMBER = 1 << 0
QUANTITY = 1 << 1
TRIGGER = 1 << 2
COMMA = 1 << 3
STOP = 1 << 4
DASH = 1 << 5
OPEN = 1 << 6
CLOSE = 1 << 7
BE = 1 << 8
HAVE = 1 << 9
MODAL = 1 << 10
BRIDGE = 1 << 11
AND = 1 << 12
PREPOSITION = 1 << 13
RELATIVE = 1 << 14
SUBORDINATE = 1 << 15
DETERMINER = 1 << 16
ARTICLE = 1 << 17
ADVERB = 1 << 18
INCLUDING = 1 << 19
INCLUDE = 1 << 20
PRONOUN = 1 << 21
PARTED = 1 << 22
MORE = 1 << 23
RATE = 1 << 24
OBJECT = 1 << 25
SINGULAR = 1 << 26
PEOPLE = 1 << 27
NATION = 1 << 28
THING = 1 << 29
SAY = 1 << 30
ACCORDING = 1 << 31
SOURCE = 1 << 32
RANK = 1 << 33

# Words that end a noun phrase that began with a number.
GRAMMAR = BE | HAVE | MODAL | AND | PREPOSITION | RELATIVE | SUBORDINATE
GRAMMAR |= DETERMINER | ADVERB | INCLUDING | PRONOUN | PARTED | RATE
SIGNS = COMMA | STOP | DASH | OPEN | CLOSE

_BITS = {
    "be": BE,
    "have": HAVE,
    "modal": MODAL,
    "bridge": BRIDGE,
    "and": AND,
    "preposition": PREPOSITION,
    "relative": RELATIVE,
    "subordinate": SUBORDINATE,
    "determiner": DETERMINER,
    "article": ARTICLE,
    "adverb": ADVERB,
    "including": INCLUDING,
    "include": INCLUDE,
    "pronoun": PRONOUN,
    "parted": PARTED,
    "more": MORE,
    "rate": RATE,
    "object": OBJECT,
    "singular": SINGULAR,
    "say": SAY,
    "according": ACCORDING,
    "source": SOURCE,
    "rank": RANK,
}
_SIGN_BITS = {
    ",": COMMA,
    **dict.fromkeys(".;:!?…", STOP),
    **dict.fromkeys(("--", "—", "–", "---"), DASH),
    "(": OPEN,
    ")": CLOSE,
}
GAP = "~"
_WIDEST_GAP = 3
_PLAIN = re.compile(r"[^\W\d_]+")

Tail = tuple[str, ...]
Value = TypeVar("Value")


@dataclass(frozen=True, eq=False, slots=True)
class Wordbook:
    """Look-up tables; `phrases` and `triggers` give, by first word, what may follow it, the longest first.

    `particles` are verbs with the word that belongs to them ("handed over"), which is then no hedge. `gate`
    holds, by first word of a trigger, the further words of each; `articles` and `heads` are the words that
    may introduce single people, and those they may be: what a sentence must hold to be worth reading.
    """

    bits: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[Tail, int], ...]]
    triggers: Mapping[str, tuple[tuple[Tail, tuple[Trigger, ...]], ...]]
    things: Mapping[str, frozenset[str]]
    claims: ClaimWords
    vocabulary: Vocabulary
    particles: frozenset[tuple[str, str]]
    gate: Mapping[str, tuple[frozenset[str], ...]]
    articles: frozenset[str]
    heads: frozenset[str]

    def announces(self, words: Set[str]) -> bool:
        """May a sentence of these plain words hold a trigger? Never no where it does."""
        gate = self.gate
        return any(needed <= words for first in gate.keys() & words for needed in gate[first])

    def introduces(self, words: Set[str]) -> bool:
        """May a sentence of these plain words introduce somebody: "a father of three"?"""
        return not (self.articles.isdisjoint(words) or self.heads.isdisjoint(words))

    def word(self, group: str) -> frozenset[str]:
        return self.claims.grammar.get(group, frozenset())

    def ends_in(self, words: str, group: str) -> bool:
        """Is the last of these words one of the group?"""
        return words.rpartition(" ")[2] in self.word(group)

    def bits_of(self, word: str) -> int:
        """What the word does; an unknown one is judged by its ending."""
        bits = self.bits.get(word)
        if bits is not None or len(word) < 5:
            return bits or 0
        if word.endswith(self.claims.adverb_endings):
            return ADVERB
        return PEOPLE if word.endswith(self.claims.people_endings) else 0


_COMPILED: dict[tuple[int, int], tuple[Language, Vocabulary, Wordbook]] = {}
_KEPT = 8


def wordbook_of(language: Language, vocabulary: Vocabulary) -> Wordbook | None:
    """Compiled once for each pair of them; None where the language has no words of claims."""
    if language.claims is None:
        return None
    key = (id(language), id(vocabulary))
    found = _COMPILED.get(key)
    if found is None:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        found = (language, vocabulary, _compile(language.code, language.claims, vocabulary))
        _COMPILED[key] = found
    return found[2]


def _compile(code: str, claims: ClaimWords, vocabulary: Vocabulary) -> Wordbook:
    bits: dict[str, int] = {**_SIGN_BITS, **dict.fromkeys(claims.grammar.get("plain", ()), 0)}
    phrases: dict[str, dict[Tail, int]] = {}
    for group, words in claims.grammar.items():
        for phrase in words if group in _BITS else ():
            first, *rest = phrase.split()
            if rest:
                tails = phrases.setdefault(first, {})
                tails[tuple(rest)] = tails.get(tuple(rest), 0) | _BITS[group]
            else:
                bits[first] = bits.get(first, 0) | _BITS[group]
    for word in claims.people:
        bits[word] = bits.get(word, 0) | PEOPLE
    for word in claims.things:
        bits[word] = bits.get(word, 0) | THING
    _note_populations(vocabulary, bits, claims.plural_ending)
    triggers: dict[str, dict[Tail, tuple[Trigger, ...]]] = {}
    for trigger in (*claims.triggers, *_of_vocabulary(code, vocabulary)):
        if trigger.measure in vocabulary.measures or not trigger.measure:
            first, *rest = trigger.words.split()
            tails_of = triggers.setdefault(first, {})
            tails_of[tuple(rest)] = (*tails_of.get(tuple(rest), ()), trigger)
    return Wordbook(
        bits=bits,
        phrases={first: _longest_first(tails) for first, tails in phrases.items()},
        triggers={first: _longest_first(tails) for first, tails in triggers.items()},
        things={
            measure.id: frozenset(word.casefold() for word in measure.things.get(code, ()))
            for measure in vocabulary.measures.values()
        },
        claims=claims,
        vocabulary=vocabulary,
        particles=frozenset(
            (first, tail[0]) for first, tails_of in triggers.items() for tail in tails_of if len(tail) == 1
        ),
        gate={
            first: tuple({frozenset(plain_words(" ".join(tail))) for tail in tails})
            for first, tails in triggers.items()
        },
        articles=_plain(bits, phrases, ARTICLE),
        heads=_plain(bits, phrases, PEOPLE | NATION),
    )


def plain_words(text: str) -> list[str]:
    """The runs of letters in a text, in small letters."""
    return _PLAIN.findall(text.lower())


def _plain(bits: Mapping[str, int], phrases: Mapping[str, Mapping[Tail, int]], wanted: int) -> frozenset[str]:
    """The plain words of all words and phrases that do one of the wanted things."""
    found = [word for word, does in bits.items() if does & wanted]
    found += [first for first, tails in phrases.items() if any(does & wanted for does in tails.values())]
    return frozenset(word for phrase in found for word in plain_words(phrase))


def _longest_first(tails: Mapping[Tail, Value]) -> tuple[tuple[Tail, Value], ...]:
    return tuple(sorted(tails.items(), key=lambda item: -len(item[0])))


def _note_populations(vocabulary: Vocabulary, bits: dict[str, int], plural: str) -> None:
    """The head of every term for people is a noun for people; the words of a nation are its adjectives."""
    for term in vocabulary.populations.values():
        if term.nation:
            for word in term.aliases:
                last = word.casefold().split()[-1]
                bits[last] = bits.get(last, 0) | NATION
                bits[last + plural] = bits.get(last + plural, 0) | PEOPLE
            last = term.id.rsplit("_", 1)[-1]
            bits[last] = bits.get(last, 0) | PEOPLE
        elif len(term.parents) < 2:
            for word in (term.label, *term.aliases):
                last = word.casefold().split()[-1]
                if not bits.get(last, 0) & (GRAMMAR | THING | MORE):
                    bits[last] = bits.get(last, 0) | PEOPLE


def _of_vocabulary(code: str, vocabulary: Vocabulary) -> Iterable[Trigger]:
    """The words a measure brings along play every part: a user need not know which."""
    every = frozenset({Form.PARTICIPLE, Form.ACTIVE, Form.NOUN, Form.EVENT, Form.STATE})
    for measure in vocabulary.measures.values():
        for words in measure.words.get(code, ()):
            phrase = " ".join(words.casefold().split())
            if phrase:
                yield Trigger(phrase, measure.id, every, 0.9)


def match_at(tails: Iterable[tuple[Tail, Value]], words: list[str], start: int) -> tuple[Value, int] | None:
    """The first of the tails that the words from `start` on begin with, and where it ends.

    A gap spans up to three words.
    """
    count = len(words)
    for tail, found in tails:
        place, gap = start, 0
        for word in tail:
            if word == GAP:
                gap = _WIDEST_GAP
                continue
            while gap and place < count and words[place] != word:
                place += 1
                gap -= 1
            if place >= count or words[place] != word:
                break
            place, gap = place + 1, 0
        else:
            return found, place
    return None
