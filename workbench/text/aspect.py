"""Whether words say that a count is a whole so far, or what was added to it."""

from __future__ import annotations

from workbench.text.clause import Clause
from workbench.text.counted import Phrase
from workbench.text.cues import Cue, Cues
from workbench.text.reading import Reading
from workbench.text.wordbook import MORE, Wordbook

_INCREMENTS = frozenset(("increment", "surely_increment", "hedged_increment"))


def perfect_of(
    clause: Clause, wordbook: Wordbook, phrase: Phrase, reading: Reading, before: Reading | None
) -> Cue | None:
    """ "have been killed", "have left 49 dead"; "have killed 140 and wounded 140": one verb for both."""
    have, words = wordbook.word("have"), clause.words
    shared = reading.way in ("beside", "object") and reading.verb == reading.place and before is not None
    verb = before if shared and before is not None else reading
    first, place = min(verb.verb, verb.place), verb.place
    if reading.way == "beside" and not have.isdisjoint(words[max(0, phrase.left - 2) : phrase.left]):
        first, place = max(0, phrase.left - 2), phrase.left
    elif have.isdisjoint(words[first:place]):
        return None
    return Cue("", first, place)


def increment_of(clause: Clause, cues: Cues, phrase: Phrase, *, again: bool) -> Cue | None:
    """ "a further 26", and "26 more" where the same was counted before: said of what was added."""
    if cues.likely(clause).isdisjoint(_INCREMENTS):
        return None  # so it is with most
    around = range(max(phrase.left + 1, 0), phrase.end)
    more = [token for token in around if clause.bits[token] & MORE]
    words = [clause.words[token] for token in more]
    if cues.find("surely_increment", words) or (again and cues.find("increment", words)):
        return Cue("", more[0], more[-1] + 1)
    hedge = phrase.number.text.lower().split() if phrase.number is not None else ()
    hedged = cues.find("hedged_increment" if again else "surely_increment", hedge)
    return Cue("", phrase.start, phrase.start + 1) if hedged else None
