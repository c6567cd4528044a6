"""The scoring is what it says: small cases worked out by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.eval import articles, cases, crosscheck, extraction, numbers, segmentation
from tests.eval.__main__ import PARTS, show, show_floors
from tests.eval.calibration import calibration
from tests.eval.cases import NotThere, Row, gold_rows, rows
from tests.eval.crosscheck import Days, days_of
from tests.eval.extraction import mixed_case, score
from tests.eval.numbers import right
from tests.eval.parts import Parts
from tests.eval.section import Floor, Judged, Section, Tally, table
from workbench.languages import language_of


def gold(kind: str, n: int, *, subset: bool = False, implicit: bool = False) -> Row:
    return {"kind": kind, "n": n, "subset": subset, "implicit": implicit}


def said(measure: str, value: int | None, **marks: Any) -> Row:
    plain = {"text": str(value), "score": 0.9, "implicit": False, "part_of": None}
    return {"measure": measure, "value": value, **plain, **marks}


@pytest.mark.parametrize(
    ("mentions", "suggestions", "expected"),
    [
        ([gold("killed", 3)], [said("killed", 3)], Tally(right=1)),
        ([gold("killed", 3)], [], Tally(missed=1)),
        ([gold("killed", 3)], [said("killed", 4)], Tally(wrong=1, missed=1)),
        ([gold("killed", 3)], [said("injured", 3)], Tally(wrong=1, missed=1)),
        ([gold("killed", 3)], [said("killed", 3), said("killed", 3)], Tally(right=1, wrong=1)),
        ([gold("killed", 3)] * 2, [said("killed", 3)], Tally(right=1, missed=1)),
        ([gold("killed", 9), gold("killed", 2, subset=True)], [said("killed", 9)], Tally(right=1)),
        ([gold("killed", 2, subset=True)], [said("killed", 2)], Tally()),
        ([gold("killed", 1, implicit=True)], [said("killed", 1)], Tally()),
        # the sum of the groups of a kind, with and without the implicit one; not that of two kinds
        ([gold("killed", 3), gold("killed", 4)], [said("killed", 7)], Tally(missed=2)),
        ([gold("killed", 3), gold("killed", 1, implicit=True)], [said("killed", 4)], Tally(missed=1)),
        ([gold("killed", 3), gold("injured", 4)], [said("killed", 7)], Tally(wrong=1, missed=2)),
        ([gold("killed_or_injured", 5)], [said("casualties", 5)], Tally(right=1)),
        ([gold("killed", 20)], [said("killed", None)], Tally(wrong=1, missed=1)),
        ([], [said("displaced", 50), said("strikes", 2)], Tally()),
        ([gold("captured", 6)], [said("held", 6)], Tally(right=1)),
        ([], [said("held", 6)], Tally()),
        ([], [said("killed", 1, implicit=True)], Tally(wrong=1)),
    ],
)
def test_extraction(mentions: list[Row], suggestions: list[Row], expected: Tally) -> None:
    tallies, judged, errors = score(mentions, suggestions)
    assert sum(tallies.values(), Tally()) == expected
    assert [one.right for one in judged].count(True) == expected.right
    assert [one.right for one in judged].count(False) == expected.wrong
    assert len(errors) == expected.wrong + expected.missed


def test_extraction_by_other_readings_of_the_rules() -> None:
    implied = [said("killed", 1, implicit=True), said("killed", 2, part_of=0)]
    assert score([], implied, own_marks=True)[0] == {}
    assert score([], [said("held", 6)], held="captured")[0] == {"captured": Tally(wrong=1)}


def test_mixed_case() -> None:
    text = 'LIMA, 3 MAY 89 -- [TEXT] THREE MEN DIED IN GAZA. "NO ONE" ELSE, THEY SAID ON TUESDAY.'
    small = 'Lima, 3 may 89 -- [Text] three men died in Gaza. "No one" else, they said on Tuesday.'
    assert mixed_case(text) == small


def test_rates() -> None:
    tally = Tally(right=6, wrong=2, missed=4)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 / 3)
    assert Tally().precision == Tally().recall == Tally().f1 == 1


def number(start: int, end: int, kind: str = "count", **values: float | None) -> Row:
    return {"start": start, "end": end, "kind": kind, **values}


@pytest.mark.parametrize(
    ("suite", "expected", "found", "exact"),
    [
        ("NumberModel", [number(0, 2, value=12)], [number(0, 2, value=12)], True),
        ("NumberModel", [number(0, 2, value=12)], [number(0, 2, value=13)], False),
        ("NumberModel", [number(0, 2, value=12)], [number(0, 3, value=12)], False),
        ("NumberModel", [number(0, 2, value=12)], [number(0, 2, value=12), number(3, 4, value=1)], False),
        ("NumberModel", [number(0, 2, value=12)], [number(0, 2, value=12), number(3, 7, "date")], True),
        ("NumberModel", [number(0, 2, value=12)], [number(0, 2, low=12, high=None)], False),
        ("NumberModel", [], [], True),
        ("NumberRangeModel", [number(0, 4, low=12, high=None)], [number(0, 4, low=12, high=None)], True),
        ("NumberRangeModel", [number(0, 4, low=12, high=None)], [number(0, 4, low=None, high=12)], False),
        ("NumberRangeModel", [], [number(0, 2, value=12)], True),
    ],
)
def test_numbers(suite: str, expected: list[Row], found: list[Row], exact: bool) -> None:
    assert right({"suite": suite, "expected": expected}, found) is exact


def test_parts_are_counted_where_gold_names_them() -> None:
    parts = Parts()
    want = [
        {"text": "12", "measure": "killed", "value": 12, "population": "soldiers"},
        {"text": "3", "measure": "injured", "value": 3},
        {"text": "5", "measure": "injured", "value": 5},
    ]
    shown = dict.fromkeys(("value", "bound", "population", "part_of"))
    found = [
        {**shown, "start": 0, "text": "12", "measure": "killed", "value": 12, "score": 0.95},
        {**shown, "start": 9, "text": "3", "measure": "killed", "value": 3, "score": 0.7},
    ]
    parts.take("case", want, found)
    assert parts.claims == Tally(right=1, wrong=1, missed=2)
    assert (parts.named["measure"], parts.right["measure"]) == (2, 1)
    assert (parts.named["value"], parts.right["value"]) == (1, 1)
    assert (parts.named["population"], parts.right["population"]) == (1, 0)
    assert parts.named["bound"] == 0
    assert parts.judged == [Judged(0.95, True), Judged(0.7, False)]


def test_days_are_counted_from_the_rows_alone(tmp_path: Path) -> None:
    file = tmp_path / "counts.csv"
    file.write_text(
        "event,measure,as_of,value,reported\n"
        "e,killed,2024-01-01,5,true\ne,killed,2024-01-01,5,true\n"
        "e,killed,2024-01-02,6,true\ne,killed,2024-01-02,7,true\n"
        "e,killed,2024-01-03,6,true\ne,killed,2024-01-03,9,true\n"
        "e,killed,2024-01-04,6,true\ne,killed,2024-01-04,9,false\n"
        "other,killed,2024-01-05,6,true\nother,killed,2024-01-05,9,true\n"
    )
    assert days_of(file, "e") == {"killed": Days(shared=3, differ=2, by_one=1)}


def test_calibration_asks_for_19_of_20() -> None:
    def of(right: int, wrong: int) -> Section:
        judged = [Judged(0.9, True)] * right + [Judged(0.97, False)] * wrong + [Judged(0.89, False)] * 9
        return Section("cases", judged=judged)

    assert all(floor.met for floor in calibration([of(19, 1)]).floors)
    assert not any(floor.met for floor in calibration([of(18, 1)]).floors)


def test_a_missed_floor_fails_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert show_floors([Floor("precision", 0.9, 0.9, 0.95), Floor("too many", 1, 1, 0, errors=True)]) == 0
    assert "MISSED" not in capsys.readouterr().out
    assert show_floors([Floor("precision", 0.89, 0.9, 0.95)]) == 1
    assert show_floors([Floor("too many", 2, 1, 0, errors=True)]) == 1
    assert "missed: too many" in capsys.readouterr().out


def test_what_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotThere, match="absent is not there"):
        rows(tmp_path / "absent")
    show(Section("Articles", skipped="shared/articles is not there"), errors=True)
    assert "skipped: shared/articles is not there" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("module", "part"),
    [
        (extraction, extraction.given),
        (extraction, extraction.mixed),
        (articles, articles.claims),
        (numbers, numbers.exact),
        (segmentation, segmentation.golden),
        (crosscheck, crosscheck.real_data),
    ],
)
def test_a_part_whose_cases_are_missing_is_skipped(
    module: ModuleType, part: Callable[[], Section], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FOLDER" if module is articles else "SHARED", tmp_path)
    with pytest.raises(NotThere):
        part()


@pytest.mark.parametrize("name", ["suggest_xx.jsonl", "suggest_wire.jsonl", "xx/suggest.jsonl"])
def test_a_gold_file_says_its_language(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = replace(language_of("en"), code="xx")
    monkeypatch.setattr(cases, "LANGUAGES", (language_of("en"), other))
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text('{"text": "a"}\n{"text": "b", "language": "yy"}\n')
    assert [row["language"] for row in gold_rows(file)] == ["xx" if "xx" in name else "en", "yy"]


def test_errors_are_listed_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    section = Section("Numbers", ("", "right"), [("all", "1")], errors=["case 7: 'twelve'"])
    show(section, errors=False)
    assert "twelve" not in capsys.readouterr().out
    show(section, errors=True)
    assert "-- case 7: 'twelve'" in capsys.readouterr().out


def test_a_table_is_aligned() -> None:
    assert table(("a", "n"), [("longer", "1"), ("b", "10")]) == ["a        n", "longer   1", "b       10"]


def test_each_part_is_named_once() -> None:
    assert len({title for title, _ in PARTS}) == len(PARTS)
