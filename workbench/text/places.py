"""Where: the places that a sentence names, and which of them a count belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.text.wordbook import GRAMMAR, NATION, THING, Wordbook
from workbench.text.words import Words, words_of

_MOST_NAMES = 4
_MOST_LOOKED_AT = 12
_MOST_ADJECTIVES = 2
_CLOSE = 60  # characters between a name and the known place that it lies in


class PlaceMention(NamedTuple):
    """A place as printed; `place` is None for a name that the vocabulary does not have.

    `preposition` is the word before it, articles and adjectives skipped, or "" where there is none; `event`
    that a word such as "flood" follows.
    """

    place: str | None
    start: int
    end: int
    text: str
    preposition: str
    event: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Gazetteer:
    """The names of places by their first two words ("" for one of a single word), the longest first.

    And the words to stop at:

    `named` may begin a place, `led` may stand before one ("in", "the", "city of"), `looked_for` are both.
    """

    names: Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], str, bool], ...]]
    named: frozenset[str]
    led: frozenset[str]
    looked_for: frozenset[str]


_COMPILED: dict[int, tuple[Wordbook, Gazetteer]] = {}
_KEPT = 8


def gazetteer_of(wordbook: Wordbook) -> Gazetteer:
    """Compiled once for each wordbook."""
    found = _COMPILED.get(id(wordbook))
    if found is None:
        if len(_COMPILED) >= _KEPT:
            _COMPILED.clear()
        found = (wordbook, _compile(wordbook))
        _COMPILED[id(wordbook)] = found
    return found[1]


def _compile(wordbook: Wordbook) -> Gazetteer:
    definite = wordbook.word("definite")
    names: dict[tuple[str, str], list[tuple[tuple[str, ...], str, bool]]] = {}
    for place in wordbook.vocabulary.places.values():
        for name in place.words_in(wordbook.code):
            folded = tuple(words_of(name).words)
            first, *rest = name.split()
            if first in definite and rest and rest[0][0].isupper():
                folded = folded[1:]  # "the Golan", but El Salvador
            # "US" and "CAR" are names in capitals only.
            capitals = name.isupper() and "." not in name
            names.setdefault((folded[0], "".join(folded[1:2])), []).append((folded[1:], place.id, capitals))
    named = frozenset(first for first, _ in names).union(
        word for word, does in wordbook.bits.items() if does & NATION
    )
    led = wordbook.word("place_at") | wordbook.word("definite") | wordbook.word("partitive")
    return Gazetteer(
        {begin: tuple(sorted(tails, key=lambda tail: -len(tail[0]))) for begin, tails in names.items()},
        frozenset(named),
        led,
        led | named,
    )


def read_places(text: str, wordbook: Wordbook) -> list[PlaceMention]:
    """The places named in a sentence, in order; names that the vocabulary lacks only after "in", "near"."""
    gazetteer = gazetteer_of(wordbook)
    cut = words_of(text)
    words, possessives = cut.words, wordbook.claims.possessives
    if "'" in text or "’" in text:
        words = [_bare(word, possessives) for word in words]
    stops = _stops(words, gazetteer)
    if not stops:
        return []
    shouted = text.isupper()
    mentions: list[PlaceMention] = []
    bits = wordbook.bits
    end_of_last = 0
    for place in stops:
        if place < end_of_last:
            continue
        word = words[place]
        found: tuple[str | None, int] | None = None
        if word in gazetteer.named:
            found = _known(gazetteer, cut, words, place, shouted, wordbook)
        if found is None and bits.get(word, 0) & NATION:
            found = _at_home(words, place, wordbook)
        if found is None and not shouted and place and words[place - 1] in gazetteer.led:
            found = _unknown(cut, words, place, wordbook)
        if found is None:
            continue
        name, end = found
        outer = mentions[-1] if mentions else None
        if outer is not None and _holds(outer, name, cut, end_of_last - 1, place, wordbook):
            mentions.pop()  # "in Pakistan's southwestern Balochistan"
            before = outer.preposition
        else:
            before = _preposition(cut, words, place, wordbook)
        end_of_last = end
        start_at, end_at = cut.starts[place], cut.ends[end - 1]
        end_at -= _possessive(cut.words[end - 1], possessives)
        event = _names_event(words, end, wordbook)
        mentions.append(PlaceMention(name, start_at, end_at, text[start_at:end_at], before, event))
    return mentions


def _stops(words: Sequence[str], gazetteer: Gazetteer) -> list[int]:
    """Where a place may begin, in order."""
    named, led, looked_for = gazetteer.named, gazetteer.led, gazetteer.looked_for
    stops: list[int] = []
    for place in [place for place, word in enumerate(words) if word in looked_for]:
        if words[place] in named and (not stops or stops[-1] != place):
            stops.append(place)
        if words[place] in led and place + 1 < len(words):
            stops.append(place + 1)
    return stops


def _bare(word: str, possessives: tuple[str, ...]) -> str:
    return word[: len(word) - _possessive(word, possessives)] if "'" in word else word


def _possessive(word: str, possessives: tuple[str, ...]) -> int:
    """How many letters at its end say that something is its."""
    return next((len(ending) for ending in possessives if word.endswith(ending)), 0)


def _known(
    gazetteer: Gazetteer,
    cut: Words,
    words: Sequence[str],
    place: int,
    shouted: bool,
    wordbook: Wordbook,
) -> tuple[str, int] | None:
    the = wordbook.word("definite")
    names, word = gazetteer.names, words[place]
    following = words[place + 1] if place + 1 < len(words) else ""
    for tail, name, capitals in (*names.get((word, following), ()), *names.get((word, ""), ())):
        end = place + 1 + len(tail)
        if tuple(words[place + 1 : end]) != tail:
            continue
        if capitals and (shouted or not cut.printed(place).isupper()):
            continue
        if (
            capitals
            and end < len(words)
            and cut.printed(end).islower()
            and not wordbook.bits.get(words[end], 0) & GRAMMAR
        ):
            continue  # "US air strikes" are not in the US
        if not capitals and words[place] not in the and cut.printed(place).islower() and not shouted:
            continue
        return name, end
    return None


def _at_home(words: Sequence[str], place: int, wordbook: Wordbook) -> tuple[str | None, int] | None:
    """ "Israeli prisons" are in Israel; "the Lebanese border" may be on either side."""
    if place + 1 >= len(words) or not wordbook.bits.get(words[place], 0) & NATION:
        return None
    if words[place + 1] in wordbook.word("place_borders"):
        return None, place + 2
    if words[place + 1] not in wordbook.word("place_nouns"):
        return None
    vocabulary = wordbook.vocabulary
    term = wordbook.population_of(words[place])
    home = vocabulary.populations[term].home if term is not None else None
    return (home, place + 2) if home is not None else None


def _unknown(cut: Words, words: Sequence[str], place: int, wordbook: Wordbook) -> tuple[None, int] | None:
    """A capitalised name right after "in", "at", "near" (and "the"), and after "city of"."""
    before = place - 1
    if before >= 0 and words[before] in wordbook.word("definite"):
        before -= 1
    if before < 0 or not cut.capital(place):
        return None
    if words[before] not in wordbook.word("place_at") and not _of_kind(words, before, wordbook):
        return None
    end = place
    while end < min(place + _MOST_NAMES, len(words)) and cut.capital(end):
        if words[end] in wordbook.word("no_place") or wordbook.bits.get(words[end], 0):
            break
        end += 1
    return (None, end) if end > place else None


def _of_kind(words: Sequence[str], place: int, wordbook: Wordbook) -> bool:
    """Is this the "of" of "in the city of"?"""
    of, kinds = wordbook.word("partitive"), wordbook.word("place_kinds")
    return words[place] in of and place > 0 and words[place - 1] in kinds


def _holds(
    outer: PlaceMention, name: str | None, cut: Words, owner: int, place: int, wordbook: Wordbook
) -> bool:
    """Is the place that ends with word `owner` the owner of the one at `place`?"""
    if name is None or outer.place is None or place - owner - 1 > _MOST_ADJECTIVES:
        return False
    if not _possessive(cut.words[owner], wordbook.claims.possessives):
        return False
    if not all(cut.printed(at).islower() for at in range(owner + 1, place)):
        return False
    return outer.place in wordbook.vocabulary.places_above(name)


def _names_event(words: Sequence[str], end: int, wordbook: Wordbook) -> bool:
    """Does "flood" follow, or "bus crash", or "camp", or the colon of a headline?"""
    events = wordbook.word("place_events")
    if end < len(words) and (words[end] == ":" or words[end] in wordbook.word("place_kinds")):
        return True
    if end + 1 < len(words) and words[end] not in events and wordbook.bits.get(words[end], 0) & THING:
        end += 1
    return end < len(words) and words[end] in events


def _preposition(cut: Words, words: Sequence[str], place: int, wordbook: Wordbook) -> str:
    before = place - 1
    skipped, at_place = wordbook.word("place_adjectives"), wordbook.word("place_in")
    kinds, of = wordbook.word("place_kinds"), wordbook.word("partitive")
    unknown = 0
    while before >= 0 and place - before < 8:
        if words[before] in skipped:
            before -= 1
        elif words[before] in at_place:
            break
        elif (
            unknown < _MOST_ADJECTIVES
            and cut.printed(before).islower()
            and not wordbook.bits.get(words[before], 0)
            and before
            and (words[before - 1] in skipped or words[before - 1] in at_place)
        ):
            before -= 1  # "in the restive Borno state"
            unknown += 1
        elif words[before] in of and before and words[before - 1] in kinds:
            before -= 2  # "in the city of Kharkiv"
        elif words[before] in of and before and words[before - 1] in at_place:
            before -= 1  # "cerca de Goma"
        elif (
            words[before] in of
            and before > 1
            and wordbook.bits.get(words[before - 1], 0) & NATION
            and words[before - 2] in kinds
        ):
            before -= 3  # "en la ciudad ucraniana de Járkov"
        else:
            break
    return words[before] if before >= 0 else ""


def choose_place(
    mentions: Sequence[PlaceMention], start: int, verb: int, wordbook: Wordbook, *, leaving: bool
) -> PlaceMention | None:
    """The place of a count whose number stands at `start`: the next named after it, else the last before it.

    What happened to people happened "in" or "on" a place; people are released or missing "from" one, said
    after the verb (`leaving`). A place that the vocabulary has is preferred to a name that it lacks close by.
    """
    prepositions = wordbook.word("place_in")
    away = wordbook.word("release_from") if leaving else frozenset()
    place = bisect_left(mentions, start, key=lambda mention: mention.start)
    after = [
        mention
        for mention in mentions[place : place + _MOST_LOOKED_AT]
        if mention.preposition in prepositions or (mention.preposition in away and mention.start > verb)
    ]
    if after:
        first = after[0]
        if first.place is None and len(after) > 1 and after[1].start - first.end < _CLOSE:
            return after[1] if after[1].place is not None else first
        return first
    before = mentions[max(0, place - _MOST_LOOKED_AT) : place]
    located = next((mention for mention in reversed(before) if mention.preposition in prepositions), None)
    return located or next((mention for mention in before if mention.event), None)  # "Nepal quake kills 12"
