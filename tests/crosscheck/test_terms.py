from __future__ import annotations

from tests.crosscheck.vocabulary import VOCABULARY
from workbench.crosscheck.terms import Terms

TERMS = Terms(VOCABULARY)


def test_terms_of_the_vocabulary_and_words_of_their_own() -> None:
    assert TERMS.population("Palestinian", None) == "palestinians"
    assert TERMS.population(None, "Captives") == "hostages"
    assert TERMS.population("Sea  lions", None) == "sea lions"
    assert TERMS.population(" ", None) is None
    assert TERMS.place("gaza", None) == "Gaza Strip"


def test_exclusion_follows_from_what_holds_a_population() -> None:
    assert TERMS.exclude("civilians", "soldiers"), "soldiers are combatants"
    assert TERMS.exclude("palestinian_prisoners", "hostages")
    assert not TERMS.exclude("palestinians", "children")


def test_a_joined_term_lies_within_both() -> None:
    assert TERMS.join("children", "palestinians") == "palestinian_children"
    joined = TERMS.join("police", "palestinians")
    assert joined == "police of palestinians"
    assert TERMS.wider_populations(joined) == {"police", "palestinians", "people"}


def test_what_cannot_be_joined_stays() -> None:
    assert TERMS.join("palestinian_children", "palestinians") == "palestinian_children"
    assert TERMS.join("people", "palestinians") == "people", "it is the wider one"
    assert TERMS.join("civilians", "combatants") == "civilians", "they share no member"


def test_terms_easily_confused_are_so_both_ways() -> None:
    assert TERMS.measures_taken_for("casualties") == ("killed",)
    assert TERMS.measures_taken_for("killed") == ("casualties",)
    assert TERMS.measures_taken_for("injured") == ()
    assert TERMS.populations_taken_for("police") == ("security_forces",)
    assert TERMS.populations_taken_for(None) == ()


def test_casualties_hold_the_killed_and_the_injured() -> None:
    assert TERMS.measure_holds("casualties", "injured")
    assert not TERMS.measure_holds("killed", "casualties")
