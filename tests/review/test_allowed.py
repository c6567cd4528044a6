from __future__ import annotations

from dataclasses import replace

import pytest

from tests.moments import NOON
from workbench.core.claim import Claim, Modality
from workbench.core.decision import Decision, Outcome, ReasonCode
from workbench.core.finding import FindingClass
from workbench.core.quantity import Bound, Interval, quantity_of
from workbench.review.allowed import ALWAYS, against_all, allowed_outcomes, seconds


@pytest.mark.parametrize("cls", FindingClass)
def test_each_class_has_answers_and_each_answer_is_offered_once(cls: FindingClass) -> None:
    outcomes = allowed_outcomes(cls)
    assert len(set(outcomes)) == len(outcomes)
    assert set(ALWAYS) < set(outcomes)


def test_answers_fit_the_class() -> None:
    assert Outcome.SAME_ORIGIN in allowed_outcomes(FindingClass.HARD_CONFLICT)
    assert Outcome.SAME_ORIGIN not in allowed_outcomes(FindingClass.ATTRIBUTION_MISMATCH), "it is one already"
    assert Outcome.GROWTH in allowed_outcomes(FindingClass.HARD_CONFLICT), "two moments of one day"
    assert Outcome.GROWTH in allowed_outcomes(FindingClass.ATTRIBUTION_MISMATCH)
    assert Outcome.REVISION in allowed_outcomes(FindingClass.DROP)
    assert Outcome.ACCEPT_RANGE not in allowed_outcomes(FindingClass.SUBSET_VIOLATION)
    assert Outcome.GROWTH not in allowed_outcomes(FindingClass.SUM_MISMATCH)
    assert Outcome.GROWTH not in allowed_outcomes(FindingClass.ANNOTATOR_DISAGREEMENT)


def _claim(value: int, modality: Modality = Modality.ASSERTED) -> Claim:
    return Claim(
        id=str(value), measure="killed", quantity=quantity_of("n", Bound.EXACT, value), modality=modality
    )


def test_a_figure_goes_against_all_where_no_evidence_allows_it() -> None:
    claims = [_claim(40), _claim(50), _claim(60, Modality.DENIED)]
    assert not against_all(Interval(30, 40), claims)
    assert against_all(Interval(41, 49), claims)
    assert against_all(Interval(60, None), claims), "what is denied is no source"
    assert not against_all(Interval(1, 2), []), "nobody is gone against"


def test_the_second_word_is_of_another_person_and_the_same() -> None:
    first = Decision(
        fingerprint="f",
        outcome=Outcome.GROWTH,
        reason=ReasonCode.LATER_UPDATE,
        reviewer="Ana",
        decided_at=NOON,
        provisional=True,
    )
    assert seconds(first, replace(first, reviewer="Ben", reason=ReasonCode.ROUNDING))
    assert not seconds(first, replace(first, reviewer="ana"))
    assert not seconds(first, replace(first, reviewer="Ben", outcome=Outcome.REVISION))
    assert not seconds(first, replace(first, reviewer="Ben", interval=Interval(1, 2)))
    assert not seconds(None, first)
