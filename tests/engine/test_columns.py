"""A claim comes back from a row as it was."""

from __future__ import annotations

from datetime import date

import pyarrow as pa
from hypothesis import HealthCheck, given, settings

from tests.crosscheck.figures import claim
from tests.crosscheck.test_properties import claims
from workbench.core.claim import Claim, Modality, Scope
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.engine.columns import batch_of, claims_of, row_of

FULL = Claim(
    id="a",
    measure="held",
    quantity=Quantity("some 40", 40, Bound.ABOUT, Interval(30, 50), Interval(36, 44)),
    population="prisoners",
    population_text="Häftlinge 🕊",
    origin="Ministry",
    origin_text="the ministry",
    place="Gaza",
    place_text="the Strip",
    event="war",
    scope=Scope.STOCK,
    since=Period.parse("2023-10"),
    as_of=Period.parse("2023-12-20/2023-12-24"),
    modality=Modality.DENIED,
    implicit=True,
    part_of="b",
    parts_exhaustive=True,
    method="survey",
    outlet="Harbor Wire",
    published_at=date(2024, 1, 24),
    article="x",
    sentence="y",
    start=0,
    end=7,
    annotator="ana",
    ground_truth=True,
    reference=True,
)


def read_back(*written: Claim) -> list[Claim]:
    return list(claims_of(pa.Table.from_batches([batch_of([row_of(one) for one in written])])))


def test_every_part_of_a_claim_comes_back() -> None:
    # The second has nothing of all that, so that each column holds a value and none.
    bare = claim("b", 3)
    assert read_back(FULL, bare) == [FULL, bare]
    assert read_back(bare, FULL)[1].quantity.hard == Interval(30, 50)


def test_a_claim_that_was_read_can_not_be_changed_and_has_a_hash() -> None:
    (found,) = read_back(FULL)
    assert hash(found) == hash(FULL)


@given(claims(most=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_claims_come_back_in_their_order(pool: list[Claim]) -> None:
    # What is repeated goes by way of a dictionary, what is there once does not.
    assert read_back(*pool) == pool
    assert read_back(*pool * 5) == pool * 5
