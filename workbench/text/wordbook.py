"""A language's words of claims and the vocabulary's, made ready to be looked up one token at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from workbench.core.vocabulary import Vocabulary
from workbench.languages.claims import ClaimWords, Form, Trigger
from workbench.languages.language import Language
from workbench.text.gate import Gate
from workbench.text.tails import Tail, Tails, longest_first, openings_of

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
    **dict.fromkeys(".;:!?…|•·", STOP),
    **dict.fromkeys(("--", "—", "–", "---"), DASH),
    "(": OPEN,
    ")": CLOSE,
}
_NONE: frozenset[str] = frozenset()
_SHORTEST_JUDGED = 5
_LONGEST_REMEMBERED, _MOST_REMEMBERED = 30, 20_000


@dataclass(frozen=True, eq=False, slots=True)
class Wordbook:
    """Look-up tables: what the known words do (`bits`), and what any word does (`does`).

    `phrases` and `triggers` give, by first word, what may follow it, the longest first, those with
    a gap last; `openings` the words that may come second, or None where any word may. `particles` are verbs
    with the word that belongs to them ("handed over"), which is then no hedge. `articles` are articles,
    or the first words of those that are phrases. `word` gives the words of a
    group of grammar.
    """

    code: str
    bits: Mapping[str, int]
    does: Mapping[str, int]
    phrases: Mapping[str, Tails[int]]
    triggers: Mapping[str, Tails[tuple[Trigger, ...]]]
    openings: Mapping[str, Set[str] | None]
    things: Mapping[str, frozenset[str]]
    thing_heads: Mapping[str, frozenset[str]]
    claims: ClaimWords
    word: Callable[[str], frozenset[str]]
    vocabulary: Vocabulary
    particles: frozenset[tuple[str, str]]
    articles: frozenset[str]
    gate: Gate

    def population_of(self, words: str) -> str | None:
        return self.vocabulary.population_of(words, self.code)

    def ends_in(self, words: str, group: str) -> bool:
        """Is the last of these words one of the group?"""
        return words.rpartition(" ")[2] in self.word(group)


class _Groups(dict[str, frozenset[str]]):
    """The words of each group; none of a group that the language does without."""

    def __missing__(self, group: str) -> frozenset[str]:
        return _NONE


class _Does(dict[str, int]):
    """What words do: those that are known, and others by their ending, judged once and then remembered."""

    def __init__(self, known: Mapping[str, int], claims: ClaimWords) -> None:
        super().__init__(known)
        self.known = known
        self.adverb_endings, self.people_endings = claims.adverb_endings, claims.people_endings

    def __missing__(self, word: str) -> int:
        does = self.known.get(word, 0)  # another thread may be clearing
        if not does and word not in self.known and len(word) >= _SHORTEST_JUDGED:
            if word.endswith(self.adverb_endings):
                does = ADVERB
            elif word.endswith(self.people_endings):
                does = PEOPLE
        if len(word) <= _LONGEST_REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
                self.update(self.known)
            self[word] = does
        return does


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
    _note_populations(code, vocabulary, bits, claims.plural_ending)
    triggers: dict[str, dict[Tail, tuple[Trigger, ...]]] = {}
    for trigger in (*claims.triggers, *_of_vocabulary(code, vocabulary)):
        if trigger.measure in vocabulary.measures or not trigger.measure:
            first, *rest = trigger.words.split()
            tails_of = triggers.setdefault(first, {})
            tails_of[tuple(rest)] = (*tails_of.get(tuple(rest), ()), trigger)
    things = {
        measure.id: frozenset(word.casefold() for word in measure.things.get(code, ()))
        for measure in vocabulary.measures.values()
    }
    found_phrases = {first: longest_first(tails) for first, tails in phrases.items()}
    found_triggers = {first: longest_first(tails) for first, tails in triggers.items()}
    return Wordbook(
        code=code,
        bits=bits,
        does=_Does(bits, claims),
        phrases=found_phrases,
        triggers=found_triggers,
        openings=openings_of(found_phrases, found_triggers),
        things=things,
        thing_heads={
            measure: frozenset(word.rpartition(" ")[2] for word in words) for measure, words in things.items()
        },
        claims=claims,
        word=_Groups(claims.grammar).__getitem__,
        vocabulary=vocabulary,
        particles=frozenset(
            (first, tail[0]) for first, tails_of in triggers.items() for tail in tails_of if len(tail) == 1
        ),
        articles=frozenset(word for word, does in bits.items() if does & ARTICLE).union(
            first for first, tails in phrases.items() if any(does & ARTICLE for does in tails.values())
        ),
        gate=Gate(
            (" ".join((first, *tail)) for first, tails in triggers.items() for tail in tails),
            {word for word, does in bits.items() if does & (GRAMMAR | SAY | NATION)}
            | {
                word.casefold()
                for place in vocabulary.places.values()
                for name in place.words_in(code)
                for word in name.split()
            },
        ),
    )


def _note_populations(code: str, vocabulary: Vocabulary, bits: dict[str, int], plural: str) -> None:
    """The head of every term for people is a noun for people; the words of a nation are its adjectives."""
    for term in vocabulary.populations.values():
        if term.nation:
            for word in term.words_in(code):
                if word != term.label:
                    last = word.casefold().split()[-1]
                    bits[last] = bits.get(last, 0) | NATION
                    if plural:
                        bits[last + plural] = bits.get(last + plural, 0) | PEOPLE
            last = term.id.rsplit("_", 1)[-1]
            bits[last] = bits.get(last, 0) | PEOPLE
        elif len(term.parents) < 2:
            for word in term.words_in(code):
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
