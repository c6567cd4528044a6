"""Is a sentence worth checking? What check_worthiness.xml shows and offers."""

from __future__ import annotations

from enum import StrEnum

from workbench.exceptions import InvalidData
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.config import MEASURE, TEXT, WORTH
from workbench.labelstudio.controls import Controls
from workbench.labelstudio.predictions import Json, data_json

NAME = "check_worthiness.xml"


class Worth(StrEnum):
    CHECK = "check"
    NO_CLAIM = "no_claim"
    UNCLEAR = "unclear"


def check_worth_config(xml: str) -> bool:
    """Is this a label config that asks whether a sentence is worth checking? Raises InvalidData where it asks
    that and lacks an answer, or the text."""
    controls = Controls.of(xml)
    control = controls.by_name.get(WORTH)
    if control is None or MEASURE in controls.by_name:
        return False
    missing = sorted(set(Worth) - (control.offered or frozenset()))
    if control.kind != "choices" or control.to_name != TEXT or TEXT not in controls.shown or missing:
        lacks = f", and lacks {', '.join(missing)}" if missing else ""
        raise InvalidData(
            f'the label config does not fit: {WORTH} is to be Choices of the Text named "{TEXT}"{lacks}',
            fields={WORTH: ["invalid"]},
        )
    return True


def worth(body: TaskBody) -> float:
    """How much a sentence is worth checking, 0 to 1: as its surest suggestion is sure; 0 without one."""
    return max((found.score for found in body.suggestions), default=0.0)


def worth_first(task: Json, body: TaskBody) -> Json:
    """The task with a score by which the sentences most worth checking come first."""
    for prediction in task["predictions"]:
        prediction["score"] = 1.0 - worth(body)
    return task


def worth_json(body: TaskBody) -> Json:
    """The task with the answer that follows from the suggestions. Its score is how sure that answer is."""
    answer = Worth.CHECK if body.suggestions else Worth.NO_CLAIM
    choice = {"choices": [answer.value]}
    item = {"id": WORTH, "from_name": WORTH, "to_name": TEXT, "type": "choices", "value": choice}
    prediction: Json = {"model_version": body.model_version, "result": [item]}
    if body.suggestions:
        prediction["score"] = worth(body)
    return {"data": data_json(body), "predictions": [prediction]}
