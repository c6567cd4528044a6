"""What Label Studio keeps of an annotation, read into regions. Whatever is odd in it stays visible."""

from __future__ import annotations

from collections.abc import Collection, Container
from typing import Any

from workbench.core.annotation import WORTH_SAID, Region
from workbench.labelstudio.config import ANSWER, EVENT, FIELDS, MEASURE, ROLE, WORTH

NOWHERE = -1  # start and end of a region whose offsets are no whole numbers: it points past every text


def read_result(result: Any) -> tuple[tuple[Region, ...], str | None]:
    """The regions in the order of their offsets, and the answer about the whole sentence, if one was given.

    Nobody checks what annotations hold when they come in through the API. A region without a label has an
    empty measure, one with several labels has them all in it; offsets that are no numbers point nowhere:
    the normaliser says so region by region. Controls that are not ours are left out. The event that was
    chosen for the sentence is a field of each of its numbers. Whether it is worth checking is an answer that
    begins with WORTH_SAID, and says nothing of claims.
    """
    items = [item for item in result if isinstance(item, dict)] if isinstance(result, list) else []
    spans: dict[str, dict[str, Any]] = {}
    measures: dict[str, str] = {}
    roles: dict[str, tuple[str, dict[str, Any]]] = {}
    fields: dict[str, dict[str, str]] = {}
    answer, event = None, ""
    for item in items:
        control, region, value = item.get("from_name"), str(item.get("id")), item.get("value")
        if not isinstance(value, dict):
            continue
        if control == ANSWER:
            answer = _said(value) or answer
        elif control == WORTH:
            said = _said(value)
            answer = f"{WORTH_SAID}{said}" if said else answer
        elif control == EVENT:
            event = _said(value) or event
        elif control == MEASURE:
            spans[region] = value
            measures[region] = ", ".join(map(str, _listed(value.get("labels"))))
        elif control == ROLE:
            roles[region] = (", ".join(map(str, _listed(value.get("labels")))), value)
        elif control in FIELDS:
            spans.setdefault(region, value)
            said = _said(value)
            if said:
                fields.setdefault(region, {})[str(control)] = said
    for region in [region for region in spans if region in roles and region not in measures]:
        del spans[region]  # what was typed while words were marked belongs to no number
    wholes, links = _relations(items, spans.keys(), roles.keys())
    numbers = [
        Region(
            id=region,
            measure=measures.get(region, ""),
            fields=fields.get(region, {}) | ({EVENT: event} if event else {}),
            part_of=wholes.get(region),
            links=tuple(links.get(region, ())),
            **_span(span),
        )
        for region, span in spans.items()
    ]
    words = [
        Region(id=_mark(region, spans), measure="", role=role, **_span(span))
        for region, (role, span) in roles.items()
    ]
    return tuple(sorted(numbers + words, key=lambda region: (region.start, region.end, region.id))), answer


def _span(value: dict[str, Any]) -> dict[str, Any]:
    text = value.get("text")
    return {
        "start": _offset(value.get("start")),
        "end": _offset(value.get("end")),
        "text": text if isinstance(text, str) else "",
    }


def _mark(region: str, numbers: Container[str]) -> str:
    """The id of marked words: a region that has both a measure and a role is a number and its own words."""
    return f"{region} role" if region in numbers else region


def _relations(
    items: list[dict[str, Any]], numbers: Collection[str], roles: Collection[str]
) -> tuple[dict[str, str], dict[str, list[str]]]:
    """The whole of each part, and the marked words of each number.

    What a relation means follows from its ends, so its name and direction may be missing: between two numbers
    it runs from the part to the whole, between a number and words either way. Of several wholes of one part
    the one drawn first counts.
    """
    wholes: dict[str, str] = {}
    links: dict[str, list[str]] = {region: [f"{region} role"] for region in numbers if region in roles}
    for item in items:
        if item.get("type") != "relation":
            continue
        one, other = str(item.get("from_id")), str(item.get("to_id"))
        if item.get("direction") == "left":
            one, other = other, one
        if one in roles and one not in numbers:
            one, other = other, one
        if other in roles and other not in numbers:
            links.setdefault(one, []).append(other)
        else:
            wholes.setdefault(one, other)
    return wholes, links


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
