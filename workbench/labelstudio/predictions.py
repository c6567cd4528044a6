"""Suggestions as Label Studio's predictions. Its import accepts nearly anything, so all is checked here."""

from __future__ import annotations

from collections import Counter
from typing import Any

from workbench.core.annotation import Answer, Suggestion
from workbench.core.article import clean_text
from workbench.core.period import Period
from workbench.core.quantity import Bound, Interval, Quantity, intervals_of
from workbench.core.vocabulary import Vocabulary
from workbench.exceptions import InvalidData
from workbench.labelstudio.body import TaskBody
from workbench.labelstudio.config import (
    ANSWER,
    CHOICES,
    EVENT,
    MEASURE,
    NUMBERS,
    PART_OF,
    ROLE,
    TEXT,
    WORDS_OF,
)
from workbench.labelstudio.marks import mark_words
from workbench.labelstudio.summary import summary

GREATEST = 2**53 - 1  # the greatest whole number that a browser holds exactly

Json = dict[str, Any]


def task_json(body: TaskBody, vocabulary: Vocabulary) -> Json:
    """The task with its prediction, as the import takes it. Raises InvalidData that names the sentence."""
    return {"data": data_json(body), "predictions": [prediction_json(body, vocabulary)]}


def data_json(body: TaskBody) -> Json:
    """What the annotator sees. Every key of the config is there: Label Studio refuses a task without."""
    texts = {
        "sentence_id": body.sentence_id,
        "text": body.text,
        "title": body.title or "",
        "outlet": body.outlet,
        "published_at": body.published_at.isoformat(),
        "before": body.before,
        "after": body.after,
        "event": body.event or "",
        "suggested": summary(body.suggestions),
        "note": body.note,
    }
    for key, text in (*texts.items(), *(("events", event) for event in body.events)):
        if text != clean_text(text):
            raise _wrong(body, key, "holds NUL or lone surrogates, which no two systems count alike")
    return {**texts, "events": [{"value": event} for event in body.events]}


def prediction_json(body: TaskBody, vocabulary: Vocabulary) -> Json:
    """All suggestions of the sentence and the answer, as one prediction.

    Its score is that of the least certain suggestion, so that ordering by score shows the doubtful first; a
    sentence without suggestions has none and is answered "no claim".
    """
    ids = _region_ids(body)
    result: list[Json] = []
    for found in body.suggestions:
        _check(body, found, vocabulary)
    marks, lines = mark_words(body.text, body.suggestions, vocabulary)
    for region, found, written in zip(ids, body.suggestions, lines, strict=True):
        span = {"start": found.start, "end": found.end, "text": body.text[found.start : found.end]}
        result.append(_item(region, MEASURE, "labels", span | {"labels": [found.measure]}, found.score))
        for name, value in _numbers(found.quantity).items():
            if value is not None and value <= GREATEST:
                result.append(_item(region, name, "number", span | {"number": value}))
        for name, choice in _choices(found).items():
            result.append(_item(region, name, "choices", span | {"choices": [choice]}))
        for name, words in (*written.items(), ("as_of", found.as_of), ("since", found.since)):
            if words:
                result.append(_item(region, str(name), "textarea", span | {"text": [words]}))
    for mark in marks:
        span = {"start": mark.start, "end": mark.end, "text": body.text[mark.start : mark.end]}
        result.append(_item(mark.id, ROLE, "labels", span | {"labels": [mark.role.value]}))
        for index in mark.numbers:
            result.append(_relation(mark.id, ids[index], WORDS_OF))
    for region, found in zip(ids, body.suggestions, strict=True):
        if found.part_of is not None:
            result.append(_relation(region, ids[found.part_of], PART_OF))
    answer = Answer.CLAIMS if body.suggestions else Answer.NO_CLAIM
    result.append(_item(ANSWER, ANSWER, "choices", {"choices": [answer.value]}))
    if body.event in body.events and body.suggestions:
        result.append(_item(EVENT, EVENT, "choices", {"choices": [body.event]}))
    prediction: Json = {"model_version": body.model_version, "result": result}
    if body.suggestions:
        prediction["score"] = min(found.score for found in body.suggestions)
    return prediction


def _region_ids(body: TaskBody) -> list[str]:
    """Ids that a person can read and that stay the same for the same suggestion; each of them once."""
    ids = []
    seen: Counter[str] = Counter()
    for found in body.suggestions:
        name = f"{found.start}-{found.end}-{found.measure}"
        seen[name] += 1
        ids.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return ids


def _item(region: str, control: str, kind: str, value: Json, score: float | None = None) -> Json:
    item = {"id": region, "from_name": control, "to_name": TEXT, "type": kind, "value": value}
    return item if score is None else item | {"score": score}


def _numbers(quantity: Quantity) -> dict[str, int | None]:
    """The value; and the intervals only where value and bound do not say them already.

    So a person who corrects the value or the bound need not think of the intervals.
    """
    hard, soft = quantity.hard, quantity.soft
    if quantity.value is not None and intervals_of(quantity.bound, quantity.value) == (hard, soft):
        return {"value": quantity.value}
    same = Interval(None, None) if soft == hard else soft
    ends = (quantity.value, hard.low, hard.high, same.low, same.high)
    return dict(zip(NUMBERS, ends, strict=True))


def _choices(found: Suggestion) -> dict[str, str]:
    chosen = {"bound": found.quantity.bound.value, "modality": found.modality.value}
    if found.scope is not None:
        chosen["scope"] = found.scope.value
    if found.implicit:
        chosen["implicit"] = CHOICES["implicit"][0]
    return chosen


def _relation(start: str, end: str, name: str) -> Json:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [name]}


def _check(body: TaskBody, found: Suggestion, vocabulary: Vocabulary) -> None:
    if not 0 <= found.start < found.end <= len(body.text):
        raise _wrong(
            body, "start", f"{found.start} to {found.end} is no span of its {len(body.text)} characters"
        )
    if found.measure not in vocabulary.measures:
        raise _wrong(body, "measure", f"{found.measure!r} is no measure of the vocabulary")
    if not 0 <= found.score <= 1:
        raise _wrong(body, "score", f"{found.score} lies outside 0 to 1")
    if found.part_of is not None and not 0 <= found.part_of < len(body.suggestions):
        raise _wrong(body, "part_of", f"there is no suggestion {found.part_of}")
    if found.quantity.bound not in (Bound.BETWEEN, Bound.VAGUE) and found.quantity.value is None:
        raise _wrong(body, "value", f"a figure that is {found.quantity.bound.value} needs a value")
    for name, edtf in (("as_of", found.as_of), ("since", found.since)):
        if edtf is not None:
            try:
                Period.parse(edtf)
            except InvalidData as error:
                raise _wrong(body, name, error.message) from error


def _wrong(body: TaskBody, field: str, reason: str) -> InvalidData:
    return InvalidData(
        f"sentence {body.sentence_id} cannot be pushed: {field}: {reason}", fields={field: [reason]}
    )
