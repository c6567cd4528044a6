"""The other side of an exchange: "canjearon a 81 rehenes por 240 presos"."""

from __future__ import annotations

from workbench.languages.claims import Trigger
from workbench.text.noted import Noted
from workbench.text.objects import objects_at
from workbench.text.reading import LISTED
from workbench.text.wordbook import STOP

_REACH = 14  # tokens between the verb and the other side


def note_other_side(noted: Noted, first: int, last: int, verb: int, trigger: Trigger) -> None:
    """Those given for whom the verb of swapping at `first` to `last` is said of; nothing for other verbs."""
    walk, words = noted.walk, noted.walk.clause.words
    if words[first] not in walk.wordbook.word("swapping"):
        return
    for place in range(last + 1, min(last + 1 + _REACH, len(walk.clause))):
        if walk.clause.bits[place] & STOP:
            return
        if words[place] in walk.wordbook.word("swapped_for"):
            for index, _ in objects_at(walk, place + 1, trigger, far=False):
                noted.note(index, trigger, first, verb, LISTED, "object")
            return
