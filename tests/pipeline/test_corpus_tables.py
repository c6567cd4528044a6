"""Which series are explained together."""

from __future__ import annotations

import pytest

from tests.crosscheck.figures import TERMS
from tests.crosscheck.vocabulary import EVENTS
from workbench.crosscheck.events import Events
from workbench.crosscheck.frames import Frame, Numbered, number_series
from workbench.pipeline import corpus_tables
from workbench.pipeline.corpus_tables import shares_of

TOLL = Frame("war", "killed", "palestinians", "Gaza", "cumulative", "", "", False)
# 0 and 1 count the same with other methods; 2 counts another measure, 3 another place.
FRAMES = (
    TOLL,
    TOLL._replace(method="excess"),
    TOLL._replace(measure="injured"),
    TOLL._replace(place="Israel"),
)


def numbered() -> Numbered:
    return number_series(FRAMES, terms=TERMS, events=Events(EVENTS, TERMS))


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus_tables, "SHARE", 10)


def test_few_claims_are_one_share() -> None:
    assert shares_of(numbered(), {0: 5, 1: 5, 2: 5, 3: 5}, []) == [0, 0, 0, 0]


def test_series_that_count_the_same_or_stand_beside_each_other_are_in_one_share(small: None) -> None:
    one, same, injured, israel = shares_of(numbered(), dict.fromkeys(range(4), 10), [])
    assert one == same
    assert len({one, injured, israel}) == 3
    one, same, injured, israel = shares_of(numbered(), dict.fromkeys(range(4), 10), [(1, 3)])
    assert one == same == israel != injured


def test_shares_are_about_as_long(small: None) -> None:
    # 20 claims make three shares: the longest series (and its sibling) are in one, the others fill two.
    one, _, injured, israel = shares_of(numbered(), {0: 6, 1: 6, 2: 4, 3: 4}, [])
    assert len({one, injured, israel}) == 3
