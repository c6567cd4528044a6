"""What several claims say together of one series and day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.moments import NOON
from tests.review.test_verify import claim
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.period import Period
from workbench.core.quantity import Interval
from workbench.core.release import SeriesDay, Status, VerifiedClaim
from workbench.review.series import series_days

DAY = Period.day(date(2024, 1, 24))


def entry(name: str, value: int, low: int, high: int | None, **parts: object) -> VerifiedClaim:
    given: dict[str, object] = {"as_of": DAY, "quote": None}
    return VerifiedClaim(
        claim=claim(name, value),
        accepted=Interval(low, high),
        **(given | parts),  # type: ignore[arg-type]
    )


def day(*entries: VerifiedClaim) -> SeriesDay:
    (found,) = series_days(entries)
    return found


def told(*entries: VerifiedClaim) -> tuple[Interval, str, int | None]:
    found = day(*entries)
    return found.accepted, found.policy, found.best


def test_one_figure_stands_as_it_is() -> None:
    assert told(entry("a", 12, 12, 12)) == (Interval(12, 12), "single", 12)


def test_figures_that_agree_are_what_they_allow_together() -> None:
    assert told(entry("a", 40, 40, None), entry("b", 45, 43, 47)) == (Interval(43, 47), "agreement", 45)
    assert told(entry("a", 40, 40, None), entry("b", 41, 41, None)) == (Interval(41, None), "agreement", 41)


def test_figures_that_do_not_agree_are_a_range_that_says_so() -> None:
    assert told(entry("a", 12, 12, 12), entry("b", 25, 25, 25)) == (Interval(12, 25), "range", 12)
    both = told(entry("a", 12, 12, 12), entry("b", 25, 25, None))
    assert both == (Interval(12, None), "range", 12)
    three = (entry("a", 12, 12, 12), entry("b", 25, 25, 25), entry("c", 25, 25, 25))
    assert told(*three) == (Interval(12, 25), "range", 25), "what most origins state"


def test_the_last_word_of_a_reviewer_is_what_is_published() -> None:
    answer = Decision(
        fingerprint="f",
        outcome=Outcome.ACCEPT_RANGE,
        reason=ReasonCode.ROUNDING,
        reviewer="Ada",
        decided_at=NOON,
        interval=Interval(20, 30),
    )
    found = day(entry("a", 12, 20, 30, decisions=(answer,)), entry("b", 25, 25, 25))
    assert (found.accepted, found.policy, found.reviewer, found.best) == (
        Interval(20, 30),
        "decided",
        "Ada",
        25,
    )


def test_what_is_superseded_or_withdrawn_says_nothing_and_unresolved_only_alone() -> None:
    a = entry("a", 12, 12, 12)
    others = [
        replace(entry("b", 25, 25, 25), status=status) for status in Status if status is not Status.VERIFIED
    ]
    assert told(a, *others) == (Interval(12, 12), "single", 12)
    assert [found.status for found in series_days(others)] == [Status.UNRESOLVED]
    assert list(series_days([one for one in others if one.status is not Status.UNRESOLVED])) == []


def test_days_and_unknown_parts_are_rows_of_their_own() -> None:
    later = replace(entry("b", 25, 25, 25), as_of=Period.day(date(2024, 1, 25)))
    unknown = [
        replace(one, claim=replace(one.claim, place=None))
        for one in (entry("c", 1, 1, 1), entry("d", 1, 1, 1))
    ]
    found = list(series_days([entry("a", 12, 12, 12), later, *unknown]))
    assert sorted(one.claims for one in found) == [("a",), ("b",), ("c",), ("d",)]
