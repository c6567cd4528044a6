"""Labelled sentences as Label Studio exports and imports them, so that they can be taken elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from workbench.core.annotation import Annotation, Region
from workbench.exceptions import InvalidData
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
from workbench.labelstudio.predictions import Json
from workbench.labelstudio.regions import read_result


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence, or the part of it that is given away, with its annotations.

    `start` is where the text begins in its article; offsets of regions are those of the text.
    """

    sentence: str
    article: str
    text: str
    start: int
    outlet: str
    published_at: str
    language: str
    title: str | None = None
    event: str | None = None
    annotations: tuple[Annotation, ...] = ()


def labelled_json(number: int, labelled: Labelled) -> Json:
    """One task of an export in the format JSON. What Label Studio has no place for stands in `meta`."""
    texts = {"title": labelled.title or "", "outlet": labelled.outlet, "published_at": labelled.published_at}
    event = labelled.event or ""
    return {
        "id": number,
        "data": {
            "sentence_id": labelled.sentence,
            "text": labelled.text,
            **texts,
            **dict.fromkeys(("before", "after", "suggested", "note"), ""),
            "event": event,
            "events": [{"value": event}] if event else [],
        },
        "meta": {
            "article": labelled.article,
            "start": labelled.start,
            "language": labelled.language,
            "annotations": [
                {"id": annotation.id, "annotator": annotation.annotator}
                for annotation in labelled.annotations
            ],
        },
        "annotations": [_annotation_json(annotation) for annotation in labelled.annotations],
    }


@dataclass(frozen=True, slots=True)
class Given:
    """A task of such a file: its annotations, with offsets of the text that begins at `start` of the
    article."""

    article: str
    start: int
    annotations: tuple[Annotation, ...]


def read_corpus(path: Path) -> Iterator[Given]:
    """What `labelled_json` wrote. Raises InvalidData that says which entry is none of it."""
    try:
        tasks = msgspec.json.decode(path.read_bytes(), type=list[dict[str, Any]])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidData(f"{path} holds no labelled sentences: {error}") from error
    for place, task in enumerate(tasks, start=1):
        try:
            meta = task["meta"]
            told = tuple(
                _annotation(task["data"]["sentence_id"], known, raw)
                for known, raw in zip(meta["annotations"], task["annotations"], strict=True)
            )
            yield Given(meta["article"], int(meta["start"]), told)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidData(f"{path}, entry {place}: it is no labelled sentence: {error!r}") from error


def _annotation(sentence: str, known: Json, raw: Json) -> Annotation:
    regions, answer = read_result(raw["result"])
    return Annotation(
        id=str(known["id"]),
        sentence=sentence,
        annotator=known["annotator"],
        created_at=datetime.fromisoformat(raw["created_at"]),
        updated_at=datetime.fromisoformat(raw["updated_at"]),
        regions=regions,
        answer=answer,
        ground_truth=bool(raw["ground_truth"]),
        lead_time=raw["lead_time"],
    )


def within(annotation: Annotation, kept: Sequence[str], start: int, end: int) -> Annotation:
    """The annotation with these numbers and the words that speak for them, as far as they stand in
    start..end of its sentence; offsets are counted from `start`."""
    numbers = {region.id for region in annotation.regions if region.id in kept}
    tied = {mark for region in annotation.regions for mark in region.links}
    mine = {mark for region in annotation.regions if region.id in numbers for mark in region.links}
    regions = [
        replace(
            region,
            start=region.start - start,
            end=region.end - start,
            part_of=region.part_of if region.part_of in numbers else None,
        )
        for region in annotation.regions
        if start <= region.start <= region.end <= end
        and (region.id in numbers or (region.role and (region.id in mine or region.id not in tied)))
    ]
    there = {region.id for region in regions}
    return replace(
        annotation,
        regions=tuple(
            replace(region, links=tuple(link for link in region.links if link in there)) for region in regions
        ),
        suggested=None,
        changes=None,
    )


def _annotation_json(annotation: Annotation) -> Json:
    return {
        "created_at": annotation.created_at.isoformat(),
        "updated_at": annotation.updated_at.isoformat(),
        "was_cancelled": False,
        "ground_truth": annotation.ground_truth,
        "lead_time": annotation.lead_time,
        "result": result_json(annotation.regions, annotation.answer),
    }


def result_json(regions: Sequence[Region], answer: str | None) -> list[Json]:
    """What `regions.read_result` reads as these regions and this answer."""
    result: list[Json] = []
    relations: list[Json] = []
    event = ""
    for region in regions:
        span: Json = {"start": region.start, "end": region.end, "text": region.text}
        if region.role:
            result.append(_item(region.id, ROLE, "labels", span | {"labels": [region.role]}))
            continue
        result.append(_item(region.id, MEASURE, "labels", span | {"labels": [region.measure]}))
        for name, said in region.fields.items():
            if name == EVENT:
                event = said
            elif name in NUMBERS:
                result.append(_item(region.id, name, "number", span | {"number": _number(said)}))
            elif name in CHOICES:
                result.append(_item(region.id, name, "choices", span | {"choices": [said]}))
            else:
                result.append(_item(region.id, name, "textarea", span | {"text": [said]}))
        relations += [_relation(link, region.id, WORDS_OF) for link in region.links]
        if region.part_of:
            relations.append(_relation(region.id, region.part_of, PART_OF))
    if answer:
        result.append(_item(ANSWER, ANSWER, "choices", {"choices": [answer]}))
    if event:
        result.append(_item(EVENT, EVENT, "choices", {"choices": [event]}))
    return result + relations


def _item(region: str, control: str, kind: str, value: Json) -> Json:
    return {"id": region, "from_name": control, "to_name": TEXT, "type": kind, "value": value}


def _relation(start: str, end: str, name: str) -> Json:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [name]}


def _number(said: str) -> Any:
    try:
        return int(said)
    except ValueError:
        return said
