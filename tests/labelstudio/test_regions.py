"""What Label Studio keeps of an annotation, as recorded and as it should never be."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.labelstudio.regions import NOWHERE, read_result


def item(region: str, control: str, kind: str, value: Any, **span: Any) -> dict[str, Any]:
    where = {"start": 3, "end": 5, "text": "40"} | span
    return {
        "id": region,
        "from_name": control,
        "to_name": "text",
        "type": kind,
        "value": where | {kind: value},
    }


FULL: list[Any] = [
    item("r1", "measure", "labels", ["killed"]),
    item("r1", "value", "number", 40.0),
    item("r1", "bound", "choices", ["at_least"]),
    item("r1", "population", "text", ["  civilians "]),
    item("r2", "measure", "labels", ["killed"], start=9, end=11, text="14"),
    {"type": "relation", "from_id": "r2", "to_id": "r1", "direction": "right", "labels": ["part_of"]},
    {
        "id": "answer",
        "from_name": "answer",
        "to_name": "text",
        "type": "choices",
        "value": {"choices": ["claims"]},
    },
]


def test_a_result_is_read_whole() -> None:
    (whole, part), answer = read_result(FULL)
    assert answer == "claims"
    assert (whole.id, whole.start, whole.end, whole.text, whole.measure) == ("r1", 3, 5, "40", "killed")
    assert whole.fields == {"value": "40", "bound": "at_least", "population": "civilians"}
    assert (part.part_of, whole.part_of) == ("r1", None)


def test_a_relation_may_be_drawn_the_other_way_round() -> None:
    drawn = [*FULL[:5], {**FULL[5], "from_id": "r1", "to_id": "r2", "direction": "left"}]
    (_, part), _ = read_result(drawn)
    assert part.part_of == "r1"


@pytest.mark.parametrize(
    "result", [None, [], {}, "x", [None], ["x"], [{}], [{"value": 5}], [{"id": 1, "value": {}}]]
)
def test_nothing_that_can_be_read_is_nothing(result: Any) -> None:
    assert read_result(result) == ((), None)


def test_what_is_odd_stays_visible() -> None:
    (region,), _ = read_result(
        [item("r1", "measure", "labels", ["killed", "injured"], start="3", end=None, text=7)]
    )
    assert (region.start, region.end, region.text, region.measure) == (
        NOWHERE,
        NOWHERE,
        "",
        "killed, injured",
    )
    (unlabelled,), _ = read_result([item("r1", "value", "number", 4)])
    assert unlabelled.measure == ""
    assert read_result([item("r1", "mood", "choices", ["sad"])]) == ((), None)


PLACE = item("p", "role", "labels", ["place"], start=20, end=24, text="Gaza")


@pytest.mark.parametrize("ends", [("p", "r1"), ("r1", "p")])
@pytest.mark.parametrize("direction", ["right", "left", "bi", None])
def test_words_are_tied_to_a_number_whichever_way_the_relation_runs(
    ends: tuple[str, str], direction: str | None
) -> None:
    relation = {"type": "relation", "from_id": ends[0], "to_id": ends[1], "direction": direction}
    (number, words), _ = read_result([FULL[0], PLACE, relation])
    assert (number.measure, number.links, number.part_of) == ("killed", ("p",), None)
    assert (words.role, words.measure, words.text, words.start, words.end) == ("place", "", "Gaza", 20, 24)


def test_words_that_are_a_number_too_are_its_own() -> None:
    role = item("r1", "role", "labels", ["population"])
    regions, _ = read_result([FULL[0], role])
    assert [(region.id, region.measure, region.role, region.links) for region in regions] == [
        ("r1", "killed", "", ("r1 role",)),
        ("r1 role", "", "population", ()),
    ]


def test_the_event_of_the_sentence_is_that_of_each_number() -> None:
    event = {"id": "e", "from_name": "event", "type": "choices", "value": {"choices": ["storm"]}}
    regions, _ = read_result([*FULL, PLACE, event])
    assert [region.fields.get("event") for region in regions] == ["storm", "storm", None]


@pytest.mark.parametrize("name", ["emoji", "arabic", "astral_math", "combining", "html_like", "newlines"])
def test_offsets_drawn_in_a_browser_are_those_of_python(samples: Path, name: str) -> None:
    """Recorded with a person's marks; the texts stand in the marks themselves."""
    recorded = json.loads((samples / f"ui_annotation_{name}.json").read_text("utf-8"))
    renamed = [entry | {"from_name": "measure"} for entry in recorded["result"]]
    regions, _ = read_result(renamed)
    assert len(regions) == len(renamed)
    for region in regions:
        assert region.end - region.start == len(region.text), "one code point is one character of Python"


def test_all_recorded_answers_are_read_without_a_word(samples: Path) -> None:
    seen = 0
    for path in sorted(samples.glob("*.json")):
        for result in _results(json.loads(path.read_text("utf-8"))):
            read_result(result)
            seen += 1
    assert seen > 20


def _results(recorded: Any) -> list[Any]:
    if isinstance(recorded, dict):
        own = [recorded["result"]] if "result" in recorded else []
        return own + [found for value in recorded.values() for found in _results(value)]
    if isinstance(recorded, list):
        return [found for value in recorded for found in _results(value)]
    return []
