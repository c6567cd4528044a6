"""Our own gold of numbers, sentences and dates: a case is right when all of it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.eval.cases import Row, gold, gold_rows
from tests.eval.numbers import shown
from tests.eval.outside import inspect
from tests.eval.section import Section, share
from workbench.languages import language_of
from workbench.text.dates import read_dates


def own_gold() -> Section:
    """Numbers and sentences through the command, dates through their reader (no command shows them)."""
    section = Section("Our gold, whole cases", ("file", "cases", "right", "share"))
    for pattern, judge in (
        ("numbers*.jsonl", _numbers),
        ("sentences*.jsonl", _sentences),
        ("dates*.jsonl", _dates),
    ):
        for file in gold(pattern):
            cases, errors = judge(file)
            right = cases - len(errors)
            section.rows.append((file.stem, str(cases), str(right), f"{share(right, cases):.3f}"))
            section.errors += [f"{file.name}:{error}" for error in errors]
    section.note = "Numbers: words, place, kind, value, low and high. Dates: words, place, days and kind."
    return section


Judge = Callable[[Path], tuple[int, list[str]]]


def _numbers(file: Path) -> tuple[int, list[str]]:
    cases = gold_rows(file)
    errors = []
    asked = [{"id": at, "text": row["text"], "language": row["language"]} for at, row in enumerate(cases, 1)]
    for row, answer in zip(cases, inspect("numbers", asked), strict=True):
        if not _all_read(row, answer["numbers"]):
            errors.append(f"{answer['id']}: {row['text']!r}: {shown(answer['numbers'])}")
    return len(cases), errors


def _all_read(row: Row, found: list[Row]) -> bool:
    place = 0
    if len(found) != len(row["numbers"]):
        return False
    for number, want in zip(found, row["numbers"], strict=True):
        place = row["text"].index(want["text"], place)
        if (number["start"], number["text"], number["kind"]) != (place, want["text"], want["kind"]):
            return False
        if "value" in number and number["value"] != want.get("value", number["value"]):
            return False
        if any(side in want and number.get(side) != want[side] for side in ("low", "high")):
            return False
        place = number["end"]
    return True


def _sentences(file: Path) -> tuple[int, list[str]]:
    cases = gold_rows(file)
    texts = [row.get("separator", " ").join(row["sentences"]) for row in cases]
    asked = [
        {"id": at, "text": text, "language": row["language"]}
        for at, (text, row) in enumerate(zip(texts, cases, strict=True), 1)
    ]
    errors = []
    for row, text, answer in zip(cases, texts, inspect("sentences", asked), strict=True):
        found = [text[one["start"] : one["end"]] for one in answer["sentences"]]
        if found != row["sentences"]:
            errors.append(f"{answer['id']}: {found} for {row['sentences']}")
    return len(cases), errors


def _dates(file: Path) -> tuple[int, list[str]]:
    cases = gold_rows(file)
    errors = []
    for at, row in enumerate(cases, 1):
        day = date.fromisoformat(row["published_at"]) if row["published_at"] else None
        found = [
            {"text": one.text, "period": one.period.edtf if one.period else None, "kind": one.kind.value}
            for one in read_dates(row["text"], language_of(row["language"]), day)
        ]
        if found != row["dates"]:
            errors.append(f"{at}: {row['text']!r}: {found}")
    return len(cases), errors
