"""Words as they are printed where accents are left out, as in headlines in capitals and in old newswire."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.languages.claims import ClaimWords

_TILDE = "\u0303"


def without_accents(text: str) -> str:
    """The text with plain vowels; "ñ" is a letter of its own and stays."""
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize(
        "NFC", "".join(c for c in parts if c == _TILDE or not unicodedata.combining(c))
    )


def with_plain_words(claims: ClaimWords, *, but: Iterable[str] = ()) -> ClaimWords:
    """The same words, and each without its accents too, unless that is another word of theirs or in `but`."""
    known = frozenset().union(claims.people, claims.things, *claims.grammar.values(), but)
    known |= {trigger.words for trigger in claims.triggers}

    def both(words: frozenset[str]) -> frozenset[str]:
        return words | ({without_accents(word) for word in words} - known)

    def all_of(groups: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
        return {group: both(words) for group, words in groups.items()}

    triggers = tuple(
        replace(trigger, needs=both(trigger.needs), unless=both(trigger.unless))
        for trigger in claims.triggers
    )
    plain = (replace(trigger, words=without_accents(trigger.words)) for trigger in triggers)
    return replace(
        claims,
        triggers=(*triggers, *(trigger for trigger in plain if trigger.words not in known)),
        grammar=all_of(claims.grammar),
        cues=all_of(claims.cues),
        people=both(claims.people),
        things=both(claims.things),
    )
