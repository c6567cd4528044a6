"""A measure without its words, a part of a claim that is not read: gold notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tests.mutation.gold import UNNOTICED, Found, World, as_it_is, noticed_by
from workbench.core.claim import Modality, Scope
from workbench.languages.claims import ClaimWords, Form

WORLD = as_it_is()
CLAIMS = WORLD.language.claims or pytest.fail("English has no words of claims")


def without(world: World, **values: Any) -> World:
    """The same with other words of claims."""
    assert isinstance(world.language.claims, ClaimWords)
    return world.with_parts("claims", **values)


@pytest.mark.parametrize("measure", [*WORLD.vocabulary.measures, ""])
def test_a_measure_without_its_words(measure: str) -> None:
    """ "" are the words that take their measure from what was counted before ("the total")."""
    left = tuple(trigger for trigger in CLAIMS.triggers if trigger.measure != measure)
    world = without(WORLD, triggers=left)
    if measure:
        silent = replace(WORLD.vocabulary.measures[measure], words={})
        measures = {**WORLD.vocabulary.measures, measure: silent}
        world = replace(world, vocabulary=replace(WORLD.vocabulary, measures=measures))
    assert noticed_by(world), UNNOTICED


@pytest.mark.parametrize("form", Form)
def test_a_form_that_no_word_takes(form: Form) -> None:
    left = tuple(replace(trigger, forms=trigger.forms - {form}) for trigger in CLAIMS.triggers)
    assert noticed_by(without(WORLD, triggers=tuple(trigger for trigger in left if trigger.forms))), UNNOTICED


@pytest.mark.parametrize("condition", ["needs", "unless"])
def test_a_condition_of_a_word(condition: str) -> None:
    none: dict[str, Any] = {condition: frozenset()}
    loose = tuple(replace(trigger, **none) for trigger in CLAIMS.triggers)
    assert noticed_by(without(WORLD, triggers=loose)), UNNOTICED


# Groups on which no gold case depends yet.
UNSEEN = ("each", "agent", "both", "partitive", "subordinate", "saying", "pronoun", "stock")


GROUPS = [group for group, words in CLAIMS.grammar.items() if words and group not in UNSEEN]


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_of_the_grammar(group: str) -> None:
    assert noticed_by(without(WORLD, grammar={**CLAIMS.grammar, group: frozenset()})), UNNOTICED


@pytest.mark.parametrize("group", [group for group in CLAIMS.cues if group not in UNSEEN])
def test_a_group_of_cues(group: str) -> None:
    never = frozenset({"never printed anywhere"})
    assert noticed_by(without(WORLD, cues={**CLAIMS.cues, group: never})), UNNOTICED


@pytest.mark.parametrize("field", ["people", "things"])
def test_nouns_of_what_is_counted(field: str) -> None:
    assert noticed_by(without(WORLD, **{field: frozenset()})), UNNOTICED


UNREAD: dict[str, dict[str, Any]] = {
    "population": {"population": None},
    "population_text": {"population_text": None},
    "origin": {"origin": None},
    "place": {"place": None},
    "as_of": {"as_of": None},
    "since": {"since": None},
    "scope": {"scope": None},
    "modality": {"modality": Modality.ASSERTED},
    "part_of": {"part_of": None},
    "implicit": {"implicit": False},
}


@pytest.mark.parametrize("part", UNREAD)
def test_a_part_that_is_not_read(part: str) -> None:
    assert noticed_by(replace(WORLD, afterwards=_each(lambda one: replace(one, **UNREAD[part])))), UNNOTICED


@pytest.mark.parametrize(
    ("field", "value", "instead"),
    [
        *(("scope", scope, None) for scope in Scope),
        *(("modality", one, Modality.ASSERTED) for one in Modality if one is not Modality.ASSERTED),
        ("modality", Modality.ASSERTED, Modality.REPORTED),
    ],
)
def test_a_value_that_is_not_told_apart(field: str, value: object, instead: object) -> None:
    def blurred(one: Any) -> Any:
        return replace(one, **{field: instead}) if getattr(one, field) is value else one

    assert noticed_by(replace(WORLD, afterwards=_each(blurred))), UNNOTICED


def test_places_and_populations_of_the_vocabulary() -> None:
    vocabulary = WORLD.vocabulary
    assert noticed_by(replace(WORLD, vocabulary=replace(vocabulary, places={}))), UNNOTICED
    assert noticed_by(replace(WORLD, vocabulary=replace(vocabulary, populations={}))), UNNOTICED


def test_one_suggestion_lost_or_doubled() -> None:
    assert noticed_by(replace(WORLD, afterwards=lambda found: found[1:])), UNNOTICED
    assert noticed_by(replace(WORLD, afterwards=lambda found: found[:1] + found)), UNNOTICED


def _each(change: Callable[[Any], Any]) -> Callable[[Found], Found]:
    return lambda found: [change(one) for one in found]
