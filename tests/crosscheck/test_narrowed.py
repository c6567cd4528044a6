from __future__ import annotations

import pytest

from tests.crosscheck.figures import TERMS, claim, day
from workbench.core.claim import Scope
from workbench.crosscheck.checks import CHECKS
from workbench.crosscheck.events import Events
from workbench.crosscheck.narrowed import CHECKS_OF, Lens, Needed, explain_narrowed
from workbench.crosscheck.series import SeriesKey
from workbench.crosscheck.settings import CheckSettings

KEY = SeriesKey("war", "killed", "palestinians", "Gaza Strip", Scope.CUMULATIVE, None, None)
INFO = {"revision", "phase_reset", "growth", "change", "stale", "not_testable", "echo"}


def explained(*needed: Needed) -> list[tuple[str, tuple[str, ...]]]:
    found = explain_narrowed(
        needed, wholes=(), disagreements=(), terms=TERMS, events=Events({}, TERMS), settings=CheckSettings()
    )
    return [(each.cls.value, each.claims) for each in found]


def test_every_check_that_holds_claims_back_has_its_lens() -> None:
    looking = [check.__name__ for lens in Lens for check in CHECKS_OF[lens]]
    assert sorted([*looking, "annotator_disagreement", *INFO]) == sorted(check.__name__ for check in CHECKS)


@pytest.mark.parametrize(("lens", "found"), [(Lens.DAY, ["hard_conflict"]), (Lens.FALL, [])])
def test_a_claim_is_looked_at_through_its_lenses_alone(lens: Lens, found: list[str]) -> None:
    pair = [Needed(claim(name, low), KEY, (lens,)) for name, low in (("a", 10), ("b", 20))]
    assert [cls for cls, _ in explained(*pair)] == found


def test_what_stands_beside_an_outlier_is_none() -> None:
    # 30 stands between 10 and 300 in truth; of the days that are here its neighbours are 10 and 2,000.
    steps = [(0, 10, False), (1, 300, False), (2, 9000, True), (3, 320, False)]
    needed = [
        Needed(claim(f"c{at}", value, as_of=day(at)), KEY, (Lens.STEP,), odd=odd) for at, value, odd in steps
    ]
    assert explained(*needed) == [("outlier", ("c2", "c1", "c3"))]


def test_a_claim_that_is_no_member_of_its_series_conflicts_with_none() -> None:
    one = Needed(claim("a", 10), KEY, (Lens.DAY,))
    assert explained(one, Needed(claim("b", 20), KEY, (), member=False)) == []
