from __future__ import annotations

from datetime import date
from math import inf

import pytest

from tests.crosscheck.figures import claim, day, evidence
from workbench.core.claim import Modality, Scope
from workbench.core.period import Period
from workbench.exceptions import InvalidData


def test_the_day_of_publication_stands_in_and_says_so() -> None:
    (found,) = evidence([claim("a", as_of=None, published_at=date(2024, 1, 2))])
    assert (found.claim.as_of, found.claim.as_of_assumed) == (day(1), True)
    (given,) = evidence([claim("a", published_at=date(2024, 1, 2))])
    assert (given.claim.as_of, given.claim.as_of_assumed) == (day(0), False)


@pytest.mark.parametrize("modality", list(Modality))
def test_only_what_is_asserted_or_reported_is_evidence(modality: Modality) -> None:
    kept = modality in (Modality.ASSERTED, Modality.REPORTED)
    assert bool(evidence([claim("a", modality=modality)])) is kept


def test_counting_starts_with_the_event_where_a_total_does_not_say() -> None:
    total, since, more = evidence(
        [
            claim("a"),
            claim("b", since=Period.parse("2023-11")),
            claim("c", scope=Scope.PERIOD),
        ]
    )
    assert total.start == Period.day(date(2023, 10, 7))
    assert since.start == Period.parse("2023-11")
    assert more.start is None


def test_a_stock_is_a_stock_whatever_its_scope() -> None:
    held, killed = evidence([claim("a", measure="held", scope=None), claim("b", scope=None)])
    assert (held.stock, held.scope) == (True, Scope.STOCK)
    assert (killed.stock, killed.scope) == (False, None)


def test_a_reference_count_without_scope_is_a_total() -> None:
    (row,) = evidence([claim("a", scope=None, reference=True, outlet=None, origin="Ministry")])
    assert row.scope is Scope.CUMULATIVE


def test_words_stand_in_for_a_missing_term() -> None:
    known, own, none = evidence(
        [
            claim("a", population=None, population_text="Palestinian"),
            claim("b", population=None, population_text="Settlers near the border"),
            claim("c", population=None),
        ]
    )
    assert known.population == "palestinians"
    assert own.population == "settlers near the border", (
        "somebody was named, so the event's people are not meant"
    )
    assert none.population == "palestinians", "nobody was named, so the event says whom"


def test_open_ends_are_numbers() -> None:
    (found,) = evidence([claim("a", 40, None)])
    assert (found.low, found.high) == (40, inf)


def test_a_part_is_named_by_its_whole_and_the_whole_of_that() -> None:
    parts = evidence(
        [
            claim("a"),
            claim("b", population="children", part_of="a"),
            claim("c", population="police", part_of="a"),
            claim("d", population="soldiers", part_of="c"),
            claim("e", population="palestinian_children", part_of="a"),
            claim("f", population="people", part_of="a", place="Lebanon"),
        ]
    )
    assert [part.population for part in parts] == [
        "palestinians",
        "palestinian_children",
        "police of palestinians",
        "soldiers of police of palestinians",
        "palestinian_children",
        "people",
    ]


def test_parts_in_a_circle_end() -> None:
    circle = [claim("a", part_of="b"), claim("b", part_of="a"), claim("c", part_of="c")]
    assert len(evidence(circle)) == 3


def test_an_unknown_measure_is_told() -> None:
    with pytest.raises(InvalidData, match="unknown measure 'slain'"):
        evidence([claim("a", measure="slain")])


def test_a_cycle_of_parts_ends() -> None:
    ring = [
        claim("a", part_of="b"),
        claim("b", part_of="c"),
        claim("c", part_of="a"),
        claim("d", part_of="d"),
    ]
    assert [one.id for one in evidence(ring)] == ["a", "b", "c", "d"]
