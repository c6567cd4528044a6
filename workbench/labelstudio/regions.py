"""What Label Studio keeps of an annotation, read into regions. Whatever is odd in it stays visible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.core.annotation import Region
from workbench.labelstudio.config import ANSWER, FIELDS, MEASURE

NOWHERE = -1  # start and end of a region whose offsets are no whole numbers: it points past every text


def read_result(result: Any) -> tuple[tuple[Region, ...], str | None]:
    """The regions in the order of their offsets, and the answer about the whole sentence, if one was given.

    Nobody checks what annotations hold when they come in through the API. A region without a label has an
    empty measure, one with several labels has them all in it; offsets that are no numbers point nowhere:
    the normaliser says so region by region. Controls that are not ours are left out.
    """
    items = [item for item in result if isinstance(item, dict)] if isinstance(result, list) else []
    spans: dict[str, dict[str, Any]] = {}
    measures: dict[str, str] = {}
    fields: dict[str, dict[str, str]] = {}
    answer = None
    for item in items:
        control, region, value = item.get("from_name"), str(item.get("id")), item.get("value")
        if not isinstance(value, dict):
            continue
        if control == ANSWER:
            answer = _said(value) or answer
        elif control == MEASURE:
            spans[region] = value
            measures[region] = ", ".join(map(str, _listed(value.get("labels"))))
        elif control in FIELDS:
            spans.setdefault(region, value)
            said = _said(value)
            if said:
                fields.setdefault(region, {})[str(control)] = said
    wholes = dict(_links(items))
    regions = [
        Region(
            id=region,
            start=_offset(span.get("start")),
            end=_offset(span.get("end")),
            text=span["text"] if isinstance(span.get("text"), str) else "",
            measure=measures.get(region, ""),
            fields=fields.get(region, {}),
            part_of=wholes.get(region),
        )
        for region, span in spans.items()
    ]
    return tuple(sorted(regions, key=lambda region: (region.start, region.end, region.id))), answer


def _links(items: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Part and whole of each relation; there is one kind, so one without a name is of that kind.

    Read backwards, so that of several wholes of one part the one drawn first counts.
    """
    for item in reversed(items):
        if item.get("type") == "relation":
            part, whole = str(item.get("from_id")), str(item.get("to_id"))
            yield (whole, part) if item.get("direction") == "left" else (part, whole)


def _said(value: dict[str, Any]) -> str:
    """What one control says, as text: a number without a needless ".0", choices and lines joined."""
    if "number" in value:
        number = value["number"]
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        return "" if number is None else str(number)
    for key in ("choices", "datetime", "text"):
        if key in value:
            return ", ".join(str(entry).strip() for entry in _listed(value[key]) if entry is not None).strip()
    return ""


def _listed(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _offset(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else NOWHERE
