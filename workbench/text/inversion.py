"""Those to whom it happened behind a verb without an object, in languages that may put its subject there."""

from __future__ import annotations

from workbench.languages.claims import Form, Trigger
from workbench.text.noted import Noted
from workbench.text.objects import objects_at
from workbench.text.reading import LISTED, SUBJECT
from workbench.text.walk import Walk
from workbench.text.wordbook import ADVERB, DETERMINER, HAVE, MORE, RANK

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
