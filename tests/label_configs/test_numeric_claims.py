"""Our label config, the vocabulary and the annotators' guide say the same."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from xml.etree import ElementTree

import pytest

from workbench.bundled import bundled
from workbench.core.annotation import Answer, Role
from workbench.labelstudio.config import CHOICES, FIELDS, MEASURE, ROLE, load_config
from workbench.vocabulary import load_vocabulary

ROOT = ElementTree.fromstring(load_config())
GUIDE = (bundled("label_configs") / "README.md").read_text("utf-8")
MEASURES = load_vocabulary().measures


def test_the_labels_are_the_measures_of_the_vocabulary_with_its_keys() -> None:
    (labels,) = (tag for tag in ROOT.iter("Labels") if tag.get("name") == MEASURE)
    assert {label.get("value"): label.get("hotkey") for label in labels} == {
        measure.id: measure.hotkey for measure in MEASURES.values()
    }


def test_the_roles_are_those_that_a_number_may_have() -> None:
    (labels,) = (tag for tag in ROOT.iter("Labels") if tag.get("name") == ROLE)
    assert [label.get("value") for label in labels] == ["population", "place", "origin", "time"]
    assert {label.get("value") for label in labels} == set(Role)


def test_no_key_is_one_of_label_studio_itself() -> None:
    """u takes the selection away and Enter goes into a field, wherever one is."""
    assert not {"u", "enter", "escape", "backspace"} & {tag.get("hotkey") for tag in ROOT.iter()}


def test_no_two_things_share_a_key() -> None:
    keys = [tag.get("hotkey") for tag in ROOT.iter() if tag.get("hotkey")]
    assert len(keys) == len(set(keys)) > 25


def test_label_studio_itself_accepts_it() -> None:
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface

    interface(load_config()).validate()


def test_text_is_shown_as_text() -> None:
    for tag in ROOT.iter("Text"):
        assert tag.get("valueType", "text") == "text"
    assert not list(ROOT.iter("HyperText"))


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_the_guide_explains_each_measure_with_its_key(measure: object) -> None:
    assert f"| {measure.hotkey} | `{measure.id}` |" in GUIDE  # type: ignore[attr-defined]


def test_the_guide_explains_each_control_and_each_answer() -> None:
    for name in FIELDS:
        assert f"`{name}`" in GUIDE or name == "bound", name
    for words in (*CHOICES["bound"], *CHOICES["scope"], *CHOICES["modality"], *Answer):
        assert f"`{words}`" in GUIDE, words
