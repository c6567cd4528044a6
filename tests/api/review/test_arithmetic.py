from __future__ import annotations

from api.review.arithmetic import added, sums_of
from workbench.core.claim import Claim
from workbench.core.finding import FindingClass
from workbench.core.quantity import Bound, Interval, quantity_of


def claim(name: str, value: int, bound: Bound = Bound.EXACT, **given: object) -> Claim:
    return Claim(
        id=name,
        measure="held",
        quantity=quantity_of(f"{value:,}", bound, value, prose=False),
        outlet="Wire",
        **given,  # type: ignore[arg-type]
    )


def test_parts_that_are_all_there_are_added_up() -> None:
    """HaMoked, June 2023: 2,331 + 1,478 + 1,083 = 4,892."""
    whole = claim("w", 4_890, parts_exhaustive=True)
    parts = [claim(str(value), value, part_of="w") for value in (2_331, 1_478, 1_083)]
    (found,) = sums_of(FindingClass.SUM_MISMATCH, [whole, *parts], {"w": "prisoners"})
    assert found.total == "exactly 4,892"
    assert found.whole == ("Wire", "4,890", "exactly 4,890", "prisoners")
    assert [part[1] for part in found.parts] == ["2,331", "1,478", "1,083"]
    assert found.verdict == "The parts are 2 more than the whole can be."


def test_parts_that_are_too_few() -> None:
    whole = claim("w", 100, parts_exhaustive=True)
    parts = [claim("a", 40, part_of="w"), claim("b", 50, Bound.AT_MOST, part_of="w")]
    (found,) = sums_of(FindingClass.SUM_MISMATCH, [whole, *parts], {})
    assert (found.total, found.verdict) == ("40 to 90", "The parts are 10 fewer than the whole must be.")


def test_a_part_beside_its_whole() -> None:
    whole = claim("w", 56)
    part = claim("p", 60, Bound.AT_LEAST, part_of="w")
    (found,) = sums_of(FindingClass.SUBSET_VIOLATION, [part, whole], {})
    assert found.total is None
    assert found.verdict == "A part of at least 60 does not fit into a whole of at most 56."


def test_without_a_named_whole_the_worst_pair_is_set_beside_each_other() -> None:
    (found,) = sums_of(FindingClass.NOT_TESTABLE, [claim("p", 14), claim("w", 56)], {})
    assert (found.parts[0][1], found.whole[1]) == ("14", "56")
    assert found.verdict == "No part is greater than the whole by its figures alone."


def test_other_classes_have_no_parts() -> None:
    assert sums_of(FindingClass.DROP, [claim("a", 1), claim("b", 2)], {}) == []
    assert sums_of(FindingClass.NOT_TESTABLE, [claim("a", 1)], {}) == []


def test_a_sum_is_open_where_a_part_is() -> None:
    assert added([Interval(1, 2), Interval(3, None)]) == Interval(4, None)
    assert added([Interval(None, 2), Interval(3, 4)]) == Interval(3, 6)
