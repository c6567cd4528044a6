from __future__ import annotations

from tests.crosscheck.figures import claim
from workbench.core.claim import Claim
from workbench.crosscheck.annotators import Disagreement, elect


def read(name: str, annotator: str, value: int, **parts: object) -> Claim:
    return claim(name, value, -1, annotator=annotator, sentence="s", **parts)


def ids(claims: list[Claim] | tuple[Claim, ...]) -> list[str]:
    return [each.id for each in claims]


def test_ground_truth_wins_over_the_majority() -> None:
    claims = [
        read("a", "ada", 56),
        read("b", "ben", 65),
        read("c", "cem", 65),
        read("d", "dov", 56, ground_truth=True),
    ]
    elected, (found,) = elect(claims)
    assert ids(elected) == ["d"]
    assert (ids(found.kept), ids(found.others)) == (["d"], ["b", "c", "a"])


def test_more_than_half_win() -> None:
    elected, _ = elect([read("a", "ada", 56), read("b", "ben", 56), read("c", "cem", 65)])
    assert ids(elected) == ["b"]


def test_half_are_no_majority_so_the_last_wins() -> None:
    elected, _ = elect(
        [read("a", "ada", 56), read("b", "ben", 56), read("c", "cem", 65), read("d", "dov", 65)]
    )
    assert ids(elected) == ["d"]


def test_a_reading_is_all_that_an_annotator_reads() -> None:
    claims = [read("a", "ada", 56), read("b", "ben", 56), read("c", "ben", 14, population="children")]
    elected, (found,) = elect(claims)
    assert ids(elected) == ["b", "c"]
    assert (ids(found.kept), ids(found.others)) == (["c"], []), "56 is what both read"


def test_those_who_agree_are_one_and_no_disagreement() -> None:
    elected, disagreements = elect([read("a", "ada", 56), read("b", "ben", 56)])
    assert (ids(elected), disagreements) == (["b"], [])


def test_sentences_of_two_articles_are_two() -> None:
    elected, disagreements = elect([read("a", "ada", 56, article="x"), read("b", "ben", 65, article="y")])
    assert (ids(elected), disagreements) == (["a", "b"], [])


def test_outvoted_claims_feed_disagreement_only() -> None:
    chosen, lost, same = read("a", "ada", 56), read("b", "ben", 65), read("c", "cem", 56)
    assert elect([chosen], [lost]) == ([chosen], [Disagreement((chosen,), (lost,))])
    assert elect([chosen], [same]) == ([chosen], [])
    assert elect([], [lost]) == ([], [Disagreement((), (lost,))]), "the chosen annotation reads nothing"


def test_claims_without_a_sentence_are_not_voted_on() -> None:
    elected, disagreements = elect([claim("a", annotator="ada"), claim("b", 65, annotator="ben")])
    assert (ids(elected), disagreements) == (["a", "b"], [])


def test_who_reads_no_claim_differs_from_who_reads_one() -> None:
    chosen, same = read("a", "ada", 56), read("b", "ben", 56)
    assert elect([chosen], silent={"s": ["cem"]}) == ([chosen], [Disagreement((chosen,), (), ("cem",))])
    assert elect([chosen], [same], {"s": ["cem"]})[1] == [Disagreement((chosen,), (same,), ("cem",))]
    assert elect([chosen], silent={"s": ["ada"]}) == ([chosen], []), "an earlier answer of the same person"
    assert elect([], [same], {"s": ["cem"]})[1] == [Disagreement((), (same,), ("cem",))]
    assert elect([chosen], silent={"t": ["cem"]}) == ([chosen], []), "another sentence"
