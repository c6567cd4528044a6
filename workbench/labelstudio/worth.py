"""Is a sentence worth checking? What check_worthiness.xml shows and offers."""

from __future__ import annotations

from enum import StrEnum

from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.config import TEXT
from workbench.labelstudio.predictions import Json, data_json

NAME = "check_worthiness.xml"
WORTH = "worth"


class Worth(StrEnum):
    CHECK = "check"
    NO_CLAIM = "no_claim"
    UNCLEAR = "unclear"


def worth_json(body: TaskBody) -> Json:
    """The task with the answer that follows from the suggestions. Its score is how sure that answer is."""
    answer = Worth.CHECK if body.suggestions else Worth.NO_CLAIM
    choice = {"choices": [answer.value]}
    item = {"id": WORTH, "from_name": WORTH, "to_name": TEXT, "type": "choices", "value": choice}
    prediction: Json = {"model_version": body.model_version, "result": [item]}
    if body.suggestions:
        prediction["score"] = max(found.score for found in body.suggestions)
    return {"data": data_json(body), "predictions": [prediction]}
