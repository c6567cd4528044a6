"""Does a task fit the label config that is in force? Label Studio takes nearly anything and shows nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from workbench.core.article import clean_text
from workbench.labelstudio.config import parse_config

KINDS = {
    "Labels": "labels",
    "Choices": "choices",
    "Number": "number",
    "TextArea": "textarea",
    "DateTime": "datetime",
}
SPAN = ("start", "end", "text")


@dataclass(frozen=True, slots=True)
class Control:
    """One tag that answers are given with. `offered` None: anything goes."""

    kind: str
    to_name: str
    per_region: bool
    offered: frozenset[str] | None
    least: float | None
    greatest: float | None


@dataclass(frozen=True, slots=True)
class Controls:
    """What a label config takes: its controls by name, its relations, and the data that it shows."""

    by_name: Mapping[str, Control]
    relations: frozenset[str]
    shown: frozenset[str]

    @classmethod
    def of(cls, xml: str) -> Controls:
        """Raises InvalidData where it is no label config."""
        root = parse_config(xml)
        by_name: dict[str, Control] = {}
        for tag in root.iter():
            kind, name = KINDS.get(tag.tag), tag.get("name")
            if kind is None or name is None:
                continue
            offered = {
                entry.get("alias") or entry.get("value") or "" for entry in tag.iter() if entry is not tag
            }
            by_name[name] = Control(
                kind,
                tag.get("toName") or "",
                tag.get("perRegion") == "true",
                frozenset(offered) if kind in ("labels", "choices") and not _by_task(tag) else None,
                _number(tag.get("min")),
                _number(tag.get("max")),
            )
        values = [tag.get("value") or "" for tag in root.iter()]
        return cls(
            by_name,
            frozenset(tag.get("value") or "" for tag in root.iter("Relation")),
            frozenset(value[1:] for value in values if value.startswith("$")),
        )

    def lost_in(self, other: Controls) -> Iterator[str]:
        """What answers may have been given with here, and cannot be given with there."""
        for name, control in self.by_name.items():
            there = other.by_name.get(name)
            if there is None or (there.kind, there.per_region) != (control.kind, control.per_region):
                yield name
            elif control.offered is not None:
                yield from (f"{name} {value}" for value in sorted(control.offered - (there.offered or set())))
        yield from (f"relation {label}" for label in sorted(self.relations - other.relations))

    def problems(self, task: Mapping[str, Any]) -> Iterator[str]:
        """Why this task must not be sent, one reason after the other; nothing where it is sound."""
        data = task["data"]
        for name in sorted(self.shown - data.keys()):
            yield f"data.{name}: the label config shows it, and the task lacks it"
        for name, text in data.items():
            if isinstance(text, str) and text != clean_text(text):
                yield f"data.{name}: holds NUL or lone surrogates, which no two systems count alike"
        for prediction in task.get("predictions", ()):
            yield from self._prediction(prediction, data)

    def _prediction(self, prediction: Mapping[str, Any], data: Mapping[str, Any]) -> Iterator[str]:
        score = prediction.get("score", 0.0)
        if not isinstance(score, int | float) or not 0 <= score <= 1:
            yield f"score: {score!r} lies outside 0 to 1"
        if not prediction.get("model_version"):
            yield "model_version: is missing, and Label Studio would call it undefined"
        result = prediction["result"]
        spans: dict[str, tuple[object, object]] = {}
        for item in result:
            if item["type"] == "labels":
                spans[item["id"]] = (item["value"].get("start"), item["value"].get("end"))
        for item in result:
            if item["type"] == "relation":
                yield from self._relation(item, spans)
            else:
                yield from self._item(item, spans, data)

    def _relation(self, item: Mapping[str, Any], spans: Mapping[str, object]) -> Iterator[str]:
        for end in ("from_id", "to_id"):
            if item.get(end) not in spans:
                yield f"relation: {end} {item.get(end)!r} is no region"
        for label in item.get("labels", ()):
            if label not in self.relations:
                yield f"relation: the label config has no {label!r}"

    def _item(
        self, item: Mapping[str, Any], spans: Mapping[str, object], data: Mapping[str, Any]
    ) -> Iterator[str]:
        name, value = item.get("from_name"), item["value"]
        control = self.by_name.get(str(name))
        if control is None or not item.get("id"):
            yield f"{name}: the label config has no such control, or the region has no id"
            return
        if (item.get("to_name"), item["type"]) != (control.to_name, control.kind):
            yield f"{name}: is a {control.kind} on {control.to_name!r} in the label config"
        on_text = control.kind == "labels" or control.per_region
        if on_text:
            start, end = value.get("start"), value.get("end")
            text: Any = data.get(control.to_name)
            if not _is_span(start, end, text):
                yield f"{name}: {start!r} to {end!r} is no span of the text"
            elif control.kind != "textarea" and value.get("text") != text[start:end]:
                yield f"{name}: says {value.get('text')!r} where the text has {text[start:end]!r}"
            if spans.get(item["id"]) != (start, end):
                yield f"{name}: belongs to no labelled span"
        yield from _said(str(name), control, value)


def _said(name: str, control: Control, value: Mapping[str, Any]) -> Iterator[str]:
    if control.kind == "number":
        number = value.get("number")
        if isinstance(number, bool) or not isinstance(number, int | float):
            yield f"{name}: {number!r} is no number"
        elif (control.least is not None and number < control.least) or (
            control.greatest is not None and number > control.greatest
        ):
            yield f"{name}: {number} lies outside of what the label config takes"
        return
    said = value.get("text" if control.kind == "textarea" else control.kind)
    if control.kind == "datetime":
        said = [said]
    if not isinstance(said, list) or not said or not all(isinstance(entry, str) for entry in said):
        yield f"{name}: {said!r} is no list of words"
    elif control.offered is not None:
        yield from (
            f"{name}: the label config does not offer {entry!r}"
            for entry in said
            if entry not in control.offered
        )


def _is_span(start: object, end: object, text: object) -> bool:
    whole = type(start) is int and type(end) is int and isinstance(text, str)
    return whole and 0 <= start < end <= len(text)  # type: ignore[operator,arg-type]


def _by_task(tag: Element) -> bool:
    """Are the choices those that each task brings itself?"""
    return (tag.get("value") or "").startswith("$")


def _number(written: str | None) -> float | None:
    try:
        return None if written is None else float(written)
    except ValueError:
        return None
