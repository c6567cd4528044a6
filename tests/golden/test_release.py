"""What is released of the seeds is what somebody looked at, and what was written down by hand."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.release import HERE, KEPT, made
from tests.seeds.corpus import expected_claims


@pytest.fixture(scope="module")
def now() -> dict[str, bytes]:
    return made()


@pytest.mark.parametrize("name", KEPT)
def test_the_release_of_the_seeds_is_as_it_was_looked_at(now: dict[str, bytes], name: str) -> None:
    kept = (HERE / name).read_bytes()
    assert now[name].decode().splitlines() == kept.decode().splitlines(), (
        "if that is meant: python -m tests.golden, and look at the diff"
    )
    assert now[name] == kept


@settings(max_examples=4, deadline=None)
@given(st.permutations(range(17)), st.permutations(range(8)))
def test_any_order_of_ingestion_and_decisions_gives_the_same_tables(
    order: list[int], decided: list[int]
) -> None:
    again = made(order, decided)
    for name in ("claims.csv", "series.csv"):
        assert again[name] == (HERE / name).read_bytes()


def test_each_row_says_what_was_written_down_by_hand_of_its_claim(now: dict[str, bytes]) -> None:
    expected = {(claim.article, claim.start, claim.measure): claim for claim in expected_claims()}
    found = list(csv.DictReader(StringIO(now["claims.csv"].decode(), newline="")))
    printed = [row for row in found if row["file"]]
    assert len(printed) > 40
    for row in printed:
        claim = expected[(row["file"], int(row["start"]), row["measure"])]
        hard = claim.quantity.hard
        as_printed = {"low": str(hard.low or 0), "high": "" if hard.high is None else str(hard.high)}
        if row["policy"] == "as_printed":
            assert {name: row[name] for name in as_printed} == as_printed, row
        assert row["population"] == (claim.population or "")
        assert row["place"] == (claim.place or "")
        assert row["origin"] == (claim.origin or "")
        assert row["scope"] == (claim.scope.value if claim.scope else "")
        if claim.as_of is not None and row["policy"] == "as_printed":
            assert row["as_of"] == claim.as_of.edtf
