from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from tests.labelstudio.bodies import PLAIN, TEXTS, body, dozens, toll
from workbench.exceptions import InvalidData
from workbench.labelstudio.config import load_config
from workbench.labelstudio.controls import Controls
from workbench.labelstudio.predictions import task_json
from workbench.vocabulary import load_vocabulary

CONTROLS = Controls.of(load_config())
VOCABULARY = load_vocabulary()
SOUND = task_json(body(PLAIN, 1, toll(PLAIN)), VOCABULARY)


@pytest.mark.parametrize("text", TEXTS)
def test_what_we_make_is_sound(text: str) -> None:
    for suggestions in (toll(text), ()):
        task = task_json(body(text, 1, suggestions), VOCABULARY)
        assert list(CONTROLS.problems(task)) == []
    vague = "Dozens were wounded."
    assert list(CONTROLS.problems(task_json(body(vague, 1, dozens(vague)), VOCABULARY))) == []


def item(task: dict[str, Any], name: str) -> dict[str, Any]:
    found = next(entry for entry in task["predictions"][0]["result"] if entry.get("from_name") == name)
    assert isinstance(found, dict)
    return found


# Each of these Label Studio answers with 201, or with 500 after it has stored the tasks.
BROKEN: tuple[tuple[str, str, Any], ...] = (
    ("start", "no span", lambda task: item(task, "measure")["value"].update(start=-1)),
    ("end", "no span", lambda task: item(task, "measure")["value"].update(end=1000)),
    ("turned round", "no span", lambda task: item(task, "measure")["value"].update(start=20, end=10)),
    ("fraction", "no span", lambda task: item(task, "measure")["value"].update(start=9.0)),
    ("text", "where the text has", lambda task: item(task, "measure")["value"].update(text="41")),
    ("no text", "where the text has", lambda task: item(task, "measure")["value"].pop("text")),
    ("label", "does not offer 'dead'", lambda task: item(task, "measure")["value"].update(labels=["dead"])),
    ("no label", "no list of words", lambda task: item(task, "measure")["value"].update(labels=[])),
    ("choice", "does not offer 'odd'", lambda task: item(task, "bound")["value"].update(choices=["odd"])),
    ("choice as text", "no list", lambda task: item(task, "bound")["value"].update(choices="exact")),
    ("number", "no number", lambda task: item(task, "value")["value"].update(number="40")),
    ("below least", "outside", lambda task: item(task, "value")["value"].update(number=-1)),
    ("control", "no such control", lambda task: item(task, "value").update(from_name="amount")),
    ("kind", "is a number", lambda task: item(task, "value").update(type="choices")),
    ("no id", "no id", lambda task: item(task, "value").pop("id")),
    ("no span", "no labelled span", lambda task: item(task, "value").update(id="elsewhere")),
    ("score", "outside 0 to 1", lambda task: task["predictions"][0].update(score=87)),
    ("version", "model_version", lambda task: task["predictions"][0].update(model_version="")),
    ("data", "data.title", lambda task: task["data"].pop("title")),
    ("nul", "NUL", lambda task: task["data"].update(before="a\x00")),
    ("surrogate", "NUL", lambda task: task["data"].update(before="a\ud83d")),
    (
        "relation",
        "no region",
        lambda task: next(
            entry for entry in task["predictions"][0]["result"] if entry["type"] == "relation"
        ).update(to_id="elsewhere"),
    ),
    (
        "kind of relation",
        "no 'whole_of'",
        lambda task: next(
            entry for entry in task["predictions"][0]["result"] if entry["type"] == "relation"
        ).update(labels=["whole_of"]),
    ),
)


@pytest.mark.parametrize(("part", "change"), [entry[1:] for entry in BROKEN], ids=[e[0] for e in BROKEN])
def test_what_label_studio_would_swallow_is_named(part: str, change: Any) -> None:
    task = deepcopy(SOUND)
    change(task)
    assert any(part in problem for problem in CONTROLS.problems(task))


def test_what_is_no_config_is_refused() -> None:
    with pytest.raises(InvalidData):
        Controls.of("<View>")
