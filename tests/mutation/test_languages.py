"""Of each language beside English: a hedge, a measure, a form or a rule that is lost, its gold notices."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.mutation.gold import UNNOTICED, as_it_is, noticed_by
from workbench.core.quantity import Bound
from workbench.languages import LANGUAGES
from workbench.languages.claims import ClaimWords, Form
from workbench.languages.language import Language

OTHERS = LANGUAGES[1:]


def claims_of(language: Language) -> ClaimWords:
    return language.claims or pytest.fail(f"{language.name} has no words of claims")


HEDGES = [
    pytest.param(language.code, side, bound, id=f"{language.code}-{side}-{bound}")
    for language in OTHERS
    for side in ("before", "after")
    for bound in getattr(language.hedges, side)
]


@pytest.mark.parametrize(("code", "side", "bound"), HEDGES)
def test_a_hedge_that_is_not_known(code: str, side: str, bound: Bound) -> None:
    world = as_it_is(code)
    left = {
        other: words for other, words in getattr(world.language.hedges, side).items() if other is not bound
    }
    assert noticed_by(world.with_parts("hedges", **{side: left})), UNNOTICED


MEASURES = [
    (language.code, measure)
    for language in OTHERS
    for measure in sorted({trigger.measure for trigger in claims_of(language).triggers})
]


@pytest.mark.parametrize(("code", "measure"), MEASURES)
def test_a_measure_without_its_words(code: str, measure: str) -> None:
    world = as_it_is(code)
    left = tuple(trigger for trigger in claims_of(world.language).triggers if trigger.measure != measure)
    assert noticed_by(world.with_parts("claims", triggers=left)), UNNOTICED


FORMS = [
    (language.code, form)
    for language in OTHERS
    for form in Form
    if any(form in trigger.forms for trigger in claims_of(language).triggers)
]


@pytest.mark.parametrize(("code", "form"), FORMS)
def test_a_form_that_no_word_takes(code: str, form: Form) -> None:
    world = as_it_is(code)
    left = (replace(one, forms=one.forms - {form}) for one in claims_of(world.language).triggers)
    assert noticed_by(world.with_parts("claims", triggers=tuple(one for one in left if one.forms))), UNNOTICED


RULES: tuple[dict[str, Any], ...] = (
    {"adjective_endings": ()},
    {"future_endings": ()},
    {"conditional_endings": ()},
    {"subject_follows": False},
    {"participles_act": True},
    {"people": frozenset()},
    {"things": frozenset()},
)


@pytest.mark.parametrize("code", [language.code for language in OTHERS])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: next(iter(rule)))
def test_a_rule_of_the_order_of_words(code: str, rule: dict[str, Any]) -> None:
    assert noticed_by(as_it_is(code).with_parts("claims", **rule)), UNNOTICED


PARTS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("numerals", {"hundreds": {}}),
    ("numerals", {"tens_joiner": ""}),
    ("numerals", {"bare_halves": False}),
    ("numerals", {"ordinal_stop": False}),
    ("numerals", {"decimal": "."}),
    ("kinds", {"age_units": frozenset()}),
    ("calendar", {"last_behind": False}),
    ("calendar", {"ago_first": False}),
    ("calendar", {"day_first": False}),
)


@pytest.mark.parametrize(("part", "change"), PARTS, ids=lambda value: str(value)[:24])
def test_what_spanish_asks_of_numbers_and_dates(part: str, change: dict[str, Any]) -> None:
    assert noticed_by(as_it_is("es").with_parts(part, **change)), UNNOTICED


@pytest.mark.parametrize("code", [language.code for language in OTHERS])
def test_words_of_the_vocabulary_in_that_language(code: str) -> None:
    world = as_it_is(code)
    vocabulary = world.vocabulary
    silent: dict[str, Any] = {
        section: {name: replace(term, translations={}) for name, term in getattr(vocabulary, section).items()}
        for section in ("populations", "places")
    }
    silent["profile"] = replace(
        vocabulary.profile, words=tuple(replace(word, translations={}) for word in vocabulary.profile.words)
    )
    for section, terms in silent.items():
        assert noticed_by(replace(world, vocabulary=replace(vocabulary, **{section: terms}))), section
