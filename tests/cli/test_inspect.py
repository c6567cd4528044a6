"""workbench inspect: JSON lines in, JSON lines out, whatever is in them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workbench.cli import workbench


def inspect(verb: str, *objects: Any, file: Path | None = None) -> Result:
    lines = b"".join(one if isinstance(one, bytes) else json.dumps(one).encode() + b"\n" for one in objects)
    if file is None:
        return CliRunner().invoke(workbench, ["inspect", verb], input=lines)
    file.write_bytes(lines)
    return CliRunner().invoke(workbench, ["inspect", verb, str(file)])


def answers(result: Result) -> list[Any]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_sentences() -> None:
    result = inspect("sentences", {"id": 7, "text": "😀 One died. Two fled.\nRead more: a talk"})
    assert result.exit_code == 0
    assert answers(result) == [
        {"id": 7, "sentences": [{"start": 0, "end": 11}, {"start": 12, "end": 21}, {"start": 22, "end": 39}]}
    ]


def test_numbers_show_a_value_or_their_ends() -> None:
    text = "At least 40 of 1,200 died, 20–30 were hurt, dozens fled on May 5, 3.5% stayed."
    (answer,) = answers(inspect("numbers", {"id": "a", "text": text}))
    assert answer["id"] == "a"
    for number in answer["numbers"]:
        assert text[number.pop("start") : number.pop("end")] == number["text"]
    assert answer["numbers"] == [
        {"text": "At least 40", "kind": "count", "low": 40, "high": None},
        {"text": "1,200", "kind": "count", "value": 1200},
        {"text": "20–30", "kind": "count", "low": 20, "high": 30},
        {"text": "dozens", "kind": "count", "value": None},
        {"text": "May 5", "kind": "date", "value": None},
        {"text": "3.5%", "kind": "percent", "value": 3.5},
    ]


def test_suggestions_say_why_when_asked() -> None:
    line = {"id": 1, "text": "😀 At least 12 soldiers died in Homs.", "published_at": "2024-01-24"}
    (plain,) = answers(inspect("suggestions", line))
    result = CliRunner().invoke(
        workbench, ["inspect", "suggestions", "--explain"], input=json.dumps(line).encode()
    )
    (explained,) = answers(result)
    (suggestion,) = explained["suggestions"]
    why = suggestion.pop("why")
    assert plain["suggestions"] == [suggestion]
    assert why["bound"] == {"start": 2, "end": 10, "text": "At least"}
    assert why["place"] == {"start": 31, "end": 35, "text": "Homs"}
    assert (why["scope"], why["origin"]) == ("default", None)


@pytest.mark.parametrize("verb", ["sentences", "numbers"])
def test_a_bad_line_is_told_and_the_others_are_answered(verb: str, tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    lines = [
        {"id": 1, "text": "Three died."},
        b'{"id": 2, "text": \n',
        b"\n",
        {"id": 4},
        b'{"id": 5, "text": "caf\xe9"}\n',
        ["no object"],
        {"text": "no id"},
        {"id": 8, "text": "x", "published_at": "soon"},
        {"id": 9, "text": "x", "language": "tlh"},
        {"id": 10, "text": "Four died.", "published_at": "2024-01-24", "language": "en-GB"},
    ]
    result = inspect(verb, *lines, file=file)
    assert result.exit_code == 1
    assert [answer["id"] for answer in answers(result)] == [1, 10]
    told = result.stderr.splitlines()
    assert len(told) == 7
    for number, reason in (
        (2, "JSON"),
        (4, "text"),
        (5, "UTF-8"),
        (6, "object"),
        (7, "id"),
        (8, "soon"),
        (9, "tlh"),
    ):
        assert any(line.startswith(f"{file}, line {number}: ") and reason in line for line in told), number


def test_standard_input_is_named_as_such() -> None:
    result = inspect("numbers", b"nonsense\n")
    assert result.exit_code == 1
    assert result.stderr.startswith("standard input, line 1: ")


def test_hostile_texts_are_answered_as_json() -> None:
    texts = ["", " \n", "\ud800 3 died", "\x00 4 died", "قتل ٢٣ شخصا", "<b>5</b>", "9" * 5_000, "(" * 5_000]
    for verb in ("sentences", "numbers"):
        result = inspect(verb, *({"id": place, "text": text} for place, text in enumerate(texts)))
        assert result.exit_code == 0
        assert [answer["id"] for answer in answers(result)] == list(range(len(texts)))


def test_no_database_and_no_label_studio_is_loaded() -> None:
    script = (
        "import sys, workbench.cli.inspect\n"
        "print([name for name in ('sqlalchemy', 'label_studio_sdk', 'flask') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_missing_file_is_told() -> None:
    result = CliRunner().invoke(workbench, ["inspect", "numbers", "nowhere.jsonl"])
    assert result.exit_code == 2
    assert "nowhere.jsonl" in result.stderr
