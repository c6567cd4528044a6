"""Subjects behind their verbs, in languages that may put them there: those to whom it happened, and tolls."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger
from workbench.text.counted import Counts
from workbench.text.noted import Noted
from workbench.text.objects import objects_at
from workbench.text.reading import LISTED, SUBJECT, TOLL
from workbench.text.walk import Walk
from workbench.text.wordbook import ADVERB, BE, DETERMINER, HAVE, MORE, RANK

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
    """ "Suben a 45 los muertos", "elevó a 12 la cifra de muertos": was a count found?"""
    walk = noted.walk
    before = walk.back(first - 1, ADVERB | DETERMINER)
    index = walk.by_end.get(before + 1)
    if index is None or before == first - 1:
        return False
    phrase, words = walk.phrases[index], walk.clause.words
    if phrase.counts is not Counts.BARE or words[phrase.left] not in walk.wordbook.word("to"):
        return False
    if walk.clause.bits[phrase.left] & BE:  # "ya son 20 los fallecidos"
        noted.note(index, trigger, first, phrase.left, TOLL, "toll")
        return True
    moved = walk.wordbook.word("moved")
    for verb in range(phrase.left - 1, max(phrase.left - 1 - _VERB, -1), -1):
        if words[verb] in moved:
            noted.note(index, trigger, first, walk.auxiliaries(verb), TOLL, "toll")
            return True
    return False
