"""Nobody else checks predictions before they are stored, so all is checked before anything leaves."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest

from tests.labelstudio.bodies import PLAIN, TEXTS, body, toll
from workbench.core.quantity import Bound, Interval, Quantity
from workbench.exceptions import InvalidData
from workbench.labelstudio.predictions import data_json, prediction_json
from workbench.labelstudio.regions import read_result
from workbench.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()


@pytest.mark.parametrize("text", TEXTS)
def test_a_prediction_reads_back_as_the_regions_it_was_made_of(text: str) -> None:
    prediction = prediction_json(body(text, 1, toll(text)), VOCABULARY)
    regions, answer = read_result(prediction["result"])
    whole, part = (region for region in regions if not region.role)
    assert answer == "claims"
    assert (text[whole.start : whole.end], text[part.start : part.end]) == ("40", "14")
    assert (whole.fields["value"], whole.fields["bound"], part.part_of) == ("40", "at_least", whole.id)
    assert 0 <= prediction["score"] <= 1


def test_label_studio_itself_finds_nothing_wrong_in_it() -> None:
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface

    from workbench.labelstudio.config import load_config

    prediction = prediction_json(body(PLAIN, 1, toll(PLAIN)), VOCABULARY)
    assert interface(load_config()).validate_prediction(prediction, return_errors=True) == []


def test_a_sentence_without_suggestions_is_answered_no_claim() -> None:
    prediction = prediction_json(body(PLAIN, 1, ()), VOCABULARY)
    assert read_result(prediction["result"]) == ((), "no_claim")
    assert "score" not in prediction


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"start": -1}, "start"),
        ({"start": 12, "end": 10}, "start"),
        ({"end": len(PLAIN) + 1}, "start"),
        ({"measure": "dead"}, "measure"),
        ({"score": 87.0}, "score"),
        ({"part_of": 5}, "part_of"),
        ({"as_of": "yesterday"}, "as_of"),
        ({"since": "2023-13"}, "since"),
        ({"quantity": Quantity("40", None, Bound.EXACT, Interval(40, 40), Interval(40, 40))}, "value"),
    ],
)
def test_a_fault_is_named_before_anything_leaves(change: dict[str, Any], field: str) -> None:
    first, *others = toll(PLAIN)
    faulty = body(PLAIN, 1, (replace(first, **change), *others))
    with pytest.raises(InvalidData, match="cannot be pushed") as caught:
        prediction_json(faulty, VOCABULARY)
    assert list(caught.value.fields) == [field]
    assert faulty.sentence_id in caught.value.message


@pytest.mark.parametrize("bad", ["NUL \x00", "half \ud83d"])
def test_text_that_no_two_systems_count_alike_is_refused(bad: str) -> None:
    with pytest.raises(InvalidData, match="NUL or lone surrogates"):
        data_json(replace(body(PLAIN, 1, ()), title=bad))
