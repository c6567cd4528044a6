from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.moments import NOON
from workbench.claims.choose import choose
from workbench.core.annotation import Annotation
from workbench.core.claim import Claim
from workbench.core.quantity import Bound, quantity_of

HOUR = timedelta(hours=1)


def said(name: str, value: int, *, after: int = 0, **parts: Any) -> tuple[Annotation, list[Claim]]:
    moment = NOON + after * HOUR
    given: dict[str, Any] = {
        "id": name,
        "sentence": "s",
        "annotator": name,
        "created_at": moment,
        "updated_at": moment,
    }
    quantity = quantity_of(str(value), Bound.EXACT, value)
    return Annotation(**(given | parts)), [Claim(id=name, measure="killed", quantity=quantity)]


def chosen(*read: tuple[Annotation, list[Claim]]) -> str | None:
    forwards, backwards = choose(read), choose(reversed(read))
    assert forwards == backwards, "the order does not matter"
    return forwards.id if forwards else None


def test_nothing_and_skipped_ones_choose_nobody() -> None:
    assert chosen() is None
    assert chosen(said("a", 5, cancelled=True)) is None


def test_ground_truth_wins_over_the_majority_and_the_latest() -> None:
    assert chosen(said("a", 5, ground_truth=True), said("b", 6, after=1), said("c", 6, after=2)) == "a"


def test_the_majority_wins_over_the_latest() -> None:
    assert chosen(said("a", 5), said("b", 5, after=1), said("c", 6, after=2)) == "b"


def test_without_a_majority_the_latest_speaks() -> None:
    assert chosen(said("a", 5), said("b", 6, after=1)) == "b"
    assert chosen(said("a", 5, after=3), said("b", 6, after=1), said("c", 7)) == "a"


def test_of_one_person_the_latest_answer_counts_once() -> None:
    assert (
        chosen(said("a1", 5, annotator="a"), said("a2", 5, annotator="a", after=1), said("b", 6, after=2))
        == "b"
    )
    assert chosen(said("a1", 5, annotator="a"), said("a2", 6, annotator="a", after=1)) == "a2"
