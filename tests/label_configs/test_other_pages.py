"""check_worthiness.xml and discrepancy.xml offer what is read back, and show what their tasks bring."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from xml.etree import ElementTree

import pytest

from workbench.bundled import bundled
from workbench.core.vocabulary import Vocabulary
from workbench.labelstudio import opinion, worth
from workbench.labelstudio.config import WORTH, load_config
from workbench.labelstudio.controls import Controls
from workbench.labelstudio.opinion import OPINION, WHY, Opinion, opinion_json
from workbench.labelstudio.worth import Worth, worth_json
from workbench.pipeline.preview import FIRST, SECOND, example
from workbench.vocabulary import load_vocabulary

FOLDER = bundled("label_configs")
GUIDE = (FOLDER / "README.md").read_text("utf-8")
VOCABULARY: Vocabulary = load_vocabulary()
TASKS = {
    worth.NAME: worth_json(example(VOCABULARY)),
    opinion.NAME: opinion_json("d1", "Both cannot be so.", FIRST, SECOND),
}
ANSWERS = {worth.NAME: (WORTH, tuple(Worth)), opinion.NAME: (OPINION, tuple(Opinion))}
pages = pytest.mark.parametrize("name", TASKS)


def root(name: str) -> ElementTree.Element:
    return ElementTree.fromstring(load_config(FOLDER / name))


@pages
def test_the_choices_are_the_answers_that_are_read_each_with_one_digit(name: str) -> None:
    control, answers = ANSWERS[name]
    (choices,) = (tag for tag in root(name).iter("Choices") if tag.get("name") == control)
    assert [choice.get("value") for choice in choices] == list(answers)
    assert [choice.get("hotkey") for choice in choices] == [str(n + 1) for n in range(len(answers))]


@pages
def test_what_the_page_shows_its_tasks_bring(name: str) -> None:
    shown = {tag.get("value", "")[1:] for tag in root(name).iter() if tag.get("value", "").startswith("$")}
    assert shown <= TASKS[name]["data"].keys()
    assert {"text"} <= shown or {"first", "second", "message"} <= shown


@pages
def test_label_studio_itself_accepts_page_and_suggestion(name: str) -> None:
    interface: Any = import_module("label_studio_sdk.label_interface").LabelInterface
    page = interface(load_config(FOLDER / name))
    page.validate()
    for prediction in TASKS[name].get("predictions", ()):
        assert page.validate_prediction(prediction, return_errors=True) == []


@pages
def test_the_guide_explains_each_answer(name: str) -> None:
    for number, answer in enumerate(ANSWERS[name][1], start=1):
        assert f"`{answer}` ({number})" in GUIDE


def test_a_sentence_with_a_suggestion_is_worth_checking_and_one_without_is_not() -> None:
    suggested = example(VOCABULARY)
    assert suggested.suggestions
    (prediction,) = worth_json(suggested)["predictions"]
    assert prediction["result"][0]["value"] == {"choices": ["check"]}
    assert prediction["score"] == max(found.score for found in suggested.suggestions)


def test_a_second_opinion_is_asked_without_a_suggestion_and_may_say_why() -> None:
    assert "predictions" not in TASKS[opinion.NAME]
    assert TASKS[opinion.NAME]["data"]["discrepancy"] == "d1"
    assert [tag.get("name") for tag in root(opinion.NAME).iter("TextArea")] == [WHY]


def test_a_note_on_a_task_shows_on_the_pages_of_sentences() -> None:
    """An article that was withdrawn, a sentence that left it, a reviewer who asks to look again."""
    for name in ("numeric_claims.xml", worth.NAME):
        assert "note" in Controls.of(load_config(name=name)).shown
