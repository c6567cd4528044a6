from __future__ import annotations

from dataclasses import replace

from workbench.claims.changes import changes
from workbench.core.annotation import Change, Region, Suggested

WHOLE = Region(
    id="w", start=9, end=11, text="40", measure="killed", fields={"value": "40", "bound": "at_least"}
)
PART = Region(id="p", start=40, end=42, text="14", measure="killed", fields={"value": "14"}, part_of="w")
SUGGESTED = Suggested((WHOLE, PART), "claims")


def test_what_was_accepted_as_it_stood_was_not_changed() -> None:
    assert changes(SUGGESTED, (WHOLE, PART), "claims") == ()


def test_each_part_that_was_corrected_is_named() -> None:
    whole = replace(WHOLE, fields={"value": "43", "population": "people"}, measure="injured")
    assert changes(SUGGESTED, (whole, replace(PART, part_of=None)), "claims") == (
        Change("w", "measure", "killed", "injured"),
        Change("w", "bound", "at_least", None),
        Change("w", "population", None, "people"),
        Change("w", "value", "40", "43"),
        Change("p", "part_of", "w", None),
    )


def test_a_region_deleted_one_added_and_another_answer() -> None:
    new = Region(id="n", start=60, end=62, text="70", measure="injured")
    assert changes(SUGGESTED, (WHOLE, new), "unclear") == (
        Change("p", "region", "14", None),
        Change("n", "region", None, "70"),
        Change("answer", "answer", "claims", "unclear"),
    )


def test_a_mark_that_was_moved() -> None:
    moved = replace(WHOLE, start=0, end=11, text="At least 40")
    assert changes(SUGGESTED, (moved, PART), "claims") == (Change("w", "span", "40", "At least 40"),)


def test_words_that_are_tied_to_another_number() -> None:
    words = Region(id="r", start=20, end=26, text="people", measure="", role="population")
    suggested = Suggested((replace(WHOLE, links=("r",)), words, PART), "claims")
    answered = (WHOLE, replace(words, role="place"), replace(PART, links=("r",)))
    assert changes(suggested, answered, "claims") == (
        Change("w", "links", "r", ""),
        Change("r", "role", "population", "place"),
        Change("p", "links", "", "r"),
    )


def test_a_region_drawn_anew_over_the_same_words_is_that_region() -> None:
    again = replace(WHOLE, id="n", measure="injured")
    assert changes(SUGGESTED, (again, replace(PART, part_of="n")), "claims") == (
        Change("w", "measure", "killed", "injured"),
    )
