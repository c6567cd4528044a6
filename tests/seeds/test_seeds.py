"""The seeds are what they say, and the cross-check says of the expected claims exactly what is expected."""

from __future__ import annotations

from tests.seeds.corpus import (
    SEEDS,
    articles,
    events,
    expected_claims,
    expected_findings,
    lines,
    name_of,
    reference_claims,
)
from workbench.core.finding import Severity
from workbench.core.quantity import intervals_of
from workbench.crosscheck.run import cross_check
from workbench.vocabulary import load_vocabulary

LISTED = {"growth", "revision", "echo"}


def test_there_are_enough_of_everything_and_none_is_long() -> None:
    corpus = articles()
    assert len(corpus) >= 12
    assert len({article.outlet for article in corpus.values()}) >= 4
    assert len({article.event for article in corpus.values()}) >= 3
    assert all(len(article.text.split()) <= 600 for article in corpus.values())
    assert {article.event for article in corpus.values()} <= set(events())


def test_each_expected_claim_stands_where_it_says() -> None:
    corpus = articles()
    for entry in lines(SEEDS / "expected_claims.jsonl"):
        assert corpus[entry["file"]].text[entry["start"] : entry["end"]] == entry["text"]


def test_the_intervals_written_down_by_hand_follow_the_rules() -> None:
    stated = [claim for claim in expected_claims() if claim.quantity.value is not None]
    assert len(stated) > 40
    for claim in stated:
        value = claim.quantity.value
        assert value is not None
        assert intervals_of(claim.quantity.bound, value) == (claim.quantity.hard, claim.quantity.soft), (
            claim.id
        )


def test_the_cross_check_finds_exactly_what_is_expected() -> None:
    vocabulary = load_vocabulary()
    claims = [*expected_claims(), *reference_claims(vocabulary)]
    by_id = {claim.id: claim for claim in claims}
    found = {
        (
            finding.cls.value,
            finding.severity.word,
            frozenset(name_of(by_id[claim], by_id[claim].article) for claim in finding.claims),
        )
        for finding in cross_check(claims, events=events(), vocabulary=vocabulary)
        if finding.severity > Severity.INFO or finding.cls.value in LISTED
    }
    assert found == expected_findings()
