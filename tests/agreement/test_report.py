"""Readings to units, spans and a report, each figure worked out by hand."""

from __future__ import annotations

import pytest

from workbench.agreement.reading import Reading, Span
from workbench.agreement.report import ALONE, EMPTY, NO_VALUE, UNCLEAR, Report, report
from workbench.agreement.spans import matches
from workbench.agreement.units import NOTHING, units_of

MEASURES = ("killed", "injured", "missing")


def read(sentence: str, annotator: str, *spans: Span, answer: str = "claims") -> Reading:
    return Reading(sentence, annotator, answer, spans)


def killed(start: int, end: int, value: int | None = None) -> Span:
    return Span(start, end, "killed", value)


def injured(start: int, end: int, value: int | None = None) -> Span:
    return Span(start, end, "injured", value)


def test_spans_that_touch_are_one_unit_and_who_marked_nothing_there_says_so() -> None:
    (first, second) = units_of(
        [
            read("s", "ann", killed(0, 10, 40), injured(20, 22, 7)),
            read("s", "ben", injured(8, 10, 40)),
            read("s", "cay", answer="no_claim"),
        ]
    )
    assert first.labels == {"ann": "killed", "ben": "injured", "cay": NOTHING}
    assert second.labels == {"ann": "injured", "ben": NOTHING, "cay": NOTHING}
    assert first.values == {"ann": 40, "ben": 40}
    assert (first.values_of("killed"), second.values_of()) == ([40], [7])


def test_neighbours_that_do_not_overlap_are_two_units() -> None:
    assert len(units_of([read("s", "ann", killed(0, 2)), read("s", "ben", killed(2, 4))])) == 2


def test_who_is_unclear_says_nothing_of_the_numbers() -> None:
    (unit,) = units_of([read("s", "ann", killed(0, 2)), read("s", "ben", answer="unclear")])
    assert unit.labels == {"ann": "killed"}


def test_spans_meet_once_each_and_only_with_the_same_measure() -> None:
    one = read("s", "ann", killed(0, 10), injured(20, 22), killed(30, 32))
    other = read("s", "ben", killed(0, 2), killed(4, 6), injured(20, 22), injured(30, 32))
    found = matches(one, other)
    assert (found.marked, found.exact, found.overlapping) == (7, 1, 2)
    assert (found.f1_exact, found.f1_overlapping) == (2 / 7, 4 / 7)
    assert matches(one, other, "missing").f1_exact is None


@pytest.fixture
def told() -> Report:
    """Four sentences that several read, and one of ann's own.

    s1: both 40 killed. s2: ann killed, ben injured. s3: both injured, 10 and 30. s4: ben marks, cay does not.
    """
    return report(
        [
            *(read("s1", "ann", killed(0, 2, 40)), read("s1", "ben", killed(0, 2, 40))),
            *(read("s2", "ann", killed(0, 2, 5)), read("s2", "ben", injured(0, 2, 5))),
            *(read("s3", "ann", injured(0, 4, 10)), read("s3", "ben", injured(2, 4, 30))),
            *(read("s4", "ben", killed(0, 2, 9)), read("s4", "cay", answer="no_claim")),
            read("s5", "ann", killed(0, 2, 1)),
        ],
        MEASURES,
        skipped=2,
    )


def test_everything_together(told: Report) -> None:
    # Labels: kk, ki, ii, k-. Observed 4/8; expected, of 4 k, 3 i and 1 -, 38/56; 1 - (1/2)/(38/56) = 5/19.
    assert told.everything.labels.alpha == pytest.approx(5 / 19)
    assert told.everything.labels.raw == 0.5
    # Values: 40 40 and 10 30. Observed: one pair, 20 of 40 apart, both ways, in 4 values: 1/8. Expected: of
    # 12 pairs, four are 30 of 50 apart, four 10 of 70, two 20 of 40.
    expected = 2 * (2 * 0.36 + 2 / 49 + 0.25) / 12
    assert told.everything.values.alpha == pytest.approx(1 - 0.125 / expected)
    assert told.everything.f1_exact == pytest.approx(2 / 7)
    assert told.everything.f1_overlapping == pytest.approx(4 / 7)


def test_a_measure_is_seen_or_not(told: Report) -> None:
    assert list(told.measures) == ["killed", "injured"], "nobody saw a missing one"
    # Killed: yy, yn, nn, yn: observed 4/8, expected of 4 y and 4 n 32/56; 1 - (1/2)/(4/7) = 1/8.
    assert told.measures["killed"].labels.alpha == pytest.approx(1 / 8)
    assert told.measures["killed"].values.alpha is None, "all said 40"
    assert told.measures["injured"].f1_overlapping == pytest.approx(2 / 3)


def test_answers_of_sentences_and_what_each_annotator_took_part_in(told: Report) -> None:
    assert told.answers.raw == 3 / 4
    assert told.sentences == 4
    assert told.annotators == ("ann", "ben", "cay")
    assert told.by_annotator["ann"].labels.units == 3
    assert told.by_annotator["cay"].labels.raw == 0
    pairs = {(pair.one, pair.other): pair for pair in told.pairs}
    assert pairs["ann", "ben"].sentences == 3
    assert pairs["ann", "ben"].labels.raw == pytest.approx(2 / 3)
    assert pairs["ann", "cay"].sentences == 0
    assert pairs["ann", "cay"].labels.why is not None


def test_what_was_left_out_is_told(told: Report) -> None:
    assert told.left_out == {"skipped annotations": 2, ALONE: 1, NO_VALUE: 2}
    other = report(
        [
            *(read("s1", "ann", answer="no_claim"), read("s1", "ben", answer="no_claim")),
            *(read("s2", "ann", killed(0, 2)), read("s2", "ben", answer="unclear")),
        ],
        MEASURES,
    )
    assert other.left_out == {EMPTY: 1, UNCLEAR: 1}


def test_the_sentences_that_differ_come_with_the_lowest_agreement_first(told: Report) -> None:
    # s4: answers and the unit differ. s2, s3: the unit differs, in its label or its value, the answers agree.
    assert [(entry.sentence, entry.agreement) for entry in told.differing] == [
        ("s4", 0.0),
        ("s2", 0.5),
        ("s3", 0.5),
    ]
    assert told.differing[0].annotators == ("ben", "cay")


def test_nobody_at_all() -> None:
    empty = report([], MEASURES)
    assert (empty.sentences, empty.annotators, empty.pairs, empty.differing) == (0, (), (), ())
    assert empty.everything.labels.why is not None
