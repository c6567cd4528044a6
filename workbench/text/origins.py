"""Who said it: which attribution covers a figure, and whom "the ministry" or "he" means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from workbench.text.speakers import Attribution
from workbench.text.wordbook import Wordbook

_FEW = 8  # attributions behind a figure that may speak of it


def choose_attribution(attributions: Sequence[Attribution], token: int) -> Attribution | None:
    """The one that covers it: "according to" behind it, the last "said" before it, an aside behind it."""
    place = bisect_left(attributions, token, key=lambda one: one.verb)
    behind = [one for one in attributions[place : place + _FEW] if one.start > token]
    for one in behind:
        if one.according:
            return one
    if place:
        chosen = attributions[place - 1]
        quoted = attributions[place - 2] if place > 1 else None
        if quoted is not None and quoted.according and chosen.start < quoted.start < chosen.verb:
            return quoted  # "local media, quoting a doctor, reported"
        return chosen
    return next((one for one in behind if one.aside), None)


def resolve(
    attribution: Attribution, earlier: Iterable[tuple[int, Attribution]], wordbook: Wordbook
) -> tuple[int, Attribution] | None:
    """The one that is meant of those named before, the latest first, with where it stands as it was given.

    None where nobody is meant: "the ministry" is itself then, and "it" is nobody's name.
    """
    words = attribution.name.casefold().split()
    pronoun = points_only(attribution, wordbook)
    for place, one in earlier:
        if one.vague and " " not in one.name:
            continue
        if pronoun or words[-1] in _plain_words(one.name, wordbook):
            return place, one
    return None


def points_only(attribution: Attribution, wordbook: Wordbook) -> bool:
    """ "it", "she": a word that names nobody."""
    return attribution.name.casefold() in wordbook.word("speakers")


def _plain_words(name: str, wordbook: Wordbook) -> list[str]:
    """The words of a name in small letters, without what says whose."""
    plain = name.casefold()
    for ending in wordbook.claims.possessives:
        plain = plain.replace(ending, "")
    return plain.split()
