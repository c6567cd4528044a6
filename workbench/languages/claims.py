"""The words that announce a numeric claim and its parts: what a language must tell the reader of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """How a word announces a measure, which says where its number stands."""

    PARTICIPLE = "participle"  # killed: after a subject that did it, before or after those it happened to
    ACTIVE = "active"  # kills, killing: those it happened to follow
    INTRANSITIVE = "intransitive"  # died: those it happened to stand before
    NOUN = "noun"  # 12 deaths, 12 dead
    EVENT = "event"  # the death of 12
    ADJECTIVE = "adjective"  # 12 wounded soldiers
    STATE = "state"  # 12 are missing, 12 remain in custody: like an adjective, but after its verb only
    TOLL = "toll"  # the death toll rose to 12


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words (case folded, single spaces; "~" stands for up to five words) that announce a measure.

    `measure` is empty for a word that takes it from what was counted before ("the total"). `weight` says how
    sure the words are, 0 to 1. `needs`: one of these stands before or after, close by ("12 lives" only
    with "claimed"); `unless`: none of these stands in the sentence. `people`: only with a noun for people;
    `households`: families may be counted, too.
    """

    words: str
    measure: str
    forms: frozenset[Form]
    weight: float = 1.0
    needs: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    people: bool = False
    households: bool = False


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Sets of words by what they do. All case folded; phrases have single spaces.

    An unknown word with one of `people_endings` is a noun for people, one with `adverb_endings` an adverb;
    the group "plain" lists those that only look so. `past_endings` and `gerund_endings` are those of verbs
    that say more of a noun before them ("wounded in", "carrying"), `verb_endings` those of a verb that a
    figure may follow ("stands", "totalled"). `plural_ending` turns a nation's adjective into its members,
    `possessives` hang on a name ("Gaza's"), with a straight apostrophe.

    What the order of words asks for: `adjective_endings` are those of an unknown adjective right behind its
    noun ("12 soldados israelíes heridos"), none where adjectives stand before it. `subject_follows`: it may
    stand behind a verb without an object ("murieron 12 personas"). `participles_act`: a participle alone may
    be the verb of its object ("wounded 12"). `future_endings` and `conditional_endings` are those of a verb
    that by itself says what is to come, and what would be ("liberará", "mataría").
    """

    triggers: tuple[Trigger, ...]
    grammar: Mapping[str, frozenset[str]]
    people: frozenset[str]
    people_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    plural_ending: str
    possessives: tuple[str, ...]
    things: frozenset[str]
    adjective_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    conditional_endings: tuple[str, ...] = ()
    subject_follows: bool = False
    participles_act: bool = True
    cues: Mapping[str, frozenset[str]] = field(default_factory=dict)


def triggers_of(
    measure: str,
    weight: float,
    forms: tuple[Form, ...],
    words: str,
    *,
    needs: frozenset[str] = frozenset(),
    unless: frozenset[str] = frozenset(),
    people: bool = False,
    households: bool = False,
) -> Iterator[Trigger]:
    """A trigger for each of the words, which commas part."""
    for phrase in words.split(","):
        kept = " ".join(phrase.split())
        yield Trigger(kept, measure, frozenset(forms), weight, needs, unless, people, households)


def words_of(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def phrases_of(text: str) -> frozenset[str]:
    """The phrases of a text that commas part, as a set; white space within them is one space."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))
