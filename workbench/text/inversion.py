"""Subjects behind their verbs, in languages that may put them there: those to whom it happened, and tolls."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger
from workbench.text.counted import Counts
from workbench.text.noted import Noted
from workbench.text.objects import objects_at
from workbench.text.reading import LISTED, SUBJECT, TOLL
from workbench.text.walk import Walk
from workbench.text.wordbook import ADVERB, AND, BE, DETERMINER, HAVE, MORE, PEOPLE, RANK

_VERB = 4  # tokens before the figure of a toll that its verb may stand within
_OF_NOUNS = frozenset((Form.NOUN, Form.STATE, Form.ADJECTIVE))
_OF_PARTICIPLES = frozenset((Form.PARTICIPLE, Form.STATE, Form.ADJECTIVE))


def verbal_forms(walk: Walk, first: int, forms: frozenset[Form]) -> frozenset[Form]:
    """A word that is a noun as well ("muerto") is a verb without an object only behind "have"."""
    if not forms & _OF_NOUNS:
        return forms
    before = walk.back(first - 1, ADVERB)
    has = before >= 0 and walk.clause.bits[before] & HAVE
    return forms if has else forms - {Form.INTRANSITIVE}


def read_inverted(
    noted: Noted, first: int, last: int, trigger: Trigger, forms: frozenset[Form], *, far: bool
) -> bool:
    """ "murieron 12 personas", "fueron liberados 50 rehenes", "Detenidos 12 hombres": was a count found?

    `far`: other words may stand between ("murieron en el acto 12 personas").
    """
    walk = noted.walk
    passive = bool(forms & _OF_PARTICIPLES)
    chain = walk.chain(first) if passive else None
    opens = passive and walk.back(first - 1, ADVERB) < 0
    if Form.INTRANSITIVE not in forms and chain is None and not opens:
        return False
    after = walk.forward(last + 1, ADVERB)
    if not far and walk.forward(after, DETERMINER | MORE | ADVERB | RANK) not in walk.by_start:
        return False
    start = chain if chain is not None else walk.auxiliaries(first)
    objects = objects_at(walk, after, trigger, far=far)
    for index, near in objects:
        noted.note(index, trigger, first, start, SUBJECT if near else LISTED, "subject")
    if objects:
        noted.subjects[last] = [index for index, _ in objects]
        noted.passive[last] = start
    return bool(objects)


def read_toll_before(noted: Noted, first: int, trigger: Trigger) -> bool:
    """ "Suben a 45 los muertos", "cifró en 12 los civiles muertos y en 30 los heridos": was a count found?"""
    walk = noted.walk
    noun = walk.back(first - 1, PEOPLE)
    before = walk.back(noun, ADVERB | DETERMINER)
    index = walk.by_end.get(before + 1)
    if index is None or before == noun:
        return False
    phrase = walk.phrases[index]
    verb = _verb_of_toll(noted, index)
    if phrase.counts is not Counts.BARE or verb is None:
        return False
    if noun + 1 < first:
        phrase.named = noun + 1, first
    noted.note(index, trigger, first, verb, TOLL, "toll")
    return True


def _verb_of_toll(noted: Noted, index: int) -> int | None:
    """The first token of the verb that puts the figure: that of "to 45", also where "and in 30" shares it."""
    walk = noted.walk
    words, bits, left = walk.clause.words, walk.clause.bits, walk.phrases[index].left
    if left < 0 or words[left] not in walk.wordbook.word("toll_before"):
        return None
    if bits[left] & BE:  # "ya son 20 los fallecidos"
        return left
    moved = walk.wordbook.word("moved")
    for verb in range(left - 1, max(left - 1 - _VERB, -1), -1):
        if words[verb] in moved:
            return walk.auxiliaries(verb)
    if left and bits[left - 1] & AND:
        return next((one.verb for one in noted.readings.get(index - 1, ()) if one.way == "toll"), None)
    return None
