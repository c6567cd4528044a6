"""What a reviewer typed into the form, as an answer, or as it was with what is wrong beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marshmallow import EXCLUDE, ValidationError

from ..errors import fields_of
from ..schemas.decision import AnswerSchema

FIELDS = (
    "outcome",
    "reason",
    "claim",
    "low",
    "high",
    "as_of",
    "confidence",
    "note",
    "guideline",
    "reviewer",
    "over",
)
NUMBERS = ("low", "high")
MISSING = {
    "outcome": "Choose an outcome.",
    "reason": "Choose a reason.",
    "reviewer": "Say who decides.",
}


def typed(form: Mapping[str, str]) -> dict[str, str]:
    """The fields of ours as they were typed, to be shown again."""
    return {name: form.get(name, "") for name in FIELDS}


def answer_of(values: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, list[str]]]:
    """The answer, and what is wrong with it by field; empty fields count as not given."""
    given: dict[str, Any] = {name: text.strip() for name, text in values.items() if text.strip()}
    for name in NUMBERS:
        if name in given:
            given[name] = number(given[name])
    try:
        return AnswerSchema(unknown=EXCLUDE).load(given), {}
    except ValidationError as error:
        wrong = fields_of({"json": error.messages})
        return {}, {
            name: [MISSING[name]] if name not in given and name in MISSING else found
            for name, found in wrong.items()
        }


def number(text: str) -> int | str:
    """25,700 and 25 700 as a newsroom writes them; what is no number stays as it is, to be refused."""
    digits = text.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else text
