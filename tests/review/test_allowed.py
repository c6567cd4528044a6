from __future__ import annotations

import pytest

from workbench.core.decision import Outcome
from workbench.core.finding import FindingClass
from workbench.review.allowed import ALWAYS, allowed_outcomes


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
